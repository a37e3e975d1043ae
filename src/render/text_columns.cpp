#include "text_columns.hpp"

#include <algorithm>
#include <numeric>

#include "text_line.hpp"

namespace ecpr::render {

using document::Alignment;
using document::SetCell;
using document::SetRow;
using document::TableLayout;

namespace {

constexpr std::size_t least_label = 20, least_text = 16;
constexpr std::size_t header_lines = 2;  // headers are wrapped to so many lines where there is room

/// What one column asks for.
struct Need {
  std::size_t body = 0;   // widest cell
  std::size_t word = 0;   // widest word of the header
  bool may_wrap = false;  // labels and texts
  std::size_t least = 0, best = 0;
};

std::vector<Need> needs_of(const TableLayout& layout, std::size_t width) {
  std::vector<Need> needs(layout.alignments.size());
  for (const SetRow& row : layout.rows) {
    if (row.spanning) continue;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      const std::size_t indent = i == 0 ? static_cast<std::size_t>(row.indent) * indent_step : row.cells[i].lead;
      needs[i].body = std::max(needs[i].body, indent + width_of(line_of(row.cells[i].runs)));
    }
  }
  for (const auto& row : layout.header) {
    for (const SetCell& cell : row) {
      if (cell.columns == 1)
        needs[cell.column].word = std::max(needs[cell.column].word, longest_word(line_of(cell.runs)));
    }
  }
  for (std::size_t i = 0; i < needs.size(); ++i) {
    Need& need = needs[i];
    need.may_wrap = layout.alignments[i] == Alignment::left;
    need.best = std::max<std::size_t>({need.body, need.word, 1});
    need.least = need.best;
    if (need.may_wrap) need.least = std::max(need.word, std::min(need.body, i == 0 ? least_label : least_text));
    const std::size_t most = i == 0 ? width / 2 : width;
    need.least = std::min(std::max<std::size_t>(need.least, 1), most);
  }
  return needs;
}

/// Gives what is left of `width` to the columns that are narrower than they would like to be.
void share_out(TablePart& part, const std::vector<Need>& needs, std::size_t width) {
  while (part.width() < width) {
    std::size_t poorest = part.columns.size(), lack = 0;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
      const std::size_t best = needs[part.columns[i]].best;
      if (best > part.widths[i] && best - part.widths[i] > lack) {
        lack = best - part.widths[i];
        poorest = i;
      }
    }
    if (lack == 0) return;
    ++part.widths[poorest];
  }
}

/// Takes from the widest columns what does not fit; their cells are then wrapped, numbers too.
void squeeze(TablePart& part, std::size_t width) {
  while (part.width() > width) {
    auto widest = std::max_element(part.widths.begin(), part.widths.end());
    if (*widest == 1) return;
    --*widest;
  }
}

TablePart part_of(const std::vector<std::size_t>& columns, const std::vector<Need>& needs, std::size_t width) {
  TablePart part{columns, {}};
  for (const std::size_t column : columns) part.widths.push_back(needs[column].least);
  share_out(part, needs, width);
  squeeze(part, width);
  return part;
}

/// Columns from left to right, a new part whenever `limit` is exceeded.
std::vector<std::vector<std::size_t>> filled(const std::vector<Need>& needs, std::size_t limit) {
  std::vector<std::vector<std::size_t>> parts;
  std::size_t used = 0;
  for (std::size_t column = 1; column < needs.size(); ++column) {
    const std::size_t needed = column_gap + needs[column].least;
    if (parts.empty() || (parts.back().size() > 1 && used + needed > limit)) {
      parts.push_back({0});
      used = needs[0].least;
    }
    parts.back().push_back(column);
    used += needed;
  }
  if (parts.empty()) parts.push_back({0});
  return parts;
}

/// As many parts as `width` makes necessary, the widest of them as narrow as possible.
std::vector<std::vector<std::size_t>> balanced(const std::vector<Need>& needs, std::size_t width) {
  const std::size_t count = filled(needs, width).size();
  std::size_t limit = width;
  while (limit > needs[0].least && filled(needs, limit - 1).size() == count) --limit;
  return filled(needs, limit);
}

/// The least width at which the text takes at most `lines` lines.
std::size_t width_for(const Line& line, std::size_t lines) {
  std::size_t width = std::max<std::size_t>(longest_word(line), 1);
  while (wrapped(line, width).size() > lines) ++width;
  return width;
}

TablePart with_header_lines(const TableLayout& layout, TablePart part, std::size_t lines) {
  for (const auto& row : layout.header) {
    for (const SetCell& cell : row) {
      const auto first = std::find(part.columns.begin(), part.columns.end(), cell.column);
      if (first == part.columns.end()) continue;
      const auto place = static_cast<std::size_t>(first - part.columns.begin());
      const std::size_t needed = width_for(line_of(cell.runs), lines);
      if (cell.columns == 1) {
        part.widths[place] = std::max(part.widths[place], needed);
        continue;
      }
      std::size_t last = place;
      while (last + 1 < part.columns.size() && part.columns[last + 1] < cell.column + cell.columns) ++last;
      const std::size_t available = part.offset(last) + part.widths[last] - part.offset(place);
      if (needed > available) part.widths[last] += needed - available;
    }
  }
  return part;
}

/// Widens columns whose header is long, as far as there is room.
TablePart widened(const TableLayout& layout, const TablePart& part, std::size_t width) {
  for (std::size_t lines = header_lines; lines < 8; ++lines) {
    const TablePart wider = with_header_lines(layout, part, lines);
    if (wider.width() <= width) return wider;
  }
  return part;
}

}  // namespace

std::size_t TablePart::width() const {
  return std::accumulate(widths.begin(), widths.end(), column_gap * (widths.size() - 1));
}

std::size_t TablePart::offset(std::size_t place) const {
  return std::accumulate(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(place), column_gap * place);
}

std::vector<TablePart> fit_columns(const TableLayout& layout, std::size_t width) {
  const std::vector<Need> needs = needs_of(layout, width);
  std::vector<TablePart> parts;
  for (const auto& columns : balanced(needs, width)) {
    parts.push_back(widened(layout, part_of(columns, needs, width), width));
  }
  return parts;
}

}  // namespace ecpr::render
