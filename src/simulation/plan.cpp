#include "ecpr/simulation/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/definition/definition.hpp"

namespace ecpr::simulation {

using definition::Reader;

namespace {

constexpr std::int64_t most_people = 10'000'000;

std::size_t read_count(Reader& table, std::string_view key, std::size_t otherwise) {
  const auto count = table.integer(key);
  if (!count) return otherwise;
  if (*count < 0 || *count > most_people) table.fail(key, fmt::format("'{}' should be a count, 0 or more", key));
  return static_cast<std::size_t>(*count);
}

/// A number within `range`; `wanted` says it in words.
std::optional<double> read_within(Reader& table, std::string_view key, Interval range, std::string_view wanted) {
  const auto number = table.number(key);
  if (number && !(*number >= range.lower && *number <= range.upper))
    table.fail(key, fmt::format("'{}' should be {}", key, wanted));
  return number;
}

constexpr Interval any_number{-1e12, 1e12}, above_zero{1e-12, 1e12}, effects{-10, 10}, correlations{0, 0.99};
constexpr std::string_view a_correlation = "a correlation from 0 to 0.99", an_effect = "a d_z from -10 to 10";

GroupPlan read_group(Reader& table) {
  GroupPlan group;
  group.line = table.line_of("label");
  group.label = table.required_text("label");
  group.pairs = read_count(table, "pairs", 0);
  group.pre_only = read_count(table, "pre_only", 0);
  group.post_only = read_count(table, "post_only", 0);
  table.finish();
  return group;
}

OutcomePlan read_outcome(Reader& table) {
  OutcomePlan outcome;
  outcome.line = table.line_of("name");
  outcome.name = table.required_text("name");
  outcome.mean = read_within(table, "mean", any_number, "a number");
  outcome.sd = read_within(table, "sd", above_zero, "a number above 0");
  outcome.reliability = read_within(table, "reliability", {0.05, 0.99}, "a reliability from 0.05 to 0.99");
  outcome.correlation = read_within(table, "correlation", correlations, a_correlation);
  outcome.d_z = read_within(table, "d_z", effects, an_effect).value_or(0);
  if (auto groups = table.table("group_d_z")) {
    for (const auto& label : groups->all_keys())
      outcome.group_d_z[label] = *read_within(*groups, label, effects, an_effect);
  }
  table.finish();
  return outcome;
}

CharacteristicPlan read_characteristic(Reader& table) {
  CharacteristicPlan characteristic;
  characteristic.line = table.line_of("column");
  characteristic.column = table.required_text("column");
  auto shares = table.table("shares");
  if (shares && (table.has("mean") || table.has("sd") || table.has("range")))
    table.fail("shares", "a characteristic takes 'shares', or 'mean', 'sd' and 'range', not both");
  if (shares) {
    characteristic.texts = shares->all_keys();
    for (const auto& text : characteristic.texts)
      characteristic.shares.push_back(*read_within(*shares, text, above_zero, "a number above 0"));
  }
  characteristic.mean = read_within(table, "mean", any_number, "a number").value_or(characteristic.mean);
  characteristic.sd = read_within(table, "sd", above_zero, "a number above 0").value_or(characteristic.sd);
  if (const auto range = table.numbers("range")) {
    if (range->size() != 2 || !((*range)[0] < (*range)[1])) table.fail("range", "'range' should be [lowest, highest]");
    characteristic.range = {(*range)[0], (*range)[1]};
  }
  table.finish();
  return characteristic;
}

void read_people(Reader& root, Plan& plan) {
  for (auto& table : root.tables("group")) plan.groups.push_back(read_group(table));
  for (const char* key : {"pairs", "pre_only", "post_only"}) {
    if (!plan.groups.empty() && root.has(key))
      root.fail(key, fmt::format("'{}' stands in every [[group]]; leave it out here", key));
  }
  plan.pairs = read_count(root, "pairs", plan.pairs);
  plan.pre_only = read_count(root, "pre_only", plan.pre_only);
  plan.post_only = read_count(root, "post_only", plan.post_only);
  plan.clusters = read_count(root, "clusters", plan.clusters);
  if (plan.clusters == 0) root.fail("clusters", "'clusters' should be a count, 1 or more");
  plan.id = root.text("id").value_or(plan.id);
  if (plan.id.find("{number}") == std::string::npos)
    root.fail("id", "'id' should hold {number} where the person's number stands, such as \"SIM-{number}\"");
}

void refuse_second(const Reader& table, std::string_view key, const std::string& name, bool is_known) {
  if (is_known) table.fail(key, fmt::format("{} '{}' stands here a second time", table.where(), printable(name)));
}

void read_scores(Reader& root, Plan& plan) {
  for (auto& table : root.tables("outcome")) {
    OutcomePlan outcome = read_outcome(table);
    refuse_second(table, "name", outcome.name,
                  std::any_of(plan.outcomes.begin(), plan.outcomes.end(),
                              [&](const OutcomePlan& other) { return other.name == outcome.name; }));
    plan.outcomes.push_back(std::move(outcome));
  }
  for (auto& table : root.tables("characteristic")) {
    CharacteristicPlan characteristic = read_characteristic(table);
    refuse_second(table, "column", characteristic.column,
                  std::any_of(plan.characteristics.begin(), plan.characteristics.end(),
                              [&](const CharacteristicPlan& other) { return other.column == characteristic.column; }));
    plan.characteristics.push_back(std::move(characteristic));
  }
}

Plan read_plan(Reader root) {
  Plan plan;
  plan.file = root.file();
  if (const auto seed = root.integer("seed")) {
    if (*seed < 0) root.fail("seed", "'seed' should be a whole number, 0 or more");
    plan.seed = static_cast<std::uint64_t>(*seed);
  }
  read_people(root, plan);
  constexpr std::string_view a_share = "a share from 0 to 0.9";
  plan.missing = read_within(root, "missing", {0, 0.9}, a_share).value_or(plan.missing);
  plan.skipped = read_within(root, "skipped", {0, 0.9}, a_share).value_or(plan.skipped);
  plan.correlation = read_within(root, "correlation", correlations, a_correlation).value_or(plan.correlation);
  plan.between_outcomes =
      read_within(root, "between_outcomes", correlations, a_correlation).value_or(plan.between_outcomes);
  read_scores(root, plan);
  root.finish();
  return plan;
}

}  // namespace

Plan parse_plan(std::string_view text, const std::string& name) {
  const definition::Value value = definition::parse_definition(text, name);
  return read_plan(Reader(value, name, "the plan"));
}

Plan load_plan(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path))
    throw InputError(fmt::format("{}: cannot read this plan: no such file", path));
  std::ostringstream text;
  text << file.rdbuf();
  return parse_plan(text.str(), path);
}

}  // namespace ecpr::simulation
