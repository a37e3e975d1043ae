#include "study_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "read_options.hpp"

namespace ecpr::study {

using definition::Reader;
using definition::Value;

std::string Place::resolve(const std::string& path) const {
  if (path == "-" || folder.empty() || std::filesystem::path(path).is_absolute()) return path;
  return (std::filesystem::path(folder) / path).lexically_normal().string();
}

std::vector<std::string> texts_or_numbers(Reader& table, std::string_view key) {
  const Value* value = table.any(key);
  std::vector<std::string> result;
  if (!value) return result;
  const std::vector<Value> one{*value};
  for (const auto& element : value->kind == Value::Kind::array ? value->elements : one) {
    if (element.kind == Value::Kind::text) {
      result.push_back(element.text);
    } else if (element.kind == Value::Kind::integer) {
      result.push_back(std::to_string(element.integer));
    } else if (element.kind == Value::Kind::real && std::isfinite(element.real)) {
      result.push_back(shortest(element.real));
    } else {
      table.fail(key, fmt::format("'{}' should be a list of texts or numbers", key));
    }
  }
  return result;
}

std::optional<Interval> read_range(Reader& table) {
  const auto limits = table.numbers("range");
  if (!limits) return std::nullopt;
  if (limits->size() != 2 || !((*limits)[0] < (*limits)[1]))
    table.fail("range", "'range' should be [lowest, highest], the lowest and highest answer that is possible");
  constexpr double most = 1e15;  // whole numbers are whole in a double up to here, and sums are finite
  if ((*limits)[0] < -most || (*limits)[1] > most) table.fail("range", "'range' should lie between -1e15 and 1e15");
  return Interval{(*limits)[0], (*limits)[1]};
}

instruments::Direction read_direction(Reader& table) {
  const auto word = table.choice("higher_is", {"better", "worse", "neutral"});
  if (word == "better") return instruments::Direction::higher_is_better;
  return word == "worse" ? instruments::Direction::lower_is_better : instruments::Direction::neutral;
}

std::optional<MinimumAnswered> read_minimum_answered(Reader& table, std::size_t items) {
  const Value* value = table.any("minimum_answered");
  if (!value) return std::nullopt;
  MinimumAnswered minimum;
  if (value->kind == Value::Kind::integer) {
    minimum.amount = value->real;
  } else if (value->kind == Value::Kind::text && value->text.ends_with('%')) {
    minimum.share = true;
    minimum.amount = parse_number(std::string_view(value->text).substr(0, value->text.size() - 1)).value_or(0);
  }
  const double most = minimum.share ? 100 : static_cast<double>(items);
  if (!(minimum.amount > 0) || minimum.amount > most)
    table.fail("minimum_answered",
               fmt::format("'minimum_answered' should be a count from 1 to {} or a share such as \"80%\"", items));
  return minimum;
}

void read_title(Reader& table, Study& study) {
  expect_known_keys(table, "study");
  study.title = table.text("title").value_or("");
  study.days_between = table.number("days_between");
  study.find_instruments = table.boolean("find_instruments").value_or(true);
  if (study.days_between && *study.days_between < 0)
    table.fail("days_between", "'days_between' should be the days from the first wave to the second, 0 or more");
  table.finish();
}

namespace {

/// The ways that `table` states, by the options of [input] of the same names.
void read_ways(Reader& table, const Place& place, Source& source) {
  Study own;
  take_options(table, "input", place, own);
  source.platform = own.input.ways.platform;
  source.encoding = own.input.ways.encoding;
  source.delimiter = own.input.ways.delimiter;
  source.decimal = own.input.ways.decimal;
  source.id = own.input.id;
  source.group = table.text("group");
}

/// A file under `key`: a path, or a table with its own ways.
std::optional<Source> read_source(Reader& table, std::string_view key, const Place& place) {
  const Value* value = table.any(key);
  if (!value) return std::nullopt;
  Source source;
  if (value->kind == Value::Kind::table) {
    Reader own = *table.table(key);
    own.expect_keys({"file", "id", "group", "platform", "encoding", "delimiter", "decimal"});
    read_ways(own, place, source);
    source.name = own.required_text("file");
    own.finish();
  } else {
    source.name = *table.text(key);
  }
  source.path = place.resolve(source.name);
  return source;
}

WaveNames read_wave_names(Reader& table) {
  const auto pre = texts_or_numbers(table, "pre"), post = texts_or_numbers(table, "post");
  if (pre.size() != 1 || post.size() != 1 || pre == post)
    table.fail("pre", fmt::format("{} needs pre = \"...\" and post = \"...\", two different labels", table.where()));
  return {pre[0], post[0]};
}

void read_waves(Reader& table, Input& input) {
  const Value* wave = table.any("wave");
  if (wave && wave->kind == Value::Kind::text) {
    input.wave_column = wave->text;
  } else if (auto own = table.table("wave")) {
    own->expect_keys({"column", "pre", "post"});
    input.wave_column = own->required_text("column");
    if (own->has("pre") || own->has("post")) input.wave_names = read_wave_names(*own);
    own->finish();
  }
  input.column_pattern = table.text("columns");
  if (input.two_files() && (input.wave_column || input.column_pattern))
    table.fail(input.wave_column ? "wave" : "columns",
               fmt::format("'{}' tells two waves in one file apart; 'pre' and 'post' name two files",
                           input.wave_column ? "wave" : "columns"));
  if (input.wave_column && input.column_pattern)
    table.fail("columns", "[input] takes 'wave' (a long file) or 'columns' (a wide one), not both");
  if (input.column_pattern && (input.column_pattern->find("{column}") == std::string::npos ||
                               input.column_pattern->find("{wave}") == std::string::npos))
    table.fail("columns", "'columns' should hold {column} and {wave}, such as \"{column}_{wave}\"");
  if (auto own = table.table("wave_names")) {
    input.wave_names = read_wave_names(*own);
    own->finish();
  }
}

}  // namespace

std::vector<Source> Input::sources() const {
  if (two_files()) return {*pre, *post};
  return {*file};
}

void Input::share_ways() {
  for (auto* source : {&pre, &post, &file}) {
    if (!*source) continue;
    Source& own = **source;
    if (own.platform.empty()) own.platform = ways.platform;
    if (own.encoding.empty()) own.encoding = ways.encoding;
    if (!own.delimiter) own.delimiter = ways.delimiter;
    if (!own.decimal) own.decimal = ways.decimal;
  }
}

void read_input(Reader& table, Study& study, const Place& place) {
  expect_known_keys(table, "input");
  Input& input = study.input;
  take_options(table, "input", place, study);
  input.pre = read_source(table, "pre", place);
  input.post = read_source(table, "post", place);
  input.file = read_source(table, "file", place);
  if (input.file && (input.pre || input.post))
    table.fail("file", "[input] takes 'file', or 'pre' and 'post', not both");
  if (!input.file && !(input.pre && input.post))
    table.fail(input.pre ? "pre" : "post", "[input] needs 'file', or both 'pre' and 'post'");
  input.share_ways();
  read_waves(table, input);
  table.finish();
}

void read_grouping(Reader& table, Study& study, const Place& place) {
  expect_known_keys(table, "group");
  Grouping& grouping = study.grouping;
  table.required_text("column");
  take_options(table, "group", place, study);
  std::set<std::string> labels;
  std::map<std::string, std::size_t> level_of_value;
  for (auto& level : table.tables("level")) {
    level.expect_keys({"label", "values"});
    GroupLevel group{level.required_text("label"), texts_or_numbers(level, "values")};
    if (group.values.empty()) group.values.push_back(group.label);
    if (!labels.insert(group.label).second)
      level.fail("label", fmt::format("two levels are called '{}'", printable(group.label)));
    for (const auto& value : group.values) {
      const auto [known, added] = level_of_value.emplace(comparison_key(value), grouping.levels.size());
      if (known->second != grouping.levels.size())
        level.fail("values", fmt::format("the value '{}' stands in two levels", printable(value)));
    }
    level.finish();
    grouping.levels.push_back(std::move(group));
  }
  table.finish();
}

Characteristic read_characteristic(Reader& table) {
  expect_known_keys(table, "characteristic");
  Characteristic characteristic;
  characteristic.column = table.required_text("column");
  characteristic.label = table.text("label").value_or(characteristic.column);
  const auto kind = table.choice("kind", {"number", "category"});
  if (kind) characteristic.kind = *kind == "number" ? Characteristic::Kind::number : Characteristic::Kind::category;
  table.finish();
  return characteristic;
}

void read_choices(Reader& table, Study& study, const Place& place) {
  expect_known_keys(table, "analysis");
  take_options(table, "analysis", place, study);
  table.finish();
}

}  // namespace ecpr::study
