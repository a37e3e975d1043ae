#include "latex_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "characters.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/render/latex.hpp"
#include "text_columns.hpp"
#include "text_line.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::size_t longest_piece = 24;  // longer words may be broken
constexpr double em_per_character = 0.53;

/// A way to set a table: so many characters fit into a line.
struct Setting {
  const char* size;
  bool turned;
  std::size_t characters;
};

constexpr Setting settings[] = {{"\\normalsize", false, 84},   {"\\small", false, 90},
                                {"\\footnotesize", false, 98}, {"\\small", true, 138},
                                {"\\footnotesize", true, 150}, {"\\scriptsize", true, 160}};
constexpr Setting parted = {"\\footnotesize", true, 150};

bool fits(const std::vector<TablePart>& parts, std::size_t characters) {
  return parts.size() == 1 && parts.front().width() <= characters;
}

std::string em(std::size_t characters) {
  return fmt::format("{:.2f}em", static_cast<double>(characters) * em_per_character);
}

/// Writes one part of a table as a longtable.
class PartPrinter {
 public:
  PartPrinter(const TableLayout& layout, const TablePart& part) : layout_(layout), part_(part) {}

  std::string print(const std::string& caption) const {
    std::string text = "\\begin{longtable}{@{}" + column_types() + "@{}}\n";
    const std::string head = header();
    if (!caption.empty()) text += across("\\linewidth", "{\\normalsize " + caption + "}") + "\\\\[4pt]\n";
    if (!caption.empty()) text += head + "\\endfirsthead\n";
    text += head + "\\endhead\n";
    if (layout_.ruled) text += "\\bottomrule\n\\endfoot\n";
    for (const SetRow& row : layout_.rows) text += row.spanning ? spanning_row(row) : body_row(row);
    if (layout_.rows.empty()) text += fmt::format("\\multicolumn{{{}}}{{@{{}}l}}{{}} \\\\\n", part_.columns.size());
    return text + "\\end{longtable}\n";
  }

 private:
  std::string column_types() const {
    std::string types;
    for (std::size_t place = 0; place < part_.columns.size(); ++place) {
      const Alignment alignment = layout_.alignments[part_.columns[place]];
      if (alignment == Alignment::left && is_wrapped(place)) {
        types += "L{" + em(part_.widths[place]) + "}";
      } else {
        types += alignment == Alignment::right ? "r" : "l";
      }
    }
    return types;
  }

  bool is_wrapped(std::size_t place) const {
    return std::any_of(layout_.rows.begin(), layout_.rows.end(), [&](const SetRow& row) {
      if (row.spanning) return false;
      const std::size_t indent = place == 0 ? static_cast<std::size_t>(row.indent) * indent_step : 0;
      return indent + width_of(line_of(row.cells[part_.columns[place]].runs)) > part_.widths[place];
    });
  }

  /// A paragraph over all columns that does not make them wider.
  std::string across(const std::string& width, const std::string& text) const {
    return fmt::format(
        "\\multicolumn{{{}}}{{@{{}}l@{{}}}}{{\\makebox[0pt][l]{{\\parbox[t]{{{}}}{{\\raggedright {}}}}}}}",
        part_.columns.size(), width, text);
  }

  std::string header() const {
    std::string text = layout_.ruled ? "\\toprule\n" : "";
    for (std::size_t r = 0; r < layout_.header.size(); ++r) text += header_row(r);
    if (layout_.ruled && !layout_.header.empty()) text += "\\midrule\n";
    return text;
  }

  /// The cells that end in header row `r`; one that spans rows stands in the last of them.
  std::string header_row(std::size_t r) const {
    std::string text, rules;
    std::size_t place = 0;
    while (place < part_.columns.size()) {
      std::size_t last = place;
      const SetCell* cell = cell_ending_in(r, part_.columns[place]);
      if (cell != nullptr) {
        while (last + 1 < part_.columns.size() && part_.columns[last + 1] < cell->column + cell->columns) ++last;
        text += (place > 0 ? " & " : "") + header_cell(*cell, place, last);
        if (cell->columns > 1) rules += fmt::format("\\cmidrule(lr){{{}-{}}}\n", place + 1, last + 1);
      } else if (place > 0) {
        text += " & ";
      }
      place = last + 1;
    }
    return text + " \\\\\n" + rules;
  }

  const SetCell* cell_ending_in(std::size_t r, std::size_t column) const {
    for (std::size_t top = 0; top <= r; ++top) {
      for (const SetCell& cell : layout_.header[top]) {
        const bool here = column >= cell.column && column < cell.column + cell.columns;
        if (here && top + cell.rows == r + 1) return &cell;
      }
    }
    return nullptr;
  }

