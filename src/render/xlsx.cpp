#include "ecpr/render/xlsx.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "ecpr/document/sentence_writing.hpp"
#include "text_line.hpp"
#include "xlsx_book.hpp"
#include "xlsx_table.hpp"
#include "zip_archive.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::size_t page_width = 88;  // in characters: an upright page

/// The document without its tables, a paragraph per row.
class TextSheet {
 public:
  explicit TextSheet(const NumberStyle& style) : style_(style) {}

  void add(const Text& text, bool bold = false, const std::string& before = "") {
    for (const Heading& heading : std::exchange(headings_, {})) {
      sheet_.rows.emplace_back();
      add(heading.text, true);
    }
    Runs runs = set_text(style_, text);
    if (!before.empty()) runs.insert(runs.begin(), Run{before});
    sheet_.rows.push_back({SheetCell{.text = std::move(runs), .look = {.bold = bold, .wrapped = true}}});
  }
  /// One that has only tables below it is left out: they are sheets of their own.
  void operator()(const Heading& heading) {
    while (!headings_.empty() && headings_.back().level >= heading.level) headings_.pop_back();
    headings_.push_back(heading);
  }
  void operator()(const Paragraph& paragraph) { add(paragraph.text); }
  void operator()(const List& list) {
    std::size_t number = 0;
    for (const Text& item : list.items) add(item, false, list.ordered ? std::to_string(++number) + ". " : "\u2022 ");
  }
  void operator()(const Preformatted& lines) {
    std::string_view rest = lines.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      add(Text(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  void operator()(const Table&) {}
  void operator()(const Picture& picture) {
    Text caption = picture.caption;
    if (!picture.number.empty()) caption = Text(bold(picture.number + ". ")) + caption;
    if (!caption.empty()) add(caption);
    if (!picture.alternative.empty()) add(Text(picture.alternative));
  }

  bool empty() const { return sheet_.rows.empty(); }
  Sheet take() {
    sheet_.name = "Report";
    sheet_.widths = {page_width};
    for (const auto& row : sheet_.rows) {
      sheet_.row_lines.push_back(row.empty() ? 1 : wrapped(line_of(row.front().text), page_width).size());
    }
    return std::move(sheet_);
  }

 private:
  const NumberStyle& style_;
  std::vector<Heading> headings_;  // with nothing below them yet
  Sheet sheet_;
};

}  // namespace

std::string render_xlsx(const Document& page, const Options& options) {
  NumberStyle style = options.style;
  style.mean_sd_in_two_columns = false;  // every number has its own column here anyway
  TextSheet text(style);
  if (!page.title.empty()) text.add(page.title, true);
  std::vector<Sheet> sheets;
  for (const Block& block : page.blocks) {
    std::visit(text, block);
    if (const auto* table = std::get_if<Table>(&block)) sheets.push_back(table_sheet(*table, style));
  }
  if (!text.empty() || sheets.empty()) sheets.insert(sheets.begin(), text.take());
  return zip_archive(xlsx_entries(std::move(sheets), plain(set_text(style, page.title))));
}

}  // namespace ecpr::render
