#include "study_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/study/resamples.hpp"

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
  study.title = table.text("title").value_or("");
  study.days_between = table.number("days_between");
  study.find_instruments = table.boolean("find_instruments").value_or(true);
  if (study.days_between && *study.days_between < 0)
    table.fail("days_between", "'days_between' should be the days from the first wave to the second, 0 or more");
  table.finish();
}

namespace {

std::optional<char> one_character(Reader& table, std::string_view key) {
  const auto text = table.text(key);
  if (!text) return std::nullopt;
  if (*text == "tab" || *text == "\\t") return '\t';
  if (text->size() != 1) table.fail(key, fmt::format("'{}' should be one character, not '{}'", key, printable(*text)));
  return text->front();
}

void read_ways(Reader& table, Source& source) {
  source.platform = table.text("platform").value_or("");
  source.encoding = table.text("encoding").value_or("");
  source.delimiter = one_character(table, "delimiter");
  source.decimal = one_character(table, "decimal");
  if (source.decimal && *source.decimal != '.' && *source.decimal != ',')
    table.fail("decimal", fmt::format("'decimal' should be \".\" or \",\", not '{}'", *source.decimal));
}

/// A file under `key`: a path, or a table with its own ways; `common` fills what it leaves unsaid.
std::optional<Source> read_source(Reader& table, std::string_view key, const Source& common, const Place& place) {
  const Value* value = table.any(key);
  if (!value) return std::nullopt;
  Source source = common;
  if (value->kind == Value::Kind::table) {
    Reader own = *table.table(key);
    own.expect_keys({"file", "id", "group", "platform", "encoding", "delimiter", "decimal"});
    read_ways(own, source);
    if (source.platform.empty()) source.platform = common.platform;
    if (source.encoding.empty()) source.encoding = common.encoding;
    if (!source.delimiter) source.delimiter = common.delimiter;
    if (!source.decimal) source.decimal = common.decimal;
    source.name = own.required_text("file");
    source.id = own.text("id");
    source.group = own.text("group");
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

Duplicates read_duplicates(Reader& table) {
  const auto word = table.choice("duplicates", {"error", "first", "last", "most-complete"});
  if (word == "first") return Duplicates::first;
  if (word == "last") return Duplicates::last;
  return word == "most-complete" ? Duplicates::most_complete : Duplicates::refuse;
}

Match read_match(Reader& table) {
  const auto word = table.choice("match", {"trimmed", "folded", "bytes"});
  if (word == "bytes") return Match::bytes;
  return word == "folded" ? Match::folded : Match::trimmed;
}

}  // namespace

void read_input(Reader& table, Input& input, const Place& place) {
  table.expect_keys({"file", "pre", "post", "id", "wave", "wave_names", "columns", "missing", "cluster", "duplicates",
                     "match", "repairs", "exclude", "platform", "encoding", "delimiter", "decimal"});
  Source common;
  read_ways(table, common);
  input.pre = read_source(table, "pre", common, place);
  input.post = read_source(table, "post", common, place);
  input.file = read_source(table, "file", common, place);
  if (input.file && (input.pre || input.post))
    table.fail("file", "[input] takes 'file', or 'pre' and 'post', not both");
  if (!input.file && !(input.pre && input.post))
    table.fail(input.pre ? "pre" : "post", "[input] needs 'file', or both 'pre' and 'post'");
  input.id = table.text("id");
  read_waves(table, input);
  input.missing = texts_or_numbers(table, "missing");
  input.cluster = table.text("cluster");
  input.duplicates = read_duplicates(table);
  input.match = read_match(table);
  if (auto path = table.text("repairs")) input.repairs = place.resolve(*path);
  if (auto path = table.text("exclude")) input.exclude = place.resolve(*path);
  table.finish();
}

void read_grouping(Reader& table, Grouping& grouping) {
  table.expect_keys({"column", "level", "order"});
  grouping.column = table.required_text("column");
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
  grouping.order = table.texts("order").value_or(std::vector<std::string>{});
  table.finish();
}

Characteristic read_characteristic(Reader& table) {
  table.expect_keys({"column", "label", "kind"});
  Characteristic characteristic;
  characteristic.column = table.required_text("column");
  characteristic.label = table.text("label").value_or(characteristic.column);
  const auto kind = table.choice("kind", {"number", "category"});
  if (kind) characteristic.kind = *kind == "number" ? Characteristic::Kind::number : Characteristic::Kind::category;
  table.finish();
  return characteristic;
}

namespace {

Adjustment read_adjustment(Reader& table) {
  const auto word = table.choice("adjust", {"holm", "bh", "bonferroni", "none"}).value_or("holm");
  if (word == "bh") return Adjustment::benjamini_hochberg;
  if (word == "bonferroni") return Adjustment::bonferroni;
  return word == "none" ? Adjustment::none : Adjustment::holm;
}

double read_share(Reader& table, std::string_view key, double otherwise) {
  const double share = table.number(key).value_or(otherwise);
  if (!(share > 0 && share < 1)) table.fail(key, fmt::format("'{}' should lie between 0 and 1", key));
  return share;
}

std::size_t read_count(Reader& table, std::string_view key) {
  const auto count = table.integer(key).value_or(0);
  if (count < 0 || count > 10'000'000) table.fail(key, fmt::format("'{}' should be a count, 0 or more", key));
  return static_cast<std::size_t>(count);
}

std::optional<Equivalence> read_equivalence(Reader& table) {
  auto own = table.table("equivalence");
  if (!own) return std::nullopt;
  const auto raw = own->number("raw"), d_z = own->number("d_z");
  own->finish();
  if (raw.has_value() == d_z.has_value() || !(raw.value_or(1) > 0) || !(d_z.value_or(1) > 0))
    table.fail("equivalence", "'equivalence' should be { raw = BOUND } or { d_z = BOUND }, the bound above 0");
  return Equivalence{raw ? *raw : *d_z, d_z.has_value()};
}

}  // namespace

void read_choices(Reader& table, Choices& choices) {
  choices.confidence = read_share(table, "confidence", 0.95);
  choices.alpha = read_share(table, "alpha", 0.05);
  choices.adjust = read_adjustment(table);
  if (auto names = table.texts("effect_size")) {
    for (const auto& name : *names) {
      if (std::find(effect_size_names.begin(), effect_size_names.end(), name) == effect_size_names.end())
        table.fail("effect_size",
                   fmt::format("unknown effect size '{}'; known are {}", printable(name),
                               listed(std::vector<std::string>(effect_size_names.begin(), effect_size_names.end()))));
      if (std::count(names->begin(), names->end(), name) > 1)
        table.fail("effect_size", fmt::format("'effect_size' lists {} twice", name));
    }
    choices.effect_sizes = *names;
  }
  choices.bonett_interval = table.choice("d_av_ci", {"algina-keselman", "bonett"}) == "bonett";
  choices.bootstrap = read_count(table, "bootstrap");
  if (choices.bootstrap > 0 && choices.bootstrap < fewest_resamples)
    table.fail("bootstrap", fmt::format("'bootstrap' should be 0 for none, or {} or more", fewest_resamples));
  if (const auto seed = table.integer("seed")) {
    if (*seed < 0) table.fail("seed", "'seed' should be a whole number, 0 or more");
    choices.seed = static_cast<std::uint64_t>(*seed);
  }
  choices.equivalence = read_equivalence(table);
  choices.min_cell = read_count(table, "min_cell");
  choices.style = table.choice("style", {"jmir", "apa"}).value_or("jmir");
  table.finish();
}

}  // namespace ecpr::study
