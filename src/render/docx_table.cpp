#include "docx_table.hpp"

#include <fmt/format.h>

#include <vector>

#include "characters.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/render/docx.hpp"
#include "text_columns.hpp"
#include "text_line.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::size_t longest_piece = 24;  // longer words may be broken
constexpr std::size_t margin = 60;         // left and right in every cell, in twentieths of a point

/// A way to set a table: type size in half points, and so many twentieths of a point for a character and the page.
struct Setting {
  int size;
  bool turned;
  std::size_t character, page;
};

// A character is taken as 0.58 em, a little more than a digit of Arial.
constexpr Setting settings[] = {
    {19, false, 110, 9638}, {17, false, 99, 9638}, {17, true, 99, 14570}, {15, true, 87, 14570}};

std::size_t capacity(const Setting& setting) { return setting.page / setting.character; }

std::string border(const char* side, int eighths) {
  return fmt::format(R"(<w:{} w:val="single" w:sz="{}" w:space="0" w:color="auto"/>)", side, eighths);
}

/// Writes one part of a table as w:tbl.
class PartPrinter {
 public:
  PartPrinter(const TableLayout& layout, const TablePart& part, const Setting& setting)
      : layout_(layout), part_(part), setting_(setting) {}

  std::string print() const {
    std::string text = "<w:tbl><w:tblPr>" + fmt::format(R"(<w:tblW w:w="{}" w:type="dxa"/>)", total_width());
    if (layout_.ruled) text += "<w:tblBorders>" + border("top", 8) + border("bottom", 8) + "</w:tblBorders>";
    text += R"(<w:tblLayout w:type="fixed"/>)";
    text +=
        fmt::format(R"(<w:tblCellMar><w:left w:w="{}" w:type="dxa"/><w:right w:w="{}" w:type="dxa"/></w:tblCellMar>)",
                    margin, margin);
    text += R"(<w:tblLook w:firstRow="1" w:firstColumn="1" w:noVBand="1" w:noHBand="1"/></w:tblPr><w:tblGrid>)";
    for (std::size_t place = 0; place < part_.columns.size(); ++place) {
      text += fmt::format(R"(<w:gridCol w:w="{}"/>)", width(place, place));
    }
    text += "</w:tblGrid>";
    for (std::size_t r = 0; r < layout_.header.size(); ++r) text += header_row(r);
    for (const SetRow& row : layout_.rows) text += row.spanning ? spanning_row(row) : body_row(row);
    if (layout_.header.empty() && layout_.rows.empty())
      text += body_row({.cells = std::vector<SetCell>(layout_.alignments.size())});
    return text + "</w:tbl>";
  }

 private:
  std::size_t width(std::size_t first, std::size_t last) const {
    std::size_t sum = 0;
    for (std::size_t place = first; place <= last; ++place)
      sum += (part_.widths[place] + column_gap) * setting_.character;
    return sum;
  }
  std::size_t total_width() const { return width(0, part_.columns.size() - 1); }

