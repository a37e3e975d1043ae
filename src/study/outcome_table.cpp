#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "ecpr/study/outcome.hpp"
#include "read_options.hpp"
#include "study_tables.hpp"

namespace ecpr::study {

using definition::Reader;
using definition::Value;
using instruments::Questionnaire;

namespace {

/// The answers that an outcome can have in any coding.
struct Answers {
  Interval range;
  bool whole = false;

  bool allow(double answer) const {
    return answer >= range.lower && answer <= range.upper && (!whole || answer == std::floor(answer));
  }
};

Answers possible_answers(const Outcome& outcome) {
  if (!outcome.scored) return {outcome.range.value_or(Interval{-1e15, 1e15}), false};
  if (!outcome.instrument) {
    const auto& own = outcome.questionnaire;
    return {{own.lowest, own.highest}, own.whole};
  }
  const auto& instrument = *outcome.instrument;
  Answers answers{{instrument.lowest, instrument.highest}, instrument.whole};
  for (const auto& coding : instrument.codings) {
    answers.range.lower = std::min(answers.range.lower, coding.lowest);
    answers.range.upper = std::max(answers.range.upper, coding.highest);
  }
  return answers;
}

/// Texts of this export and the answers that they stand for.
std::vector<instruments::AnswerLabel> read_answers(Reader& table, const Outcome& outcome) {
  std::vector<instruments::AnswerLabel> labels;
  auto own = table.table("answers");
  if (!own) return labels;
  const Answers possible = possible_answers(outcome);
  std::set<std::string> keys;
  for (const auto& text : own->all_keys()) {
    const double answer = *own->number(text);
    if (!keys.insert(comparison_key(text)).second)
      own->fail(text, fmt::format("the answer '{}' stands twice in {}", printable(text), own->where()));
    if (!possible.allow(answer))
      own->fail(text, fmt::format("'{}' stands for {}, which is no {}answer from {} to {}", printable(text),
                                  shortest(answer), possible.whole ? "whole " : "", shortest(possible.range.lower),
                                  shortest(possible.range.upper)));
    labels.push_back({text, answer});
  }
  return labels;
}

Columns one_side(const Value& value, Reader& table, std::string_view key) {
  Columns columns;
  if (value.kind == Value::Kind::text) {
    columns.pattern = value.text;
    if (value.text.find("{item}") == std::string::npos)
      table.fail(key, fmt::format("'{}' should hold {{item}} where the item number stands", printable(value.text)));
    return columns;
  }
  if (value.kind != Value::Kind::array || value.elements.empty())
    table.fail(key, fmt::format("'{}' should be a pattern with {{item}} or a list of columns", key));
  std::set<std::string_view> names;
  for (const auto& element : value.elements) {
    if (element.kind != Value::Kind::text) table.fail(key, fmt::format("'{}' should list column names in quotes", key));
    if (!names.insert(element.text).second)
      table.fail(key, fmt::format("'{}' lists the column '{}' twice", key, printable(element.text)));
    columns.names.push_back(element.text);
  }
  return columns;
}

/// `items` or `columns`: one spelling for both waves, or { pre = ..., post = ... }.
void read_columns(Reader& table, Outcome& outcome) {
  const Value* items = table.any("items");
  const Value* columns = table.any("columns");
  if (items && columns) table.fail("items", fmt::format("{} takes 'items' or 'columns', not both", table.where()));
  const std::string_view key = items ? "items" : "columns";
  const Value* value = items ? items : columns;
  if (!value) return;
  if (value->kind != Value::Kind::table) {
    outcome.pre = outcome.post = one_side(*value, table, key);
    return;
  }
  Reader sides = *table.table(key);
  const Value* pre = sides.any("pre");
  const Value* post = sides.any("post");
  if (!pre || !post) table.fail(key, fmt::format("'{}' needs both pre and post", key));
  sides.finish();
  outcome.pre = one_side(*pre, table, key);
  outcome.post = one_side(*post, table, key);
  outcome.separate_waves = true;
}

/// Throws UsageError with file and line when no coding or order is called `name`.
template <class Variant>
void expect_known(const Reader& table, const char* key, const std::string& name, const std::vector<Variant>& variants) {
  if (name.empty() || variants.empty()) return;
  std::vector<std::string> names, words;
  for (const auto& variant : variants) {
    names.push_back(variant.name);
    words.push_back(fmt::format("{} ({})", variant.name, variant.meaning));
  }
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  const std::string hint = did_you_mean(name, names);
  throw UsageError(fmt::format("{}:{}: there is no {} '{}'{} {}", table.file(), table.line_of(key), key,
                               printable(name), hint.empty() ? "; there are" : hint + " There are", listed(words)));
}

void read_instrument(Reader& table, Outcome& outcome, const std::string& reference, const Place& place) {
  outcome.scored = true;
  try {
    outcome.instrument =
        instrument_named(reference, reference.ends_with(".toml") ? place.resolve(reference) : reference);
  } catch (const UsageError& error) {
    throw UsageError(fmt::format("{}:{}: {}", table.file(), table.line_of("instrument"), error.what()));
  }
  outcome.name = table.text("name").value_or(instrument_id(*outcome.instrument));
  outcome.label = table.text("label").value_or("");
  read_columns(table, outcome);
  outcome.coding = table.text("coding").value_or("");
  outcome.order = table.text("order").value_or("");
  expect_known(table, "coding", outcome.coding, outcome.instrument->codings);
  expect_known(table, "order", outcome.order, outcome.instrument->orders);
  outcome.minimum_answered = read_minimum_answered(table, outcome.instrument->items.size());
}

std::vector<std::size_t> places_of(const std::vector<std::string>& reversed, const Columns& columns, Reader& table) {
  std::vector<std::size_t> places;
  for (const auto& name : reversed) {
    const auto found = std::find(columns.names.begin(), columns.names.end(), name);
    if (found == columns.names.end())
      table.fail("reversed", fmt::format("reversed column '{}' is not one of the scale's columns{}", printable(name),
                                         did_you_mean(name, columns.names)));
    places.push_back(static_cast<std::size_t>(found - columns.names.begin()));
  }
  std::sort(places.begin(), places.end());
  if (std::adjacent_find(places.begin(), places.end()) != places.end())
    table.fail("reversed", "'reversed' lists a column twice");
  return places;
}

void read_own_scale(Reader& table, Outcome& outcome) {
  outcome.scored = true;
  outcome.name = table.required_text("name");
  outcome.label = table.text("label").value_or(outcome.name);
  read_columns(table, outcome);
  if (outcome.pre.pattern || outcome.post.pattern || outcome.pre.names.size() != outcome.post.names.size())
    table.fail("columns", fmt::format("scale '{}' needs 'columns', the same number in both waves", outcome.name));
  constexpr std::size_t most_items = 1000;
  if (outcome.pre.names.size() > most_items)
    table.fail("columns", fmt::format("a scale may have {} columns, not {}", most_items, outcome.pre.names.size()));
  const auto range = read_range(table);
  if (!range)
    table.fail("name", fmt::format("scale '{}' needs range = [lowest, highest] of its answers", outcome.name));
  OwnScale scale;
  scale.name = outcome.name;
  scale.label = outcome.label;
  scale.items = outcome.pre.names;
  scale.range = *range;
  scale.reversed = places_of(table.texts("reversed").value_or(std::vector<std::string>{}), outcome.pre, table);
  scale.mean = table.choice("score", {"mean", "sum"}).value_or("mean") == "mean";
  if (const auto minimum = read_minimum_answered(table, scale.items.size()))
    scale.minimum_answered = minimum->of(scale.items.size());
  scale.whole = table.boolean("whole").value_or(true);
  if (scale.whole && (range->lower != std::floor(range->lower) || range->upper != std::floor(range->upper)))
    table.fail("range", "'range' of whole answers should be whole numbers; say whole = false for fractions");
  scale.direction = read_direction(table);
  outcome.questionnaire = own_scale(scale);
}

void read_ready_score(Reader& table, Outcome& outcome) {
  outcome.name = table.required_text("name");
  outcome.label = table.text("label").value_or(outcome.name);
  const auto column = table.text("column"), pre = table.text("pre"), post = table.text("post");
  if (column && (pre || post)) table.fail("column", "a score takes 'column', or 'pre' and 'post', not both");
  if (!column && !(pre && post))
    table.fail("name", fmt::format("outcome '{}' needs 'instrument', 'columns', 'column', or 'pre' and 'post'",
                                   printable(outcome.name)));
  outcome.pre.names = {column ? *column : *pre};
  outcome.post.names = {column ? *column : *post};
  outcome.separate_waves = !column;
  outcome.range = read_range(table);
  outcome.direction = read_direction(table);
}

Recoding one_recoding(Reader& table) {
  Recoding recoding;
  for (const auto& key : table.all_keys()) {
    const auto from = parse_number(key);
    if (!from)
      table.fail(key, fmt::format("{} takes numbers, such as 21 = 1, not '{}'", table.where(), printable(key)));
    recoding.emplace_back(*from, *table.number(key));
  }
  return recoding;
}

/// `recode`: { pre = { 21 = 1, ... }, post = { ... } }, or one of the two.
void read_recoding(Reader& table, Outcome& outcome) {
  auto own = table.table("recode");
  if (!own) return;
  own->expect_keys({"pre", "post"});
  if (auto pre = own->table("pre")) outcome.recode_pre = one_recoding(*pre);
  if (auto post = own->table("post")) outcome.recode_post = one_recoding(*post);
  own->finish();
}

/// Whether a range is that of an item to tick, and not that of a line to mark.
bool few_whole_answers(const std::optional<Interval>& range) {
  constexpr double most = 20;
  return range && range->lower == std::floor(range->lower) && range->upper == std::floor(range->upper) &&
         range->upper - range->lower <= most;
}

}  // namespace

Outcome read_outcome(Reader& table, const Place& place) {
  expect_known_keys(table, "outcome");
  Outcome outcome;
  outcome.line = table.line_of("");
  if (const auto reference = table.text("instrument")) {
    read_instrument(table, outcome, *reference, place);
  } else if (table.has("columns") || table.has("items")) {
    read_own_scale(table, outcome);
  } else {
    read_ready_score(table, outcome);
  }
  outcome.labels = read_answers(table, outcome);
  outcome.single_item = table.boolean("single_item").value_or(false);
  if (outcome.single_item && (outcome.instrument || outcome.pre.names.size() > 1))
    table.fail("single_item", "'single_item' is for an outcome of one column");
  if (outcome.single_item && !outcome.scored)
    outcome.questionnaire.whole = table.boolean("whole").value_or(few_whole_answers(outcome.range));
  read_recoding(table, outcome);
  outcome.same_form = table.boolean("same_form").value_or(false);
  outcome.items_of_all_waves = table.boolean("items_of_all_waves").value_or(false);
  if (outcome.items_of_all_waves && !outcome.scored)
    table.fail("items_of_all_waves", "'items_of_all_waves' is for an outcome of several items");
  outcome.reliability = table.number("reliability");
  if (outcome.reliability && !(*outcome.reliability > 0 && *outcome.reliability < 1))
    table.fail("reliability", "'reliability' should lie between 0 and 1");
  table.finish();
  if (outcome.name.empty()) table.fail("name", "an outcome's 'name' should not be empty");
  return outcome;
}

Measure read_measure(Reader& table, const Place& place) {
  expect_known_keys(table, "measure");
  Measure measure;
  measure.name = table.required_text("name");
  measure.label = table.text("label").value_or(measure.name);
  measure.post = table.choice("wave", {"pre", "post"}).value_or("post") == "post";
  if (auto file = table.text("file")) measure.file = place.resolve(*file);
  measure.columns = table.texts("columns").value_or(std::vector<std::string>{});
  if (auto column = table.text("column")) measure.columns.push_back(*column);
  if (measure.columns.empty()) table.fail("name", fmt::format("measure '{}' needs 'columns'", measure.name));
  Columns columns;
  columns.names = measure.columns;
  measure.reversed = table.texts("reversed").value_or(std::vector<std::string>{});
  places_of(measure.reversed, columns, table);
  const auto range = read_range(table);
  if (!range) table.fail("name", fmt::format("measure '{}' needs range = [lowest, highest]", measure.name));
  measure.range = *range;
  measure.whole = table.boolean("whole").value_or(measure.columns.size() > 1);
  measure.mean = table.choice("score", {"mean", "sum"}).value_or("mean") == "mean";
  if (const auto minimum = read_minimum_answered(table, measure.columns.size()))
    measure.minimum_answered = minimum->of(measure.columns.size());
  measure.mark = table.number("mark");
  table.finish();
  return measure;
}

}  // namespace ecpr::study
