#include "suspicious_codes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"

namespace ecpr::survey {

namespace {

/// The column of one outcome in one file.
struct Column {
  std::size_t file = 0;
  std::uint32_t place = 0;   ///< among the numbers of a row
  std::uint32_t header = 0;  ///< place in the header

  bool operator==(const Column&) const = default;
};

std::vector<Column> columns_of(const Layout& layout, std::size_t outcome) {
  std::vector<Column> columns;
  for (const WaveCells* wave : {&layout.pre, &layout.post}) {
    const Column column{wave->file, wave->items[outcome][0], wave->columns[outcome][0]};
    if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  }
  return columns;
}

template <class Visit>
void each_value(const Rows& rows, const Column& column, Visit visit) {
  const RowStore& store = rows.stores[column.file];
  const std::size_t width = rows.layout->files[column.file].numbers;
  for (std::size_t row = 0; row < store.rows(); ++row) {
    const double value = store.numbers[row * width + column.place];
    if (std::isfinite(value)) visit(row, value);
  }
}

/// Where the values lie that are no usual codes.
struct Others {
  double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;

  void add(double value) {
    lowest = std::min(lowest, value);
    highest = std::max(highest, value);
  }

  bool leave_out(double code) const {
    if (code < 0 && lowest >= 0) return true;  // also when there are no others
    const double gap = std::max(lowest - code, code - highest);
    return lowest <= highest && gap > 0 && gap > (highest - lowest) / 4;
  }
};

void report(const Rows& rows, const Column& column, std::size_t outcome, const Others& others, Survey& survey) {
  const RowStore& store = rows.stores[column.file];
  each_value(rows, column, [&](std::size_t row, double value) {
    if (!is_usual_code(value) || !others.leave_out(value)) return;
    survey.problems.add(
        {store.line[row], column.header, 0, 0, ProblemKind::suspicious_code, static_cast<std::uint8_t>(column.file),
         static_cast<std::uint16_t>(outcome), store.wave.empty() ? std::uint16_t{0} : wave_number(store.wave[row])},
        shortest(value), rows.people.shown[store.person[row]]);
  });
}

}  // namespace

bool is_usual_code(double number) {
  constexpr double largest = 999'999;
  const double size = std::abs(number);
  if (size != std::floor(size) || size > largest || size < 7 || (number > 0 && size < 10)) return false;
  const std::string digits = shortest(size);
  const char last = digits.back();
  if (last < '7') return false;
  const auto before = digits.substr(0, digits.size() - 1);
  const auto all = [&](char wanted) {
    return std::all_of(before.begin(), before.end(), [&](char digit) { return digit == wanted; });
  };
  return all('9') || all(last);
}

bool is_usual_code(std::string_view text) {
  const auto number = parse_number(text);
  return number && is_usual_code(*number);
}

void find_suspicious_codes(const Rows& rows, Survey& survey) {
  for (std::size_t outcome = 0; outcome < rows.layout->outcomes.size(); ++outcome) {
    const auto& source = rows.layout->outcomes[outcome];
    if (source.scored || source.range) continue;
    const auto columns = columns_of(*rows.layout, outcome);
    Others others;
    for (const Column& column : columns)
      each_value(rows, column, [&](std::size_t, double value) {
        if (!is_usual_code(value)) others.add(value);
      });
    for (const Column& column : columns) report(rows, column, outcome, others, survey);
  }
}

}  // namespace ecpr::survey
