#include "table_header.hpp"

#include <algorithm>

#include "ecpr/base/text.hpp"
#include "ecpr/document/sentence_writing.hpp"

namespace ecpr::document {

namespace {

Run letter(const NumberStyle& style, std::string text) {
  return style.italic_letters ? italic(std::move(text)) : Run{std::move(text)};
}

// Blanks inside these are U+00A0: a header does not break there.

Runs interval_suffix(const Column& column, const NumberStyle& style) {
  return {{std::string(style.interval_open) + confidence_level(column.confidence) + "\u00a0CI" +
           std::string(style.interval_close)}};
}

/// What the style appends to a header, or puts in place of an empty one (then without the comma).
Runs suffix(const Column& column, const NumberStyle& style, bool empty) {
  const Run comma{empty ? "" : ", "};
  switch (column.kind) {
    case ColumnKind::count: return empty ? Runs{letter(style, "n")} : Runs{};
    case ColumnKind::share: return {comma, letter(style, "n"), Run{"\u00a0(%)"}};
    case ColumnKind::percentage: {
      Runs runs = {Run{empty ? "%" : ", %"}};
      runs.push_back(interval_suffix(column, style).front());
      return runs;
    }
    case ColumnKind::mean_sd:
      if (is_split(column, style)) return {};
      return {Run{empty ? "Mean\u00a0(SD)" : ", mean\u00a0(SD)"}};
    case ColumnKind::median_range: return {Run{empty ? "Median (range)" : ", median (range)"}};
    case ColumnKind::estimate: return interval_suffix(column, style);
    case ColumnKind::limits: return {comma, Run{confidence_level(column.confidence) + "\u00a0CI"}};
    case ColumnKind::test:
      if (!empty) return {Run{" (df)"}};
      return {italic("t"), Run{std::string(style.test_column)}};
    case ColumnKind::p_value:
      return {Run{empty ? "" : " "}, italic(std::string(style.p_symbol)), Run{std::string(style.p_column)}};
    case ColumnKind::text:
    case ColumnKind::number: break;
  }
  return {};
}

Runs column_header(const Column& column, const NumberStyle& style) {
  Runs runs = set_text(style, column.header.text);
  for (Run& run : suffix(column, style, plain(runs).empty())) {
    if (!run.text.empty()) runs.push_back(std::move(run));
  }
  return runs;
}

/// Places header cells row by row, so that footnotes get their letters in reading order.
class HeaderBuilder {
 public:
  HeaderBuilder(const Table& table, const NumberStyle& style, Footnotes& footnotes)
      : table_(table), style_(style), footnotes_(footnotes) {
    for (const Column& column : table.columns) {
      first_.push_back(next_);
      next_ += is_split(column, style) ? 2 : 1;
    }
    first_.push_back(next_);
  }

  std::vector<std::vector<SetCell>> rows() {
    const std::size_t top = table_.header_groups.empty() ? 0 : 1;
    bool split = false;
    for (const Column& column : table_.columns) split = split || has_parts(column);
    const std::size_t height = top + 1 + (split ? 1 : 0);
    std::vector<std::vector<SetCell>> rows(height);
    add_label(rows[0], table_.row_header, 0, 1, height);
    std::size_t group = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (const HeaderGroup* here = group_at(i, group)) {
        add_label(rows[0], here->label, first_[i], first_[here->first + here->count] - first_[i], 1);
      }
      if (!in_group(i)) add_column(rows, i, 0);
    }
    if (top == 1) {
      for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        if (in_group(i)) add_column(rows, i, 1);
      }
    }
    for (auto& row : rows) {
      std::stable_sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
    }
    return rows;
  }

 private:
  bool has_parts(const Column& column) const { return is_split(column, style_) && !column.header.text.empty(); }

  bool in_group(std::size_t column) const {
    return std::any_of(table_.header_groups.begin(), table_.header_groups.end(), [&](const HeaderGroup& group) {
      return column >= group.first && column < group.first + group.count;
    });
  }

  const HeaderGroup* group_at(std::size_t column, std::size_t& next) const {
    const auto& groups = table_.header_groups;
    if (next >= groups.size() || groups[next].first != column || groups[next].count == 0) return nullptr;
    return &groups[next++];
  }

  void add(std::vector<SetCell>& row, Runs runs, std::size_t column, std::size_t columns, std::size_t height) {
    row.push_back({.runs = std::move(runs), .column = column, .columns = columns, .rows = height});
  }

  void add_label(std::vector<SetCell>& row, const Label& label, std::size_t column, std::size_t columns,
                 std::size_t height) {
    Runs runs = set_text(style_, label.text);
    footnotes_.mark(runs, label.notes);
    add(row, std::move(runs), column, columns, height);
  }

  /// The header of column `i` from row `top` down to the last one.
  void add_column(std::vector<std::vector<SetCell>>& rows, std::size_t i, std::size_t top) {
    const Column& column = table_.columns[i];
    const std::size_t height = rows.size() - top;
    Runs runs = column_header(column, style_);
    footnotes_.mark(runs, column.header.notes);
    if (!is_split(column, style_)) {
      add(rows[top], std::move(runs), first_[i], 1, height);
      return;
    }
    const bool parent = has_parts(column);
    if (parent) add(rows[top], std::move(runs), first_[i], 2, height - 1);
    std::vector<SetCell>& parts = parent ? rows.back() : rows[top];
    add(parts, {italic("M")}, first_[i], 1, parent ? 1 : height);
    add(parts, {italic("SD")}, first_[i] + 1, 1, parent ? 1 : height);
  }

  const Table& table_;
  const NumberStyle& style_;
  Footnotes& footnotes_;
  std::vector<std::size_t> first_;  // of each column, behind the row labels
  std::size_t next_ = 1;
};

void add_missing(std::vector<Abbreviation>& all, const char* abbreviation, const char* meaning) {
  const bool known = std::any_of(all.begin(), all.end(),
                                 [&](const Abbreviation& other) { return other.abbreviation == abbreviation; });
  if (!known) all.push_back({abbreviation, meaning});
}

}  // namespace

bool is_split(const Column& column, const NumberStyle& style) {
  return style.mean_sd_in_two_columns && column.kind == ColumnKind::mean_sd;
}

std::vector<std::vector<SetCell>> header_rows(const Table& table, const NumberStyle& style, Footnotes& footnotes) {
  auto rows = HeaderBuilder(table, style, footnotes).rows();
  for (const auto& row : rows) {
    for (const SetCell& cell : row) {
      if (!plain(cell.runs).empty()) return rows;
    }
  }
  return {};
}

std::vector<Abbreviation> all_abbreviations(const Table& table, const NumberStyle& style) {
  std::vector<Abbreviation> all = table.abbreviations;
  for (const Column& column : table.columns) {
    switch (column.kind) {
      case ColumnKind::percentage:
      case ColumnKind::estimate:
      case ColumnKind::limits: add_missing(all, "CI", "confidence interval"); break;
      case ColumnKind::mean_sd:
        if (is_split(column, style)) add_missing(all, "M", "mean");
        add_missing(all, "SD", "standard deviation");
        break;
      case ColumnKind::test: add_missing(all, "df", "degrees of freedom"); break;
      default: break;
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Abbreviation& a, const Abbreviation& b) {
    return case_folded(a.abbreviation) < case_folded(b.abbreviation);
  });
  return all;
}

}  // namespace ecpr::document
