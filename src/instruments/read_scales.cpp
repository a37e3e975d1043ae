#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "instrument_tables.hpp"

namespace ecpr::instruments {

using definition::Reader;
using definition::Value;

namespace {

std::string in_quotes(const Scale& scale) {
  return scale.name.empty() ? "the total" : fmt::format("scale '{}'", scale.name);
}

void read_scale_items(Reader& table, Scale& scale, std::size_t items) {
  if (auto numbers = read_item_numbers(table, "items", items)) {
    scale.items = std::move(*numbers);
    std::sort(scale.items.begin(), scale.items.end());
    if (scale.items.empty()) table.fail("items", fmt::format("{} has no items", in_quotes(scale)));
  } else {
    for (std::size_t i = 0; i < items; ++i) scale.items.push_back(i);
  }
  scale.reversed = read_item_numbers(table, "reversed", items).value_or(std::vector<std::size_t>{});
  std::sort(scale.reversed.begin(), scale.reversed.end());
  for (const auto item : scale.reversed) {
    if (!std::binary_search(scale.items.begin(), scale.items.end(), item))
      table.fail("reversed", fmt::format("item {} is reversed, but it is no item of {}", item + 1, in_quotes(scale)));
  }
}

void read_score(Reader& table, Scale& scale, bool counted) {
  const auto score = table.choice("score", {"sum", "mean", "count"});
  if (!score) table.fail("score", fmt::format("{} needs 'score': sum, mean or count", in_quotes(scale)));
  if (counted != (*score == "count"))
    table.fail("score", counted ? "where answers are counted ([[counts]]) every scale needs score = \"count\""
                                : "score = \"count\" needs [[counts]], which say what answers count");
  if (counted && !scale.reversed.empty()) table.fail("reversed", "counted answers cannot be reversed");
  scale.aggregate = *score == "mean" ? Aggregate::mean : Aggregate::sum;
  scale.multiplier = table.number("multiplier").value_or(1);
  if (!(scale.multiplier > 0 && scale.multiplier < 1e6))
    table.fail("multiplier", "'multiplier' should be a number above 0");
}

/// 80% of the items, rounded up, where the file does not say.
void read_missing_rule(Reader& table, Scale& scale) {
  const std::size_t items = scale.items.size();
  scale.minimum_answered = (4 * items + 4) / 5;
  if (const Value* value = table.any("minimum_answered")) {
    std::optional<double> count;
    if (value->kind == Value::Kind::integer) count = value->real;
    if (value->kind == Value::Kind::text && value->text.ends_with('%')) {
      if (const auto share = parse_number(value->text.substr(0, value->text.size() - 1)))
        count = std::ceil(*share * static_cast<double>(items) / 100 - 1e-9);
    }
    if (!count || *count < 1 || *count > static_cast<double>(items))
      table.fail("minimum_answered",
                 fmt::format("'minimum_answered' should be a count from 1 to {} or a share such as \"80%\"", items));
    scale.minimum_answered = static_cast<std::size_t>(*count);
  }
  scale.prorated = table.boolean("prorated").value_or(true);
  scale.rule_source = table.text("rule_source").value_or("");
  if (!scale.rule_source.empty() && !table.has("minimum_answered"))
    table.fail("rule_source", "'rule_source' says who published 'minimum_answered', which is not given");
}

void read_direction(Reader& table, Scale& scale) {
  const auto word = table.choice("higher_is", {"better", "worse", "neutral"});
  if (!word) table.fail("higher_is", fmt::format("{} needs 'higher_is': better, worse or neutral", in_quotes(scale)));
  if (*word == "better") scale.direction = Direction::higher_is_better;
  if (*word == "worse") scale.direction = Direction::lower_is_better;
}

/// A sum that is not scaled up may come from fewer items, whose missing answers count as 0.
void set_possible_scores(Scale& scale, double lowest, double highest) {
  const auto all = static_cast<double>(scale.items.size());
  const double fewest = scale.prorated ? all : static_cast<double>(scale.minimum_answered);
  const bool sum = scale.aggregate == Aggregate::sum;
  scale.lowest = scale.multiplier * lowest * (!sum ? 1 : lowest > 0 ? fewest : all);
  scale.highest = scale.multiplier * highest * (!sum ? 1 : highest < 0 ? fewest : all);
}

Scale read_scale(Reader& table, const Instrument& instrument) {
  expect_keys(table, {"name", "label", "items", "reversed", "score", "multiplier", "minimum_answered", "prorated",
                      "rule_source", "higher_is"});
  Scale scale;
  if (table.has("name")) scale.name = read_name(table, "name");
  scale.label = scale.name.empty() ? table.text("label").value_or(instrument.label) : table.required_text("label");
  read_scale_items(table, scale, instrument.items.size());
  read_score(table, scale, instrument.counted);
  read_missing_rule(table, scale);
  read_direction(table, scale);
  set_possible_scores(scale, instrument.counted ? 0 : instrument.lowest, instrument.counted ? 1 : instrument.highest);
  return scale;
}

}  // namespace

void read_scales(Reader& root, Instrument& instrument) {
  for (auto& table : root.tables("scale")) {
    Scale scale = read_scale(table, instrument);
    if (scale.name.empty() && !instrument.scales.empty())
      table.fail("", "the total, the one scale without 'name', comes before all others");
    for (const auto& other : instrument.scales) {
      if (other.name == scale.name) table.fail("name", fmt::format("two scales are called '{}'", scale.name));
    }
    instrument.scales.push_back(std::move(scale));
  }
  if (instrument.scales.empty()) root.fail("scale", "the instrument file needs a [[scale]]");
}

}  // namespace ecpr::instruments
