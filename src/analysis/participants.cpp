#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/statistics/moments.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

using survey::CharacteristicColumn;
using survey::Survey;

namespace {

constexpr int both_waves = 3;

bool matched(const Survey& survey, std::size_t person) { return survey.waves[person] == both_waves; }

/// A characteristic is a number when every value is one and there are more of them than a rating has.
bool is_numeric(const CharacteristicColumn& column) {
  if (column.kind != study::Characteristic::Kind::automatic) return column.kind == study::Characteristic::Kind::number;
  constexpr std::size_t most_levels = 7;
  return column.texts.size() > most_levels &&
         std::all_of(column.texts.begin(), column.texts.end(), [](const auto& text) { return parse_number(text); });
}

/// Places in `texts`, numbers by size, else as they first appear.
std::vector<std::uint32_t> level_order(const CharacteristicColumn& column) {
  std::vector<std::uint32_t> order(column.texts.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const bool numbers =
      std::all_of(column.texts.begin(), column.texts.end(), [](const auto& text) { return parse_number(text); });
  if (numbers) {
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return *parse_number(column.texts[a]) < *parse_number(column.texts[b]); });
  }
  return order;
}

/// Counts a matched person in the group's column and in that of all.
void count_person(const Survey& survey, std::size_t person, std::vector<std::size_t>& counts) {
  if (survey.group[person] != survey::nobody) ++counts[survey.group[person]];
  ++counts.back();
}

Summary summary_of(const std::vector<double>& values) {
  Summary summary{values.size(), Undefined{"nobody has a value"}, Undefined{"fewer than 2 values"}};
  if (!values.empty()) summary.mean = statistics::mean(values);
  if (values.size() > 1) summary.sd = statistics::standard_deviation(values);
  return summary;
}

Characteristic describe_number(const Survey& survey, const CharacteristicColumn& column) {
  const std::size_t columns = survey.groups.size() + 1;
  Characteristic result;
  result.numeric = true;
  result.missing.assign(columns, 0);
  std::vector<std::vector<double>> values(columns);
  for (std::size_t person = 0; person < survey.people(); ++person) {
    if (!matched(survey, person)) continue;
    const auto text = column.value[person];
    const auto number = text == survey::no_place ? std::nullopt : parse_number(column.texts[text]);
    if (!number) {
      count_person(survey, person, result.missing);
      continue;
    }
    if (survey.group[person] != survey::nobody) values[survey.group[person]].push_back(*number);
    values.back().push_back(*number);
  }
  for (const auto& of_group : values) result.summaries.push_back(summary_of(of_group));
  return result;
}

Characteristic describe_category(const Survey& survey, const CharacteristicColumn& column) {
  const std::size_t columns = survey.groups.size() + 1;
  Characteristic result;
  result.missing.assign(columns, 0);
  std::vector<std::vector<std::size_t>> counts(column.texts.size(), std::vector<std::size_t>(columns, 0));
  for (std::size_t person = 0; person < survey.people(); ++person) {
    if (!matched(survey, person)) continue;
    const auto text = column.value[person];
    count_person(survey, person, text == survey::no_place ? result.missing : counts[text]);
  }
  for (const auto level : level_order(column)) {
    if (counts[level].back() > 0) result.levels.push_back({column.texts[level], std::move(counts[level])});
  }
  if (result.missing.back() > 0) result.levels.push_back({"Missing", result.missing});
  return result;
}

}  // namespace

Participants count_participants(const Survey& survey) {
  Participants count;
  for (std::size_t person = 0; person < survey.people(); ++person) {
    const int waves = survey.waves[person];
    count.pre += (waves & 1) != 0;
    count.post += (waves & 2) != 0;
    count.matched += waves == both_waves;
    count.no_group += waves == both_waves && survey.group[person] == survey::nobody && !survey.group_column.empty();
  }
  count.pre_only = count.pre - count.matched;
  count.post_only = count.post - count.matched;
  count.duplicates = survey.duplicates;
  count.repaired = survey.repaired;
  count.excluded = survey.excluded;
  for (const auto& exclusion : survey.exclusions)
    count.exclusions.push_back({exclusion.reason, exclusion.people, exclusion.by_group});
  count.blank_ids = survey.blank_ids;
  return count;
}

std::vector<GroupCount> count_groups(const Survey& survey) {
  std::vector<GroupCount> counts;
  for (const auto& label : survey.groups) counts.push_back({label});
  for (std::size_t person = 0; person < survey.people(); ++person) {
    if (survey.group[person] == survey::nobody) continue;
    GroupCount& count = counts[survey.group[person]];
    count.pre += (survey.waves[person] & 1) != 0;
    count.post += (survey.waves[person] & 2) != 0;
    count.matched += matched(survey, person);
  }
  return counts;
}

std::vector<Characteristic> describe_participants(const Survey& survey) {
  constexpr std::size_t most_levels = 1000;
  std::vector<Characteristic> characteristics;
  for (const auto& column : survey.characteristics) {
    const bool numeric = is_numeric(column);
    if (!numeric && column.texts.size() > most_levels)
      throw InputError(fmt::format(
          "'{}' says {} different things, more than {} levels of a characteristic; leave it out, or say kind "
          "= \"number\"",
          printable(column.label), with_thousands(column.texts.size()), most_levels));
    characteristics.push_back(numeric ? describe_number(survey, column) : describe_category(survey, column));
    characteristics.back().label = column.label;
  }
  return characteristics;
}

}  // namespace ecpr::analysis
