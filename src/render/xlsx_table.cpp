#include "xlsx_table.hpp"

#include <algorithm>
#include <vector>

#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "number_parts.hpp"
#include "text_line.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::size_t label_width = 44, least_width = 7, text_width = 30, least_note_width = 70;  // in characters

/// A column of the table with the sheet columns that its numbers take.
struct Spread {
  std::size_t first = 1;
  std::vector<std::string> names = {""};
  std::optional<std::size_t> kind = std::nullopt;  // which alternative of Quantity is taken apart
};

const Quantity* quantity_in(const Row& row, std::size_t column) {
  if (row.spanning || column >= row.cells.size()) return nullptr;
  return std::get_if<Quantity>(&row.cells[column].content);
}

/// A t has no second degrees of freedom: their column is there for tables of F alone.
bool has_third_part(const Table& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    const Quantity* quantity = quantity_in(row, column);
    const auto* test = quantity != nullptr ? std::get_if<TestStatistic>(quantity) : nullptr;
    return test != nullptr && test->second_degrees_of_freedom.has_value();
  });
}

Spread spread_of(const Table& table, std::size_t column) {
  Spread spread;
  for (const Row& row : table.rows) {
    const Quantity* quantity = quantity_in(row, column);
    if (quantity == nullptr) continue;
    spread.kind = quantity->index();
    spread.names = part_names(*quantity);
    if (std::holds_alternative<TestStatistic>(*quantity) && !has_third_part(table, column)) spread.names.pop_back();
    break;
  }
  return spread;
}

/// Footnote marks of a cell, as a number format shows them: " (a)".
std::string marks_of(const SetCell& cell) {
  std::string marks;
  for (const Run& run : cell.runs) {
    if (run.face == Face::mark) marks += "\" (" + run.text + ")\"";
  }
  return marks;
}