  std::string header_cell(const SetCell& cell, std::size_t first, std::size_t last) const {
    const std::string text = latex_inline(cell.runs);
    const std::size_t width = part_.offset(last) + part_.widths[last] - part_.offset(first);
    const bool right = cell.columns == 1 && layout_.alignments[cell.column] == Alignment::right;
    const std::string box = fmt::format("\\parbox[b]{{{}}}{{{}\\strut {}\\strut}}", em(width),
                                        right ? "\\raggedleft" : "\\raggedright", text);
    if (cell.columns == 1) return text.empty() ? "" : box;
    return fmt::format("\\multicolumn{{{}}}{{l}}{{{}}}", last - first + 1, box);
  }

  std::string spanning_row(const SetRow& row) const {
    const std::string label = indent(row) + "\\textit{" + latex_inline(row.cells.front().runs) + "}";
    return "\\addlinespace\n" + across(em(std::max<std::size_t>(part_.width(), 20)), label) + " \\\\*\n";
  }

  std::string body_row(const SetRow& row) const {
    std::string text = hanging(row) + indent(row) + latex_inline(row.cells.front().runs);
    for (std::size_t place = 1; place < part_.columns.size(); ++place) {
      const std::size_t column = part_.columns[place];
      text += " & " + padding(row.cells[column], column) + latex_inline(row.cells[column].runs);
    }
    return text + " \\\\\n";
  }

  static std::string indent(const SetRow& row) {
    return row.indent > 0 ? fmt::format("\\hspace*{{{}em}}", row.indent) : "";
  }

  /// The lines of a wrapped label below its first stand further in.
  std::string hanging(const SetRow& row) const {
    return is_wrapped(0) ? fmt::format("\\hangindent={}em ", row.indent + 1) : "";
  }

  /// Blank space as wide as what the widest number of the column has in front of this one.
  std::string padding(const SetCell& cell, std::size_t column) const {
    if (cell.lead == 0) return "";
    for (const SetRow& row : layout_.rows) {
      if (row.spanning || row.cells[column].lead > 0 || row.cells[column].runs.empty()) continue;
      const std::string text = row.cells[column].runs.front().text;
      std::string_view rest = text;
      std::string front;
      for (std::size_t i = 0; i < cell.lead && !rest.empty(); ++i) front += utf8(take_code_point(rest));
      if (front.find_first_of("0123456789") != std::string::npos || front.starts_with("\u2212") ||
          front.find_first_of("<>+[") != std::string::npos) {
        return "\\hphantom{" + escape_latex(front) + "}";
      }
    }
    return "";
  }

  const TableLayout& layout_;
  const TablePart& part_;
};

std::string notes(const TableLayout& layout) {
  std::string text;
  const auto add = [&](const std::string& note) { text += note + "\\par\n"; };
  for (const Runs& note : layout.notes) add(latex_inline(note));
  for (const Footnote& note : layout.footnotes) {
    add("\\textsuperscript{" + note.letter + "}\\," + latex_inline(note.runs));
  }
  if (!layout.abbreviations.empty()) add(latex_inline(layout.abbreviations));
  return text.empty() ? "" : "{\\footnotesize\\raggedright\\setlength{\\parskip}{1pt}\n" + text + "}\n";
}

std::string in_face(const Run& run) {
  const std::string text = escape_latex(with_wrap_points(cleaned(run.text), longest_piece));
  switch (run.face) {
    case Face::plain: return text;
    case Face::italic: return "\\textit{" + text + "}";
    case Face::bold: return "\\textbf{" + text + "}";
    case Face::superscript:
    case Face::mark: return "\\textsuperscript{" + text + "}";
    case Face::subscript: return "\\textsubscript{" + text + "}";
  }
  return text;
}

}  // namespace

std::string latex_inline(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += in_face(run);
  return text;
}

std::string latex_table(const Table& table, const NumberStyle& style) {
  const TableLayout layout = lay_out(table, style);
  Setting setting = parted;
  std::vector<TablePart> parts;
  for (const Setting& each : settings) {
    parts = fit_columns(layout, each.characters);
    setting = each;
    if (fits(parts, each.characters)) break;
  }
  if (!fits(parts, setting.characters)) {
    setting = parted;
    parts = fit_columns(layout, setting.characters);
  }
  std::string caption;
  for (const Runs& line : caption_lines(layout, style))
    caption += (caption.empty() ? "" : "\\newline ") + latex_inline(line);
  std::string text = setting.turned ? "\\begin{landscape}\n" : "";
  text += std::string("{") + setting.size + "\n";
  for (const TablePart& part : parts) {
    text += PartPrinter(layout, part).print(caption);
    caption.clear();
  }
  text += "}\n" + notes(layout);
  return text + (setting.turned ? "\\end{landscape}\n" : "\\bigskip\n");
}

}  // namespace ecpr::render
