#include "ecpr/render/text.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "ecpr/document/sentence_writing.hpp"
#include "text_line.hpp"
#include "text_table.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::size_t least_width = 40;

/// The lines of one block.
class BlockPrinter {
 public:
  explicit BlockPrinter(const Options& options) : options_(options) {}

  std::string operator()(const Heading& heading) const {
    return underlined(heading.text, heading.level == 1 ? '-' : 0);
  }

  std::string operator()(const Paragraph& paragraph) const { return hanging("", set(paragraph.text), options_); }

  std::string operator()(const List& list) const {
    std::string text;
    std::size_t number = 0;
    for (const Text& item : list.items) {
      text += hanging(list.ordered ? std::to_string(++number) + ". " : "- ", set(item), options_);
    }
    return text;
  }

  std::string operator()(const Preformatted& lines) const {
    std::string text;
    std::string_view rest = lines.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += "    " + escape_terminal(rest.substr(0, end)) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
  }

  std::string operator()(const Table& table) const { return text_table(table, options_); }

  std::string operator()(const Picture& picture) const {
    Runs runs;
    if (!picture.number.empty()) runs.push_back(bold(picture.number + ". "));
    for (const Run& run : set(picture.caption)) runs.push_back(run);
    std::string text = runs.empty() ? "" : hanging("", runs, options_);
    if (!picture.alternative.empty()) text += hanging("", {Run{"[" + picture.alternative + "]"}}, options_);
    return text;
  }

  std::string underlined(const Text& title, char line) const {
    const auto lines = wrapped(weighted(line_of(set(title)), Weight::bold), options_.width);
    std::string text;
    std::size_t widest = 0;
    for (const Line& each : lines) {
      text += shown(each, options_.ansi) + "\n";
      widest = std::max(widest, width_of(each));
    }
    return line != 0 ? text + std::string(widest, line) + "\n" : text;
  }

 private:
  Runs set(const Text& text) const { return set_text(options_.style, text); }

  const Options& options_;
};

}  // namespace

std::string render_text(const Document& page, const Options& wanted) {
  Options options = wanted;
  options.width = std::max(options.width, least_width);
  const BlockPrinter printer(options);
  std::string text;
  if (!page.title.empty()) text = printer.underlined(page.title, '=');
  for (const Block& block : page.blocks) {
    const std::string lines = std::visit(printer, block);
    if (lines.empty()) continue;
    if (!text.empty()) text += "\n";
    text += lines;
  }
  return text;
}

}  // namespace ecpr::render