  std::string cell(std::size_t first, std::size_t last, const std::string& properties,
                   const std::string& content) const {
    std::string text = fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", width(first, last));
    if (last > first) text += fmt::format(R"(<w:gridSpan w:val="{}"/>)", last - first + 1);
    return text + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  std::string paragraph(const std::string& runs, bool right, std::size_t indent = 0, bool keep = false) const {
    std::string properties = keep ? "<w:keepNext/>" : "";
    if (indent > 0) properties += fmt::format(R"(<w:ind w:left="{}"/>)", indent);
    if (right) properties += R"(<w:ind w:right="100"/><w:jc w:val="right"/>)";  // away from the column behind it
    properties += fmt::format(R"(<w:rPr><w:sz w:val="{0}"/><w:szCs w:val="{0}"/></w:rPr>)", setting_.size);
    return docx_paragraph("TableText", runs, properties);
  }

  /// A cell over several rows continues in the rows below its first.
  std::string header_row(std::size_t r) const {
    const bool last_row = r + 1 == layout_.header.size();
    std::string text = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    std::size_t place = 0;
    while (place < part_.columns.size()) {
      std::size_t top = 0;
      const SetCell* here = cell_at(r, part_.columns[place], top);
      std::size_t last = place;
      while (here != nullptr && last + 1 < part_.columns.size() &&
             part_.columns[last + 1] < here->column + here->columns) {
        ++last;
      }
      text += header_cell(here, place, last, here != nullptr && top < r, last_row);
      place = last + 1;
    }
    return text + "</w:tr>";
  }

  std::string header_cell(const SetCell* here, std::size_t first, std::size_t last, bool continued,
                          bool last_row) const {
    std::string borders;
    if (layout_.ruled && (last_row || (here != nullptr && here->columns > 1))) borders = border("bottom", 4);
    if (!borders.empty()) borders = "<w:tcBorders>" + borders + "</w:tcBorders>";
    const bool merged = here != nullptr && here->rows > 1;
    const std::string merge = !merged ? "" : continued ? "<w:vMerge/>" : R"(<w:vMerge w:val="restart"/>)";
    const Runs runs = here != nullptr && !continued ? here->runs : Runs{};
    const bool right = first == last && layout_.alignments[part_.columns[first]] == Alignment::right;
    return cell(first, last, merge + borders + R"(<w:vAlign w:val="bottom"/>)",
                paragraph(docx_runs(runs, setting_.size, true), right, 0, true));
  }

  const SetCell* cell_at(std::size_t r, std::size_t column, std::size_t& top) const {
    for (top = 0; top <= r; ++top) {
      for (const SetCell& cell : layout_.header[top]) {
        if (column >= cell.column && column < cell.column + cell.columns && r < top + cell.rows) return &cell;
      }
    }
    return nullptr;
  }

  std::string spanning_row(const SetRow& row) const {
    const std::string label = docx_runs(row.cells.front().runs, setting_.size, true);
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" +
           cell(0, part_.columns.size() - 1, "", paragraph(label, false, indent(row), true)) + "</w:tr>";
  }

  std::string body_row(const SetRow& row) const {
    std::string text = "<w:tr><w:trPr><w:cantSplit/></w:trPr>" +
                       cell(0, 0, "", paragraph(docx_runs(row.cells.front().runs, setting_.size), false, indent(row)));
    for (std::size_t place = 1; place < part_.columns.size(); ++place) {
      const SetCell& content = row.cells[part_.columns[place]];
      Runs runs;
      for (std::size_t i = 0; i < content.lead; ++i) runs.push_back({"\u2007"});  // as wide as a digit
      runs.insert(runs.end(), content.runs.begin(), content.runs.end());
      const bool right = layout_.alignments[part_.columns[place]] == Alignment::right;
      text += cell(place, place, "", paragraph(docx_runs(runs, setting_.size), right));
    }
    return text + "</w:tr>";
  }

  static std::size_t indent(const SetRow& row) { return static_cast<std::size_t>(row.indent) * 200; }

  const TableLayout& layout_;
  const TablePart& part_;
  const Setting& setting_;
};

std::string notes(const TableLayout& layout) {
  std::string text;
  for (const Runs& note : layout.notes) text += docx_paragraph("TableNote", docx_runs(note));
  for (const Footnote& note : layout.footnotes) {
    Runs runs = {{note.letter, Face::superscript}, {"\u202f"}};
    runs.insert(runs.end(), note.runs.begin(), note.runs.end());
    text += docx_paragraph("TableNote", docx_runs(runs));
  }
  if (!layout.abbreviations.empty()) text += docx_paragraph("TableNote", docx_runs(layout.abbreviations));
  return text + docx_paragraph("TableNote", "");  // parts this table from one that follows
}

std::string properties_of(const Run& run, int size, bool heavy) {
  std::string text;
  if (run.face == Face::bold || (heavy && run.face != Face::mark)) text += "<w:b/>";
  if (run.face == Face::italic) text += "<w:i/>";
  if (run.tone == Tone::better) text += R"(<w:color w:val="0072B2"/>)";
  if (run.tone == Tone::worse) text += R"(<w:color w:val="B34700"/>)";
  if (run.tone == Tone::quiet) text += R"(<w:color w:val="595959"/>)";
  if (size > 0) text += fmt::format(R"(<w:sz w:val="{}"/><w:szCs w:val="{}"/>)", size, size);
  if (run.face == Face::superscript || run.face == Face::mark) text += R"(<w:vertAlign w:val="superscript"/>)";
  if (run.face == Face::subscript) text += R"(<w:vertAlign w:val="subscript"/>)";
  return text.empty() ? "" : "<w:rPr>" + text + "</w:rPr>";
}

}  // namespace

std::string docx_runs(const Runs& runs, int size, bool heavy) {
  std::string text;
  for (const Run& run : runs) {
    if (run.text.empty()) continue;
    text += "<w:r>" + properties_of(run, size, heavy) + R"(<w:t xml:space="preserve">)" +
            escape_xml(with_wrap_points(cleaned(run.text), longest_piece)) + "</w:t></w:r>";
  }
  return text;
}

std::string docx_paragraph(const std::string& style, const std::string& runs, const std::string& properties) {
  return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", style, properties, runs);
}

std::string docx_caption(const std::vector<Runs>& lines) {
  std::string text;
  for (const Runs& line : lines)
    text += docx_paragraph("Caption", docx_runs(line), text.empty() ? "" : R"(<w:spacing w:before="0" w:after="60"/>)");
  return text;
}

DocxTable docx_table(const Table& table, const NumberStyle& style) {
  const TableLayout layout = lay_out(table, style);
  Setting setting = settings[0];
  std::vector<TablePart> parts;
  for (const Setting& each : settings) {
    setting = each;
    parts = fit_columns(layout, capacity(each));
    if (parts.size() == 1) break;
  }
  DocxTable result{.content = "", .turned = setting.turned};
  result.content += docx_caption(caption_lines(layout, style));
  bool more = false;
  for (const TablePart& part : parts) {
    if (more) result.content += docx_paragraph("TableNote", "");
    result.content += PartPrinter(layout, part, setting).print();
    more = true;
  }
  result.content += notes(layout);
  return result;
}

}  // namespace ecpr::render
