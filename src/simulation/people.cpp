#include "people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/simulation/normal_deviate.hpp"

namespace ecpr::simulation {

using statistics::RandomStream;

namespace {

constexpr std::uint64_t purposes_per_person = std::uint64_t{1} << 24, order_of_people = 0;

std::vector<std::string> group_labels(const study::Grouping& grouping) {
  std::vector<std::string> labels;
  for (const auto& level : grouping.levels) labels.push_back(level.label);
  if (labels.empty()) labels = grouping.order;
  if (labels.empty() && grouping.column) labels = {"A", "B"};
  if (labels.empty()) labels = {""};
  return labels;
}

std::size_t part(std::size_t count, std::size_t place, std::size_t parts) {
  return count / parts + (place < count % parts ? 1 : 0);
}

void check_groups(const study::Study& study, const Plan& plan) {
  const auto& grouping = study.grouping;
  std::vector<std::string> labels, seen;
  for (const auto& level : grouping.levels) labels.push_back(level.label);
  for (const auto& group : plan.groups) {
    if (!grouping.column)
      throw DefinitionError(fmt::format(
          "{}:{}: the study has no [group]: say pairs, pre_only and post_only without one", plan.file, group.line));
    if (!labels.empty() && std::find(labels.begin(), labels.end(), group.label) == labels.end())
      throw DefinitionError(fmt::format("{}:{}: no group of the study is called '{}'{}", plan.file, group.line,
                                        printable(group.label), did_you_mean(group.label, labels)));
    if (std::find(seen.begin(), seen.end(), group.label) != seen.end())
      throw DefinitionError(
          fmt::format("{}:{}: two groups of the plan are called '{}'", plan.file, group.line, printable(group.label)));
    seen.push_back(group.label);
  }
}

/// Per characteristic of the study the plan's, or one that fits its kind.
std::vector<CharacteristicPlan> planned_characteristics(const study::Study& study, const Plan& plan) {
  std::vector<CharacteristicPlan> planned;
  std::vector<std::string> columns;
  for (const auto& characteristic : study.characteristics) {
    CharacteristicPlan& own = planned.emplace_back();
    columns.push_back(characteristic.column);
    if (characteristic.kind != study::Characteristic::Kind::number) {
      own.texts = {"A", "B"};
      own.shares = {1, 1};
    }
    for (const auto& one : plan.characteristics) {
      if (one.column == characteristic.column) own = one;
    }
  }
  for (const auto& one : plan.characteristics) {
    if (std::find(columns.begin(), columns.end(), one.column) == columns.end())
      throw DefinitionError(fmt::format("{}:{}: no characteristic of the study has the column '{}'{}", plan.file,
                                        one.line, printable(one.column), did_you_mean(one.column, columns)));
  }
  return planned;
}

std::string draw_characteristic(const CharacteristicPlan& plan, RandomStream& stream) {
  if (plan.texts.empty()) {
    const double number = std::floor(plan.mean + plan.sd * normal_deviate(stream) + 0.5);
    return shortest(std::clamp(number, std::ceil(plan.range.lower), std::floor(plan.range.upper)));
  }
  double sum = 0;
  for (const double share : plan.shares) sum += share;
  double left = sum * uniform_deviate(stream);
  for (std::size_t i = 0; i < plan.texts.size(); ++i) {
    left -= plan.shares[i];
    if (left < 0) return plan.texts[i];
  }
  return plan.texts.back();
}

}  // namespace

std::vector<GroupPlan> planned_groups(const study::Study& study, const Plan& plan) {
  check_groups(study, plan);
  if (!plan.groups.empty()) return plan.groups;
  const auto labels = group_labels(study.grouping);
  std::vector<GroupPlan> groups;
  for (std::size_t i = 0; i < labels.size(); ++i)
    groups.push_back({labels[i], part(plan.pairs, i, labels.size()), part(plan.pre_only, i, labels.size()),
                      part(plan.post_only, i, labels.size()), 0});
  return groups;
}

std::vector<Person> draw_people(const study::Study& study, const Plan& plan, const std::vector<GroupPlan>& groups) {
  std::vector<Person> listed;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    listed.insert(listed.end(), groups[group].pairs, Person{group, true, true, 0, {}});
    listed.insert(listed.end(), groups[group].pre_only, Person{group, true, false, 0, {}});
    listed.insert(listed.end(), groups[group].post_only, Person{group, false, true, 0, {}});
  }
  const auto characteristics = planned_characteristics(study, plan);
  std::vector<Person> people;
  for (const std::size_t place : shuffled(listed.size(), plan.seed, order_of_people)) {
    Person person = listed[place];
    RandomStream stream = stream_of(plan, people.size(), 0);
    person.cluster = stream.below(static_cast<std::uint32_t>(plan.clusters));
    for (const auto& characteristic : characteristics) {
      std::string text = draw_characteristic(characteristic, stream);
      person.characteristics.push_back(is_missing(stream, plan.missing) ? "" : std::move(text));
    }
    people.push_back(std::move(person));
  }
  return people;
}

std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed, std::uint64_t purpose) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  RandomStream stream(seed, purpose);
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[stream.below(static_cast<std::uint32_t>(i))]);
  return order;
}

RandomStream stream_of(const Plan& plan, std::size_t person, std::uint64_t purpose) {
  return {plan.seed, (person + 1) * purposes_per_person + purpose};
}

bool is_missing(RandomStream& stream, double probability) { return uniform_deviate(stream) < probability; }

}  // namespace ecpr::simulation
