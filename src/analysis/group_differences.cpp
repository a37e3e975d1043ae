#include "group_differences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace ecpr::analysis {

namespace {

/// Pairs of people whose group may be shown, and their groups.
struct GroupedPairs {
  std::vector<double> pre, post;
  std::vector<std::size_t> group;
};

GroupedPairs grouped_pairs(const Analysis& analysis, std::size_t place, const survey::Survey& survey, const Cell& all) {
  GroupedPairs pairs;
  for (std::size_t i = 0; i < all.paired.size(); ++i) {
    const auto group = survey.group[all.paired[i]];
    if (group == survey::nobody || analysis.comparison(place, group).withheld) continue;
    pairs.pre.push_back(all.pre[i]);
    pairs.post.push_back(all.post[i]);
    pairs.group.push_back(group);
  }
  return pairs;
}

bool is_below(const statistics::FTest& test, double alpha) {
  return test.p ? *test.p < alpha : test.log10_p.has_value();
}

bool is_below(const statistics::AdjustedContrast& contrast, double alpha) {
  return contrast.p_adjusted ? *contrast.p_adjusted < alpha : contrast.log10_p.has_value();
}

bool exists(const statistics::FTest& test) { return test.log10_p.has_value(); }

/// Whether one group of a clear contrast has the larger mean change, the other the larger adjusted mean after.
bool is_reversed(const Analysis& analysis, std::size_t place, const statistics::AdjustedContrast& contrast) {
  if (!contrast.difference || !is_below(contrast, analysis.settings.alpha)) return false;
  const auto &a = analysis.comparison(place, contrast.group_a).test,
             &b = analysis.comparison(place, contrast.group_b).test;
  const double rounding = std::max(
      {1e-14 * (std::abs(*a.pre_mean) + std::abs(*a.post_mean) + std::abs(*b.pre_mean) + std::abs(*b.post_mean)),
       a.resolution, b.resolution});
  const double changes = *a.mean_change - *b.mean_change;
  return std::abs(changes) > rounding && (changes > 0) != (*contrast.difference > 0);
}

const std::string two_questions =
    "the one asks whether the groups changed by the same amount, the other whether people with the same pre score end "
    "alike; where people were not assigned to the groups by chance, neither answers for the other";

/// That the groups of `contrast` change places between the tests.
std::string reversal(const Analysis& analysis, const statistics::AdjustedContrast& contrast) {
  const bool first_ends_higher = *contrast.difference > 0;
  const std::string &a = analysis.groups[contrast.group_a], &b = analysis.groups[contrast.group_b];
  return fmt::format(
      "the test of the changes and that at equal pre scores point in opposite directions (Lord's paradox), the mean "
      "change being higher in {0} than in {1}, the adjusted post mean higher in {1} than in {0}: {2}",
      first_ends_higher ? b : a, first_ends_higher ? a : b, two_questions);
}

/// Lord's paradox: empty where the tests do not contradict each other.
std::string contradiction(const Analysis& analysis, std::size_t place, const statistics::GroupComparison& test) {
  const statistics::FTest &change = test.change.fisher, &adjusted = test.ancova.group;
  if (!exists(change) || !exists(adjusted)) return {};
  const double alpha = analysis.settings.alpha;
  if (is_below(change, alpha) != is_below(adjusted, alpha))
    return "the test of the changes and that at equal pre scores do not agree on whether the groups differ (Lord's "
           "paradox): " +
           two_questions;
  if (!is_below(change, alpha)) return {};
  const auto& contrasts = test.ancova.contrasts;
  const auto reversed = std::find_if(contrasts.begin(), contrasts.end(),
                                     [&](const auto& each) { return is_reversed(analysis, place, each); });
  return reversed == contrasts.end() ? std::string() : reversal(analysis, *reversed);
}

}  // namespace

GroupDifferences group_differences(const Analysis& analysis, std::size_t place, const survey::Survey& survey,
                                   const Cell& all) {
  constexpr double unlike_slopes = 0.05;
  GroupDifferences result;
  result.outcome = place;
  GroupedPairs pairs = grouped_pairs(analysis, place, survey, all);
  const statistics::PairedSample sample(std::move(pairs.pre), std::move(pairs.post), all.typed_unit);
  result.test = statistics::group_comparison(sample, pairs.group, analysis.groups.size(), analysis.settings.confidence);
  std::string lord = contradiction(analysis, place, result.test);
  if (!lord.empty()) result.notes.push_back(std::move(lord));
  result.slopes_differ = is_below(result.test.ancova.slopes, unlike_slopes);
  if (result.slopes_differ)
    result.notes.push_back(
        fmt::format("the slope of post on pre scores differs between the groups{} (P below .05): adjusted means depend "
                    "on the pre score at which they are taken",
                    result.test.left_out.empty() ? "" : " that are compared"));
  return result;
}

}  // namespace ecpr::analysis
