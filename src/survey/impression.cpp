#include "ecpr/survey/impression.hpp"

#include <algorithm>
#include <cmath>

#include "answer_rule.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/table.hpp"
#include "header.hpp"
#include "suspicious_codes.hpp"

namespace ecpr::survey {

namespace {

/// Numbers that many use for "no answer", and the single digits that some do.
bool may_be_code(double number) {
  if (number != std::floor(number)) return false;
  return (number < 0 && number >= -9) || (number >= 7 && number <= 9) || is_usual_code(number);
}

void count_code(double number, std::vector<SeenCode>& codes) {
  const auto known =
      std::find_if(codes.begin(), codes.end(), [&](const SeenCode& seen) { return seen.code == number; });
  if (known != codes.end()) {
    ++known->count;
  } else {
    codes.push_back({number, 1});
  }
}

void extend(std::optional<Interval>& range, double number) {
  if (!range) range = Interval{number, number};
  range->lower = std::min(range->lower, number);
  range->upper = std::max(range->upper, number);
}

/// Whether the cell is a number. Where no semicolons stand between the cells, "6,900" is one, but which is not known.
bool count_number(std::string_view cell, bool semicolons, ColumnImpression& column) {
  if (!semicolons && parse_thousands(cell, ',')) {
    ++column.numbers;
    if (column.unclear.empty()) column.unclear = cell;
    return true;
  }
  auto number = parse_number(cell, '.');
  const bool comma = !number;
  if (comma) number = parse_number(cell, ',');
  if (!number || std::abs(*number) > largest_score) return false;
  ++column.numbers;
  column.fractions += *number != std::floor(*number);
  column.with_comma += comma;
  column.with_point += !comma && cell.find('.') != cell.npos;
  if (may_be_code(*number)) {
    count_code(*number, column.codes);
  } else {
    extend(column.range, *number);
  }
  return true;
}

void count_value(std::string_view cell, std::vector<SeenValue>& values, bool& many) {
  if (many) return;
  for (auto& value : values) {
    if (value.text != cell) continue;
    ++value.count;
    return;
  }
  many = values.size() == ColumnImpression::most_values || cell.size() > ColumnImpression::longest_value;
  if (many) {
    values.clear();
  } else {
    values.push_back({std::string(cell), 1});
  }
}

void look_at_cell(std::string_view cell, bool semicolons, ColumnImpression& column) {
  cell = trimmed_unicode(cell);
  if (cell.empty() || MissingWords::is_usual(cell)) return;
  ++column.filled;
  if (!count_number(cell, semicolons, column)) count_value(cell, column.texts, column.many_texts);
  count_value(cell, column.values, column.many_values);
}

}  // namespace

FileImpression look_at(const study::Source& source) {
  Table table(csv::Reader::open(source.path, {source.delimiter, source.encoding}), source.platform);
  FileImpression file;
  const Header header(table.name(), table.columns());
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    auto& column = file.columns.emplace_back();
    column.name = table.columns()[i];
    column.called = header.name_leading_to(i);
  }
  const bool semicolons = table.reader().dialect().delimiter == ';';
  csv::Record record;
  while (table.next(record)) {
    const std::size_t cells = std::min(record.fields.size(), file.columns.size());
    for (std::size_t i = 0; i < cells; ++i) look_at_cell(record.fields[i], semicolons, file.columns[i]);
  }
  table.require_width();
  file.source = source;
  file.name = table.name();
  file.platform = table.platform().name;
  file.encoding = table.reader().dialect().encoding;
  file.delimiter = table.reader().dialect().delimiter;
  file.previews = table.previews();
  file.rows = table.rows() - table.previews();
  file.invalid_utf8_line = table.reader().invalid_utf8_line();
  return file;
}

void each_row(const study::Source& source, const std::function<void(std::span<const std::string_view>)>& visit) {
  Table table(csv::Reader::open(source.path, {source.delimiter, source.encoding}), source.platform);
  csv::Record record;
  while (table.next(record)) visit(record.fields);
  table.require_width();
}

std::optional<Interval> range_without(const ColumnImpression& column, const std::vector<double>& missing) {
  std::optional<Interval> range = column.range;
  for (const auto& seen : column.codes) {
    if (std::find(missing.begin(), missing.end(), seen.code) == missing.end()) extend(range, seen.code);
  }
  return range;
}

}  // namespace ecpr::survey
