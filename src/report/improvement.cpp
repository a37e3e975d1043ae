#include "improvement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace ecpr::report {

using analysis::Analysis;
using instruments::Direction;

namespace {

/// Below this a difference of means may be rounding alone.
double rounding_error(const statistics::PairedTTest& test) {
  return std::max(1e-14 * (std::abs(*test.pre_mean) + std::abs(*test.post_mean)), test.resolution);
}

std::optional<std::size_t> most_improved_group(const Analysis& analysis, std::size_t outcome, double sign) {
  double largest = -std::numeric_limits<double>::infinity();
  std::size_t eligible = 0, first = 0;
  bool shared = false;
  for (std::size_t group = 0; group < analysis.groups.size(); ++group) {
    const analysis::Comparison& comparison = analysis.comparison(outcome, group);
    if (comparison.withheld || comparison.test.n < pairs_to_be_named || !comparison.test.mean_change) continue;
    ++eligible;
    const double improvement = sign * *comparison.test.mean_change;
    const double error = rounding_error(comparison.test);
    if (improvement <= error || improvement < largest - error) continue;
    shared = improvement <= largest + error;
    largest = improvement;
    first = group;
  }
  if (eligible < 2 || shared || largest <= 0) return {};
  return first;
}

}  // namespace

std::string_view verb(Course course) {
  constexpr std::array<std::string_view, 5> verbs = {"improved", "worsened", "increased", "decreased",
                                                     "did not change"};
  return verbs[static_cast<std::size_t>(course)];
}

Course course_of(const analysis::Outcome& outcome, const analysis::Comparison& comparison) {
  const double change = *comparison.test.mean_change;
  if (!comparison.significant && std::abs(change) <= rounding_error(comparison.test)) return Course::unchanged;
  const bool up = change > 0;
  if (outcome.direction == Direction::neutral) return up ? Course::increased : Course::decreased;
  return up == (outcome.direction == Direction::higher_is_better) ? Course::improved : Course::worsened;
}

std::vector<LargestImprovement> largest_improvements(const Analysis& analysis) {
  std::vector<LargestImprovement> result;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const analysis::Outcome& outcome = analysis.outcomes[i];
    if (family_of(outcome) != analysis::Family::main || outcome.direction == Direction::neutral) continue;
    const double sign = outcome.direction == Direction::higher_is_better ? 1 : -1;
    if (const auto group = most_improved_group(analysis, i, sign)) result.push_back({i, *group});
  }
  return result;
}

namespace {

/// "groups with at least 10 pairs"; ", whose numbers are shown" when one of those is hidden all the same.
std::string groups_from(std::size_t pairs, const Analysis& analysis,
                        const std::vector<LargestImprovement>& improvements) {
  const bool hidden = std::any_of(improvements.begin(), improvements.end(), [&](const LargestImprovement& improvement) {
    for (std::size_t group = 0; group < analysis.groups.size(); ++group) {
      const analysis::Comparison& comparison = analysis.comparison(improvement.outcome, group);
      if (comparison.withheld && comparison.test.n >= pairs) return true;
    }
    return false;
  });
  return fmt::format("groups with at least {} pairs{}", pairs, hidden ? " whose numbers are shown" : "");
}

}  // namespace

std::string groups_named(const Analysis& analysis, const std::vector<LargestImprovement>& improvements) {
  return groups_from(std::max(pairs_to_be_named, analysis.settings.min_cell), analysis, improvements);
}

std::string groups_compared(const Analysis& analysis, const std::vector<LargestImprovement>& improvements) {
  const bool all = std::all_of(improvements.begin(), improvements.end(), [&](const LargestImprovement& improvement) {
    return analysis.group_differences[improvement.outcome].test.left_out.empty();
  });
  if (all) return "all groups";
  return "all " + groups_from(std::max<std::size_t>(2, analysis.settings.min_cell), analysis, improvements);
}

}  // namespace ecpr::report
