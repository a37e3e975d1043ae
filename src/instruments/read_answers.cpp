#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "instrument_tables.hpp"

namespace ecpr::instruments {

using definition::Reader;

namespace {

bool is_whole(double value) { return value == std::floor(value) && std::abs(value) < 1e9; }

std::string range_in_words(const Instrument& instrument) {
  return fmt::format("{} to {}", shortest(instrument.lowest), shortest(instrument.highest));
}

void expect_answer(const Reader& table, std::string_view key, double answer, const Instrument& instrument) {
  if (answer < instrument.lowest || answer > instrument.highest || (instrument.whole && !is_whole(answer)))
    table.fail(key, fmt::format("{} is no answer of {}", shortest(answer), range_in_words(instrument)));
}

}  // namespace

void expect_keys(Reader& table, std::initializer_list<const char*> keys) {
  for (const char* key : keys) table.any(key);
  table.finish();
}

std::string read_name(Reader& table, std::string_view key) {
  const std::string name = table.required_text(key);
  const bool good = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
  if (!good)
    table.fail(key, fmt::format("'{}' should be made of letters, digits, _ and -, not '{}'", key, printable(name)));
  return name;
}

std::pair<double, double> read_range(Reader& table, bool whole) {
  const auto limits = table.numbers("range");
  if (!limits) table.fail("range", fmt::format("{} needs 'range', the lowest and highest answer", table.where()));
  if (limits->size() != 2 || !((*limits)[0] < (*limits)[1]))
    table.fail("range", "'range' should be [lowest, highest], the lowest and highest answer that is possible");
  const double lowest = (*limits)[0], highest = (*limits)[1];
  constexpr double most = 1e15;  // whole numbers are whole in a double up to here, and sums are finite
  if (lowest < -most || highest > most) table.fail("range", "'range' should lie between -1e15 and 1e15");
  if (whole && (!is_whole(lowest) || !is_whole(highest)))
    table.fail("range", "'range' should hold whole numbers; say whole = false when answers have fractions");
  if (whole && highest - lowest >= 250)
    table.fail("range", "'range' holds more than 250 whole numbers; say whole = false for a finely graded answer");
  return {lowest, highest};
}

std::optional<std::vector<std::size_t>> read_item_numbers(Reader& table, std::string_view key, std::size_t items) {
  const auto numbers = table.integers(key);
  if (!numbers) return std::nullopt;
  std::vector<std::size_t> places;
  for (const auto number : *numbers) {
    if (number < 1 || number > static_cast<std::int64_t>(items))
      table.fail(key, fmt::format("'{}' names item {}, but the items are 1 to {}", key, number, items));
    const auto place = static_cast<std::size_t>(number - 1);
    if (std::find(places.begin(), places.end(), place) != places.end())
      table.fail(key, fmt::format("'{}' names item {} twice", key, number));
    places.push_back(place);
  }
  return places;
}

void read_answers(Reader& root, Instrument& instrument) {
  auto table = root.table("answers");
  if (!table) return;
  std::set<std::string> seen;
  for (const auto& text : table->all_keys()) {
    const auto answer = table->number(text);
    expect_answer(*table, text, *answer, instrument);
    if (!seen.insert(comparison_key(text)).second)
      table->fail(text, fmt::format("the label '{}' stands twice in [answers]", printable(text)));
    instrument.labels.push_back({text, *answer});
  }
}

void read_counts(Reader& root, Instrument& instrument) {
  for (auto& table : root.tables("counts")) {
    expect_keys(table, {"items", "answers"});
    instrument.counted = true;
    if (!instrument.whole) table.fail("", "answers with fractions (whole = false) cannot be counted");
    const auto items = read_item_numbers(table, "items", instrument.items.size());
    const auto answers = table.numbers("answers");
    if (!items || !answers) table.fail("", "[[counts]] needs 'items' and 'answers', the answers that count");
    std::vector<double> values(static_cast<std::size_t>(instrument.highest - instrument.lowest) + 1, 0.0);
    for (const double answer : *answers) {
      expect_answer(table, "answers", answer, instrument);
      values[static_cast<std::size_t>(answer - instrument.lowest)] = 1;
    }
    if (std::find(values.begin(), values.end(), 1.0) == values.end() ||
        std::find(values.begin(), values.end(), 0.0) == values.end())
      table.fail("answers", "'answers' should hold some of the answers, neither none nor all");
    for (const auto item : *items) {
      if (!instrument.items[item].values.empty())
        table.fail("items", fmt::format("item {} stands in two [[counts]]", item + 1));
      instrument.items[item].values = values;
    }
  }
  if (!instrument.counted) return;
  for (std::size_t i = 0; i < instrument.items.size(); ++i) {
    if (instrument.items[i].values.empty())
      root.fail("counts", fmt::format("item {} stands in no [[counts]]: say which of its answers count", i + 1));
  }
}

}  // namespace ecpr::instruments
