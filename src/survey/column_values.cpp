#include "column_values.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "answer_rule.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::survey {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool all_digits(std::string_view cell) {
  constexpr std::size_t most = 15;
  return cell.size() <= most && std::all_of(cell.begin(), cell.end(), is_digit);
}

std::uint64_t number_of(std::string_view digits) {
  return std::accumulate(digits.begin(), digits.end(), std::uint64_t{0},
                         [](std::uint64_t number, char c) { return 10 * number + static_cast<unsigned>(c - '0'); });
}

/// "ana@example.org", "k07": no words that many may say.
bool is_code(std::string_view cell) {
  if (cell.find(' ') != cell.npos) return false;
  return cell.find('@') != cell.npos ||
         (std::any_of(cell.begin(), cell.end(), is_digit) && std::any_of(cell.begin(), cell.end(), is_letter));
}

void add_number(std::string_view cell, ColumnValues& column) {
  const std::uint64_t number = number_of(cell);
  const bool first = column.wholes == 1;
  if (!first) {
    column.rising = column.rising && number > column.last;
    column.falling = column.falling && number < column.last;
    column.step = std::gcd(column.step, number > column.last ? number - column.last : column.last - number);
  }
  column.lowest = first ? number : std::min(column.lowest, number);
  column.highest = first ? number : std::max(column.highest, number);
  column.digits = first ? cell.size() : std::min(column.digits, cell.size());
  column.last = number;
}

void add_cell(std::string_view cell, std::uint32_t row, const IdRule& rule, ColumnValues& column) {
  cell = trimmed_unicode(cell);
  if (MissingWords::is_usual(cell)) return;
  if (++column.filled == 1) column.times = cell.find(':') != cell.npos;
  if (all_digits(cell)) {
    ++column.wholes;
    add_number(cell, column);
  } else {
    column.codes += is_code(cell);
    if (!column.fractions && cell.find_first_of(".,") != cell.npos)
      column.fractions = parse_number(cell, '.') || parse_number(cell, ',');
  }
  column.values.push_back({std::hash<std::string>{}(rule.key(cell)), row});
}

void count_different(ColumnValues& column) {
  std::sort(column.values.begin(), column.values.end());
  column.different = 0;
  for (std::size_t i = 0; i < column.values.size(); ++i)
    column.different += i == 0 || column.values[i].value != column.values[i - 1].value;
}

}  // namespace

double ColumnValues::density() const {
  const std::uint64_t places = step == 0 ? 1 : (highest - lowest) / step + 1;
  return static_cast<double>(different) / static_cast<double>(places);
}

WaveValues::WaveValues(const std::vector<std::string>& names, std::vector<std::size_t> kept, IdRule rule)
    : kept_(std::move(kept)), rule_(rule) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i].empty()) columns_.emplace_back().column = i;
  }
}

bool WaveValues::is_kept(const ColumnValues& column) const {
  return std::find(kept_.begin(), kept_.end(), column.column) != kept_.end();
}

void WaveValues::let_go() {
  for (auto& column : columns_) count_different(column);
  std::erase_if(columns_, [&](const ColumnValues& column) {
    const bool various = 2 * column.different > column.filled && 4 * column.filled > rows_;
    return !is_kept(column) && (!various || column.fractions || column.times);
  });
}

void WaveValues::add(std::span<const std::string_view> cells) {
  for (auto& column : columns_) {
    if (column.column < cells.size()) add_cell(cells[column.column], static_cast<std::uint32_t>(rows_), rule_, column);
  }
  if (++rows_ < next_look_) return;
  next_look_ *= 4;
  let_go();
}

std::vector<ColumnValues> WaveValues::finished() {
  let_go();
  for (auto& column : columns_) column.rows = rows_;
  constexpr std::size_t most = 100;
  if (columns_.size() > most) {
    std::stable_partition(columns_.begin(), columns_.end(),
                          [&](const ColumnValues& column) { return is_kept(column) || column.is_codes(); });
    columns_.resize(most);
  }
  return std::move(columns_);
}

}  // namespace ecpr::survey
