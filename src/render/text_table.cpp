#include "text_table.hpp"

#include <algorithm>
#include <vector>

#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "text_columns.hpp"
#include "text_line.hpp"

namespace ecpr::render {

using document::Alignment;
using document::SetCell;
using document::SetRow;
using document::TableLayout;

namespace {

/// Lines that are filled at places instead of from the left.
class Canvas {
 public:
  /// Writes `line` into line `row` from column `at` on; what stands further left there was written before.
  void put(std::size_t row, std::size_t at, const Line& line) {
    if (lines_.size() <= row) lines_.resize(row + 1);
    const std::size_t used = width_of(lines_[row]);
    if (at > used) lines_[row].push_back({std::string(at - used, ' ')});
    lines_[row].insert(lines_[row].end(), line.begin(), line.end());
  }

  std::size_t height() const { return lines_.size(); }

  std::string text(std::size_t indent, bool ansi) const {
    std::string text;
    for (const Line& line : lines_) {
      std::string characters = shown(line, ansi);
      characters.erase(characters.find_last_not_of(' ') + 1);
      if (!characters.empty()) text += std::string(indent, ' ') + characters;
      text += '\n';
    }
    return text;
  }

 private:
  std::vector<Line> lines_;
};

Line rule(std::size_t width) {
  std::string text;
  for (std::size_t i = 0; i < width; ++i) text += "\u2500";
  return {{text}};
}

/// One part of a table: columns that stand beside each other.
class PartPrinter {
 public:
  PartPrinter(const TableLayout& layout, const TablePart& part) : layout_(layout), part_(part) {}

  Canvas print() {
    if (layout_.ruled) add_rule();
    if (!layout_.header.empty()) {
      add_header();
      if (layout_.ruled) add_rule();
    }
    for (const SetRow& row : layout_.rows) add_row(row);
    if (layout_.ruled) add_rule();
    return std::move(canvas_);
  }

 private:
  /// A header cell as far as it stands in this part.
  struct Placed {
    const SetCell* cell;
    std::size_t first, last;  // places of its columns
    std::vector<Line> lines;
  };

  std::size_t end(std::size_t place) const { return part_.offset(place) + part_.widths[place]; }

  void add_rule() { canvas_.put(canvas_.height(), 0, rule(part_.width())); }

  std::vector<Placed> placed(const std::vector<SetCell>& row) const {
    std::vector<Placed> all;
    for (const SetCell& cell : row) {
      Placed here{&cell, part_.columns.size(), 0, {}};
      for (std::size_t place = 0; place < part_.columns.size(); ++place) {
        const std::size_t column = part_.columns[place];
        if (column < cell.column || column >= cell.column + cell.columns) continue;
        here.first = std::min(here.first, place);
        here.last = place;
      }
      if (here.first == part_.columns.size()) continue;
      here.lines = wrapped(line_of(cell.runs), end(here.last) - part_.offset(here.first));
      all.push_back(std::move(here));
    }
    return all;
  }

  void add_header() {
    std::vector<std::vector<Placed>> rows;
    std::vector<std::size_t> heights;
    for (const auto& row : layout_.header) {
      rows.push_back(placed(row));
      heights.push_back(row_height(rows.back()));
    }
    make_room(rows, heights);
    std::vector<std::size_t> tops = {canvas_.height()};
    for (const std::size_t height : heights) tops.push_back(tops.back() + height);
    std::vector<std::pair<std::size_t, const Placed*>> cells;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (const Placed& cell : rows[r]) cells.emplace_back(r, &cell);
    }
    std::stable_sort(cells.begin(), cells.end(),
                     [](const auto& a, const auto& b) { return a.second->first < b.second->first; });
    for (const auto& [r, cell] : cells) put_header(*cell, tops[r + cell->cell->rows]);
  }

  static bool has_rule(const Placed& cell) { return cell.cell->columns > 1; }

  static std::size_t row_height(const std::vector<Placed>& row) {
    std::size_t height = 0;
    for (const Placed& cell : row) {
      if (cell.cell->rows == 1) height = std::max(height, cell.lines.size() + (has_rule(cell) ? 1 : 0));
    }
    return height;
  }

