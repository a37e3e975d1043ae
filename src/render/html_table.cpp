#include "html_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "characters.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/render/html.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::size_t longest_piece = 24;  // longer words may be broken
constexpr std::size_t wide_columns = 8;    // tables from here on stand on turned pages when printed

std::string in_tone(Tone tone, const std::string& text) {
  switch (tone) {
    case Tone::neutral: return text;
    case Tone::better: return "<span class=\"better\">" + text + "</span>";
    case Tone::worse: return "<span class=\"worse\">" + text + "</span>";
    case Tone::quiet: return "<span class=\"quiet\">" + text + "</span>";
  }
  return text;
}

/// The letters "a,b", each a link to its note.
std::string marks(const std::string& letters, const std::string& table) {
  std::string text;
  for (const std::string& letter : split(letters, ',')) {
    text +=
        fmt::format("{}<a role=\"doc-noteref\" href=\"#{}-{}\">{}</a>", text.empty() ? "" : ",", table, letter, letter);
  }
  return "<sup>" + text + "</sup>";
}

std::string in_face(const Run& run, const std::string& table) {
  const std::string text = replaced(escape_html(with_wrap_points(run.text, longest_piece)), wrap_point, "<wbr>");
  switch (run.face) {
    case Face::plain: return text;
    case Face::italic: return "<i>" + text + "</i>";
    case Face::bold: return "<b>" + text + "</b>";
    case Face::superscript: return "<sup>" + text + "</sup>";
    case Face::subscript: return "<sub>" + text + "</sub>";
    case Face::mark: return table.empty() ? "<sup>" + text + "</sup>" : marks(run.text, table);
  }
  return text;
}

/// An overview (a line per row that ends in a verdict) is set otherwise on a phone.
std::string_view kind_of(const TableLayout& layout) {
  constexpr std::size_t columns_of_overview = 5;
  if (layout.ruled) return "ruled";
  const bool verdicts = layout.alignments.back() == Alignment::left;
  return layout.alignments.size() == columns_of_overview && verdicts ? "overview" : "plain";
}

/// Writes the parts of one table.
class TablePrinter {
 public:
  TablePrinter(const TableLayout& layout, const NumberStyle& style, const std::string& id)
      : layout_(layout), style_(style), id_(id) {}

  std::string print() const {
    const bool wide = layout_.alignments.size() >= wide_columns;
    std::string text =
        fmt::format("<div class=\"table {}{}\" id=\"{}\">\n", kind_of(layout_), wide ? " wide" : "", id_);
    const std::string caption = caption_element();
    text += caption.empty()
                ? "<div class=\"scroll\" tabindex=\"0\">\n<table>\n"
                : fmt::format(
                      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{}-caption\">\n"
                      "<table>\n",
                      id_);
    text += caption + header() + body() + "</table>\n</div>\n" + notes() + "</div>\n";
    return text;
  }

 private:
  std::string set(const Runs& runs) const { return html_inline(runs, id_); }

  std::string caption_element() const {
    std::string lines;
    for (const Runs& line : caption_lines(layout_, style_)) lines += (lines.empty() ? "" : "<br>") + set(line);
    if (lines.empty()) return "";
    return fmt::format("<caption id=\"{}-caption\"><span>{}</span></caption>\n", id_, lines);
  }

  std::string header() const {
    if (layout_.header.empty()) return "";
    std::string text = "<thead>\n";
    for (const auto& row : layout_.header) {
      text += "<tr>";
      for (const SetCell& cell : row) text += header_cell(cell);
      text += "</tr>\n";
    }
    return text + "</thead>\n";
  }

  std::string header_cell(const SetCell& cell) const {
    const std::string extent = (cell.columns > 1 ? fmt::format(" colspan=\"{}\"", cell.columns) : "") +
                               (cell.rows > 1 ? fmt::format(" rowspan=\"{}\"", cell.rows) : "");
    const std::string content = set(cell.runs);
    if (content.empty()) return fmt::format("<td{}></td>", extent);
    const bool right = cell.columns == 1 && layout_.alignments[cell.column] == Alignment::right;
    return fmt::format("<th scope=\"{}\"{}{}>{}</th>", cell.columns > 1 ? "colgroup" : "col", extent,
                       cell.columns > 1 ? " class=\"over\"" : (right ? " class=\"right\"" : ""),
                       cell.columns > 1 ? "<span>" + content + "</span>" : content);
  }

  std::string body() const {
    std::string text = "<tbody>\n";
    bool first = true;
    for (const SetRow& row : layout_.rows) {
      if (row.spanning && !first) text += "</tbody>\n<tbody>\n";
      first = false;
      text += "<tr>" + row_label(row);
      if (!row.spanning) {
        for (std::size_t i = 1; i < row.cells.size(); ++i) text += body_cell(row.cells[i], layout_.alignments[i]);
      }
      text += "</tr>\n";
    }
    return text + "</tbody>\n";
  }

  std::string row_label(const SetRow& row) const {
    const std::string content = set(row.cells.front().runs);
    const std::string indent = row.indent > 0 ? fmt::format(" class=\"i{}\"", std::min(row.indent, 3)) : "";
    if (row.spanning) {
      return fmt::format("<th scope=\"rowgroup\" colspan=\"{}\"{}><span>{}</span></th>", layout_.alignments.size(),
                         indent, content);
    }
    if (content.empty()) return fmt::format("<td{}></td>", indent);
    return fmt::format("<th scope=\"row\"{}>{}</th>", indent, content);
  }

  std::string body_cell(const SetCell& cell, Alignment alignment) const {
    std::string kind = "text";
    if (alignment == Alignment::right) kind = "number right";
    if (alignment == Alignment::decimal) {
      kind = cell.lead > 0 ? fmt::format("number d{}", std::min<std::size_t>(cell.lead, 8)) : "number";
    }
    return fmt::format("<td class=\"{}\">{}</td>", kind, set(cell.runs));
  }

  std::string notes() const {
    std::string text;
    for (const Runs& note : layout_.notes) text += "<p>" + set(note) + "</p>\n";
    for (const Footnote& note : layout_.footnotes) {
      text +=
          fmt::format("<p id=\"{}-{}\"><sup>{}</sup>&#8239;{}</p>\n", id_, note.letter, note.letter, set(note.runs));
    }
    if (!layout_.abbreviations.empty()) text += "<p>" + set(layout_.abbreviations) + "</p>\n";
    return text.empty() ? "" : "<div class=\"notes\">\n" + text + "</div>\n";
  }

  const TableLayout& layout_;
  const NumberStyle& style_;
  const std::string& id_;
};

}  // namespace

std::string html_inline(const Runs& runs, const std::string& table) {
  std::string text;
  for (const Run& run : runs) {
    if (!run.text.empty()) text += in_tone(run.tone, in_face(run, table));
  }
  return text;
}

std::string html_table(const Table& table, const NumberStyle& style, const std::string& id) {
  return TablePrinter(lay_out(table, style), style, id).print();
}

}  // namespace ecpr::render