/// Writes one table to a sheet.
class TableSheet {
 public:
  TableSheet(const Table& table, const NumberStyle& style)
      : table_(table), style_(style), layout_(lay_out(table, style)) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      Spread spread = spread_of(table, i);
      spread.first = columns_;
      columns_ += spread.names.size();
      spreads_.push_back(std::move(spread));
    }
  }

  Sheet write() {
    sheet_.name = table_.number.empty() ? plain(layout_.caption) : table_.number;
    sheet_.turned = columns_ > 8;
    sheet_.widths.assign(columns_, least_width);
    for (const Runs& line : caption_lines(layout_, style_)) add_text(line);
    add_header();
    for (std::size_t r = 0; r < table_.rows.size(); ++r) add_row(table_.rows[r], layout_.rows[r]);
    rule_off();
    add_notes();
    set_heights();
    return std::move(sheet_);
  }

 private:
  /// A line across the table; it is merged over the columns when their widths are known.
  void add_text(Runs runs) {
    across_.push_back(sheet_.rows.size());
    sheet_.rows.push_back({SheetCell{.text = std::move(runs), .look = {.wrapped = true}}});
  }

  std::size_t width_of_columns(std::size_t first, std::size_t last) const {
    std::size_t width = sheet_.widths[first];
    for (std::size_t i = first + 1; i <= last; ++i) width += sheet_.widths[i] + 2;
    return width;
  }

  void set_heights() {
    while (width_of_columns(0, sheet_.widths.size() - 1) < least_note_width) sheet_.widths.push_back(least_width);
    const std::size_t last = sheet_.widths.size() - 1;
    for (const std::size_t row : across_) sheet_.merged.push_back({row, 0, row, last});
    sheet_.row_lines.assign(sheet_.rows.size(), 1);
    for (std::size_t r = 0; r < sheet_.rows.size(); ++r) {
      for (std::size_t c = 0; c < sheet_.rows[r].size(); ++c) {
        const SheetCell& cell = sheet_.rows[r][c];
        if (!cell.look.wrapped || cell.text.empty()) continue;
        const Merged extent = extent_of(r, c);
        const std::size_t lines = wrapped(line_of(cell.text), width_of_columns(c, extent.last_column)).size();
        const std::size_t rows = extent.last_row - r + 1;
        sheet_.row_lines[r] = std::max(sheet_.row_lines[r], (lines + rows - 1) / rows);
      }
    }
  }

  Merged extent_of(std::size_t row, std::size_t column) const {
    for (const Merged& merged : sheet_.merged) {
      if (merged.first_row == row && merged.first_column == column) return merged;
    }
    return {row, column, row, column};
  }

  void widen(std::size_t column, std::size_t wanted, std::size_t most) {
    sheet_.widths[column] = std::max(sheet_.widths[column], std::min(wanted, most));
  }

  /// Rows of header cells over the columns that they stand for, and below them the names of the parts.
  void add_header() {
    sheet_.header_begin = sheet_.rows.size();
    const bool named =
        std::any_of(spreads_.begin(), spreads_.end(), [](const Spread& s) { return s.names.size() > 1; });
    const std::size_t top = sheet_.rows.size(), height = layout_.header.size() + (named ? 1 : 0);
    const CellLook look{.bold = true, .wrapped = true};
    for (std::size_t r = 0; r < height; ++r) sheet_.rows.emplace_back(columns_, SheetCell{.look = look});
    for (std::size_t r = 0; r < layout_.header.size(); ++r) {
      for (const SetCell& cell : layout_.header[r]) put_header(cell, top, r, height);
    }
    if (named) put_names(top + height - 1);
    sheet_.header_end = sheet_.rows.size();
    for (std::size_t r = top; r < sheet_.header_end; ++r) {
      for (SheetCell& cell : sheet_.rows[r]) {
        cell.look.rule_above = layout_.ruled && r == top;
        cell.look.rule_below = layout_.ruled && r + 1 == sheet_.header_end;
      }
    }
  }

  std::size_t first_of(std::size_t layout_column) const {
    return layout_column == 0 ? 0 : spreads_[layout_column - 1].first;
  }
  std::size_t last_of(std::size_t layout_column) const {
    return layout_column == 0 ? 0 : first_of(layout_column) + spreads_[layout_column - 1].names.size() - 1;
  }

  void put_header(const SetCell& cell, std::size_t top, std::size_t r, std::size_t height) {
    const std::size_t first = first_of(cell.column), last = last_of(cell.column + cell.columns - 1);
    const bool single = cell.columns == 1 && first == last;
    const std::size_t bottom = single ? height - 1 : r + cell.rows - 1;
    SheetCell& place = sheet_.rows[top + r][first];
    place.text = cell.runs;
    place.look.right = single && first > 0 && layout_.alignments[cell.column] != Alignment::left;
    place.look.centered = first != last;
    if (single) widen(first, longest_word(line_of(cell.runs)), text_width);
    if (first != last || bottom != r) sheet_.merged.push_back({top + r, first, top + bottom, last});
  }

  void put_names(std::size_t row) {
    for (const Spread& spread : spreads_) {
      if (spread.names.size() == 1) continue;
      for (std::size_t i = 0; i < spread.names.size(); ++i) {
        SheetCell& place = sheet_.rows[row][spread.first + i];
        place.text = {Run{spread.names[i]}};
        place.look.right = true;
        widen(spread.first + i, longest_word(line_of(place.text)), text_width);
      }
    }
  }

  void add_row(const Row& row, const SetRow& set) {
    std::vector<SheetCell> cells(columns_);
    cells.front() = {.text = set.cells.front().runs,
                     .look = {.bold = row.spanning, .wrapped = !row.spanning, .indent = row.indent}};
    if (!row.spanning) {
      widen(0, width_of(line_of(set.cells.front().runs)) + static_cast<std::size_t>(row.indent) * 2, label_width);
      for (std::size_t i = 0; i < table_.columns.size(); ++i) put_cell(row, i, set.cells[i + 1], cells);
    }
    sheet_.rows.push_back(std::move(cells));
  }

  void put_cell(const Row& row, std::size_t column, const SetCell& set, std::vector<SheetCell>& cells) {
    const Spread& spread = spreads_[column];
    const Quantity* quantity = quantity_in(row, column);
    if (quantity == nullptr || spread.kind != quantity->index()) {
      const bool number_column = spread.kind.has_value();
      cells[spread.first] = {
          .text = set.runs,
          .look = {.wrapped = !number_column, .right = number_column, .indent = number_column ? 0 : 1}};
      widen(spread.first, width_of(line_of(set.runs)), text_width);
      return;
    }
    std::vector<NumberPart> parts = number_parts(style_, *quantity);
    parts.resize(spread.names.size());
    const auto dash =
        std::find_if(parts.begin(), parts.end(), [](const NumberPart& p) { return !p.value && !p.text.empty(); });
    const auto marked = static_cast<std::size_t>((dash == parts.end() ? parts.begin() : dash) - parts.begin());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      cells[spread.first + i] = number_cell(parts[i], i == marked ? set : SetCell{});
      widen(spread.first + i, display_width(parts[i].text) + (i == marked ? marks_of(set).size() : 0), text_width);
    }
  }

  static SheetCell number_cell(const NumberPart& part, const SetCell& marked) {
    const std::string marks = marks_of(marked);
    if (part.value)
      return {.number = part.value, .look = {.number_format = with_marks(number_format(part), marks), .right = true}};
    SheetCell cell{.text = {}, .look = {.right = true}};
    if (!part.text.empty()) cell.text.push_back({part.text});
    for (const Run& run : marked.runs) {
      if (run.face == Face::mark) cell.text.push_back(run);
    }
    return cell;
  }

  static std::string with_marks(const std::string& format, const std::string& marks) {
    const std::size_t sections = format.find(";\"\u2212");
    if (sections == std::string::npos) return format + marks;
    return format.substr(0, sections) + marks + format.substr(sections) + marks;
  }

  void rule_off() {
    if (!layout_.ruled || sheet_.rows.empty() || sheet_.rows.back().size() < columns_) return;
    for (SheetCell& cell : sheet_.rows.back()) cell.look.rule_below = true;
  }

  void add_notes() {
    for (const Runs& note : layout_.notes) add_text(note);
    for (const Footnote& note : layout_.footnotes) {
      Runs runs = {{note.letter, Face::superscript}, {" "}};
      runs.insert(runs.end(), note.runs.begin(), note.runs.end());
      add_text(std::move(runs));
    }
    if (!layout_.abbreviations.empty()) add_text(layout_.abbreviations);
  }

  const Table& table_;
  const NumberStyle& style_;
  TableLayout layout_;
  std::vector<Spread> spreads_;
  std::size_t columns_ = 1;
  std::vector<std::size_t> across_;  // rows of text across the table
  Sheet sheet_;
};

}  // namespace

Sheet table_sheet(const Table& table, const NumberStyle& style) { return TableSheet(table, style).write(); }

}  // namespace ecpr::render
