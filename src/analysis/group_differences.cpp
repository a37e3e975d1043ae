#include "group_differences.hpp"

#include <algorithm>

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

bool exists(const statistics::FTest& test) { return test.log10_p.has_value(); }

}  // namespace

GroupDifferences group_differences(const Analysis& analysis, std::size_t place, const survey::Survey& survey,
                                   const Cell& all) {
  constexpr double unlike_slopes = 0.05;
  GroupDifferences result;
  result.outcome = place;
  GroupedPairs pairs = grouped_pairs(analysis, place, survey, all);
  const statistics::PairedSample sample(std::move(pairs.pre), std::move(pairs.post));
  result.test = statistics::group_comparison(sample, pairs.group, analysis.groups.size(), analysis.settings.confidence);
  const auto &change = result.test.change.fisher, &adjusted = result.test.ancova.group;
  const double alpha = analysis.settings.alpha;
  result.disagree = exists(change) && exists(adjusted) && is_below(change, alpha) != is_below(adjusted, alpha);
  result.slopes_differ = is_below(result.test.ancova.slopes, unlike_slopes);
  return result;
}

}  // namespace ecpr::analysis