  /// Cells over several rows make the last of them higher where they have more lines.
  static void make_room(const std::vector<std::vector<Placed>>& rows, std::vector<std::size_t>& heights) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (const Placed& cell : rows[r]) {
        std::size_t height = 0;
        for (std::size_t i = r; i < r + cell.cell->rows; ++i) height += heights[i];
        const std::size_t needed = cell.lines.size() + (has_rule(cell) ? 1 : 0);
        if (needed > height) heights[r + cell.cell->rows - 1] += needed - height;
      }
    }
  }

  void put_header(const Placed& cell, std::size_t bottom) {
    const std::size_t left = part_.offset(cell.first), right = end(cell.last);
    if (has_rule(cell)) canvas_.put(--bottom, left, rule(right - left));
    const bool flush_right = cell.cell->columns == 1 && layout_.alignments[cell.cell->column] == Alignment::right;
    std::size_t row = bottom - cell.lines.size();
    for (const Line& line : cell.lines) {
      canvas_.put(row++, flush_right ? right - std::min(width_of(line), right - left) : left, line);
    }
  }

  void add_row(const SetRow& row) {
    const std::size_t top = canvas_.height();
    const std::size_t indent = static_cast<std::size_t>(row.indent) * indent_step;
    canvas_.put(top, 0, {});
    if (row.spanning) {
      put_label(row.cells.front(), top, indent, part_.width());
      return;
    }
    put_label(row.cells.front(), top, indent, part_.widths.front());
    for (std::size_t place = 1; place < part_.columns.size(); ++place) {
      put_cell(row.cells[part_.columns[place]], top, place);
    }
  }

  /// Further lines of a label are indented more than the first.
  void put_label(const SetCell& label, std::size_t top, std::size_t indent, std::size_t width) {
    const Line line = line_of(label.runs);
    indent = std::min(indent, width / 2);
    std::vector<Line> lines = wrapped(line, width - indent);
    std::size_t at = indent;
    if (lines.size() > 1) {
      const std::size_t hanging = std::min(indent_step, (width - indent) / 2);
      lines = wrapped(line, width - indent - hanging);
      for (std::size_t i = 1; i < lines.size(); ++i) canvas_.put(top + i, indent + hanging, lines[i]);
    }
    canvas_.put(top, at, lines.front());
  }

  void put_cell(const SetCell& cell, std::size_t top, std::size_t place) {
    const std::size_t left = part_.offset(place), width = part_.widths[place];
    const bool flush_right = layout_.alignments[part_.columns[place]] == Alignment::right;
    const std::size_t lead = std::min(cell.lead, width / 2);
    std::size_t row = top;
    for (const Line& line : wrapped(line_of(cell.runs), width - lead)) {
      if (line.empty()) continue;
      canvas_.put(row++, flush_right ? left + width - std::min(width_of(line), width) : left + lead, line);
    }
  }

  const TableLayout& layout_;
  const TablePart& part_;
  Canvas canvas_;
};

}  // namespace

std::string hanging(const std::string& first, const document::Runs& runs, const Options& options) {
  const std::size_t indent = display_width(first);
  std::string text = first;
  bool more = false;
  for (const Line& line : wrapped(line_of(runs), options.width - std::min(indent, options.width / 2))) {
    if (more) text += "\n" + std::string(line.empty() ? 0 : indent, ' ');
    text += shown(line, options.ansi);
    more = true;
  }
  return text + "\n";
}

std::string text_table(const document::Table& table, const Options& options) {
  const TableLayout layout = document::lay_out(table, options.style);
  const std::size_t indent = layout.ruled ? 0 : indent_step;
  std::string text;
  for (const document::Runs& line : document::caption_lines(layout, options.style)) {
    text += hanging("", line, options);
  }
  bool more = false;
  for (const TablePart& part : fit_columns(layout, options.width - indent)) {
    if (more) text += "\n";
    text += PartPrinter(layout, part).print().text(indent, options.ansi);
    more = true;
  }
  for (const document::Runs& note : layout.notes) text += hanging("", note, options);
  for (const document::Footnote& note : layout.footnotes) text += hanging("(" + note.letter + ") ", note.runs, options);
  if (!layout.abbreviations.empty()) text += hanging("", layout.abbreviations, options);
  return text;
}

}  // namespace ecpr::render
