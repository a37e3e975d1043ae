#include <algorithm>

#include "checks.hpp"
#include "ecpr/statistics/attrition.hpp"
#include "ecpr/statistics/cluster_robust.hpp"
#include "ecpr/statistics/equivalence.hpp"
#include "ecpr/statistics/group_comparison.hpp"
#include "ecpr/statistics/mcnemar.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "ecpr/statistics/shapiro_wilk.hpp"
#include "ecpr/statistics/wilcoxon.hpp"
#include "ecpr/statistics/yuen.hpp"
#include "samples.hpp"

namespace ecpr::checks {

namespace {

using statistics::PairedSample;
using statistics::RandomStream;

void test_changes(const PairedSample& sample, bool normal, Tallies& tallies) {
  count_rejection(tallies["paired t"], statistics::paired_t_test(sample, confidence).p);
  count_rejection(tallies["Wilcoxon, exact"], statistics::wilcoxon_signed_rank(sample).p);
  count_rejection(tallies["Yuen's trimmed t"], statistics::yuen_paired_test(sample, confidence).p);
  if (normal) count_rejection(tallies["Shapiro-Wilk"], statistics::shapiro_wilk(sample).p);
}

/// The mean change is exactly at the upper bound.
void test_equivalence(const Population& population, std::size_t n, RandomStream& stream, Tallies& tallies) {
  const auto test = statistics::paired_t_test(sample_of(population, n, stream), confidence);
  const double bound = population.truth().change;
  const auto found = statistics::equivalence_test(test, {-bound, bound}, alpha);
  tallies["equivalence at the bound"].add(found.p_lower && found.p_upper && *found.p_lower < alpha &&
                                          *found.p_upper < alpha);
}

/// Yes is a score above the middle.
void test_yes_no(const PairedSample& sample, double middle, Tallies& tallies) {
  std::size_t to_no = 0, to_yes = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const bool before = sample.pre()[i] > middle, after = sample.post()[i] > middle;
    to_no += before && !after;
    to_yes += !before && after;
  }
  const auto test = statistics::mcnemar_test(to_no, to_yes);
  count_rejection(tallies["McNemar, exact"], test.p);
  count_rejection(tallies["McNemar, mid-P"], test.mid_p);
}

/// Three groups of n people each.
void test_groups(const Population& population, std::size_t n, RandomStream& stream, Tallies& tallies) {
  constexpr std::size_t groups = 3;
  std::vector<std::size_t> group;
  for (std::size_t i = 0; i < groups * n; ++i) group.push_back(i % groups);
  const auto test = statistics::group_comparison(sample_of(population, groups * n, stream), group, groups, confidence);
  count_rejection(tallies["3 groups: F of change"], test.change.fisher.p);
  count_rejection(tallies["3 groups: Welch of change"], test.change.welch.p);
  count_rejection(tallies["3 groups: ANCOVA"], test.ancova.group.p);
  count_rejection(tallies["3 groups: slopes"], test.ancova.slopes.p);
  tallies["3 groups: any contrast (Holm)"].add(
      std::any_of(test.ancova.contrasts.begin(), test.ancova.contrasts.end(),
                  [](const auto& contrast) { return contrast.p_adjusted && *contrast.p_adjusted < alpha; }));
}

void test_clusters(const Population& population, std::size_t n, RandomStream& stream, Tallies& tallies) {
  const auto [sample, cluster] = clustered_sample(population, n, stream);
  count_rejection(tallies["CR2 t, clusters of 5"], statistics::cluster_robust_change(sample, cluster, confidence).p);
  count_rejection(tallies["paired t, clusters ignored"], statistics::paired_t_test(sample, confidence).p);
}

/// A quarter of the people are lost, whatever they answered.
void test_attrition(const PairedSample& sample, Tallies& tallies) {
  const std::size_t lost = sample.size() / 4;
  count_rejection(tallies["who was lost (Welch)"],
                  statistics::attrition(sample.pre().subspan(lost), sample.pre().first(lost)).p);
}

}  // namespace

Tallies false_alarms(const Scenario& scenario) {
  const bool normal = scenario.answers == Answers::normal;
  const Population unchanged(scenario.answers, 0), changed(scenario.answers, effect);
  Tallies tallies;
  for (std::size_t i = 0; i < scenario.samples; ++i) {
    RandomStream stream(scenario.seed, i);
    const PairedSample sample = sample_of(unchanged, scenario.n, stream);
    test_changes(sample, normal, tallies);
    test_equivalence(changed, scenario.n, stream, tallies);
    test_yes_no(sample, normal ? 0 : 3, tallies);
    test_groups(unchanged, scenario.n, stream, tallies);
    test_clusters(unchanged, scenario.n, stream, tallies);
    test_attrition(sample, tallies);
  }
  return tallies;
}

}  // namespace ecpr::checks
