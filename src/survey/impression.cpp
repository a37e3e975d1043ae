#include "ecpr/survey/impression.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "answer_rule.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/table.hpp"
#include "header.hpp"

namespace ecpr::survey {

namespace {

/// -1 to -9, 7 to 9, and numbers of one repeated digit from 6 up, such as 99 and -888.
bool is_usual_code(double number) {
  static constexpr std::array<double, 14> repeated = {66,  77,   88,   99,   666,  777,   888,
                                                      999, 6666, 7777, 8888, 9999, 99999, 999999};
  if (number < 0 && number >= -9) return number == std::floor(number);
  if (number == 7 || number == 8 || number == 9) return true;
  return std::find(repeated.begin(), repeated.end(), std::abs(number)) != repeated.end();
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

/// Whether the cell is a number.
bool count_number(std::string_view cell, ColumnImpression& column) {
  auto number = parse_number(cell, '.');
  const bool comma = !number;
  if (comma) number = parse_number(cell, ',');
  if (!number || std::abs(*number) > largest_score) return false;
  ++column.numbers;
  column.fractions += *number != std::floor(*number);
  column.with_comma += comma;
  column.with_point += !comma && cell.find('.') != cell.npos;
  if (is_usual_code(*number)) {
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

void look_at_cell(std::string_view cell, ColumnImpression& column) {
  cell = trimmed_unicode(cell);
  if (cell.empty() || MissingWords::is_usual(cell)) return;
  ++column.filled;
  if (!count_number(cell, column)) count_value(cell, column.texts, column.many_texts);
  count_value(cell, column.values, column.many_values);
}

bool leads_to(const Header& header, const std::string& name, std::size_t column) {
  if (name.empty() || invalid_utf8(name)) return false;
  for (const char* hole : {"{item}", "{wave}", "{column}"}) {
    if (name.find(hole) != name.npos) return false;
  }
  try {
    return header.find(name) == column;
  } catch (const InputError&) {  // the name of several columns
    return false;
  }
}

/// The first of the column's names that leads to it.
std::string name_for_column(const Header& header, std::size_t column) {
  const ColumnName& name = header.columns()[column];
  if (leads_to(header, name.name, column)) return name.name;
  if (leads_to(header, name.full, column)) return name.full;
  for (const auto& other : name.others) {
    if (leads_to(header, other, column)) return other;
  }
  return "";
}

}  // namespace

FileImpression look_at(const study::Source& source) {
  Table table(csv::Reader::open(source.path, {source.delimiter, source.encoding}), source.platform);
  FileImpression file;
  const Header header(table.name(), table.columns());
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    auto& column = file.columns.emplace_back();
    column.name = table.columns()[i];
    column.called = name_for_column(header, i);
  }
  csv::Record record;
  while (table.next(record)) {
    const std::size_t cells = std::min(record.fields.size(), file.columns.size());
    for (std::size_t i = 0; i < cells; ++i) look_at_cell(record.fields[i], file.columns[i]);
  }
  file.name = table.name();
  file.platform = table.platform().name;
  file.encoding = table.reader().dialect().encoding;
  file.delimiter = table.reader().dialect().delimiter;
  file.previews = table.previews();
  file.rows = table.rows() - table.previews();
  file.invalid_utf8_line = table.reader().invalid_utf8_line();
  return file;
}

std::optional<Interval> range_without(const ColumnImpression& column, const std::vector<double>& missing) {
  std::optional<Interval> range = column.range;
  for (const auto& seen : column.codes) {
    if (std::find(missing.begin(), missing.end(), seen.code) == missing.end()) extend(range, seen.code);
  }
  return range;
}

}  // namespace ecpr::survey
