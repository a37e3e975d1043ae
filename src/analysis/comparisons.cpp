#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "ecpr/statistics/adjustment.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

namespace {

/// The pairs of one outcome in one group, and who has a score in one wave only.
struct Pairs {
  std::vector<double> pre, post;
  std::size_t pre_only = 0, post_only = 0, prorated = 0;

  void add(const survey::ScoredOutcome& outcome, std::size_t person) {
    const bool before = !std::isnan(outcome.pre.value[person]), after = !std::isnan(outcome.post.value[person]);
    pre_only += before && !after;
    post_only += after && !before;
    if (!before || !after) return;
    pre.push_back(outcome.pre.value[person]);
    post.push_back(outcome.post.value[person]);
    if (!outcome.pre.prorated.empty()) prorated += outcome.pre.prorated[person] || outcome.post.prorated[person];
  }
};

/// Per group, last: all participants.
std::vector<Pairs> pairs_of(const survey::Survey& survey, const survey::ScoredOutcome& outcome) {
  std::vector<Pairs> pairs(survey.groups.size() + 1);
  for (std::size_t person = 0; person < survey.people(); ++person) {
    if (survey.group[person] != survey::nobody) pairs[survey.group[person]].add(outcome, person);
    pairs.back().add(outcome, person);
  }
  return pairs;
}

Comparison compare(Pairs pairs, const Settings& settings) {
  Comparison comparison;
  comparison.pre_only = pairs.pre_only;
  comparison.post_only = pairs.post_only;
  comparison.prorated = pairs.prorated;
  const statistics::PairedSample sample(std::move(pairs.pre), std::move(pairs.post));
  comparison.test = statistics::paired_t_test(sample, settings.confidence);
  comparison.effect_sizes =
      statistics::paired_effect_sizes(comparison.test, settings.confidence, settings.average_interval);
  return comparison;
}

}  // namespace

std::vector<Comparison> compare_waves(const survey::Survey& survey, const Settings& settings) {
  std::vector<Comparison> comparisons;
  for (std::size_t outcome = 0; outcome < survey.outcomes.size(); ++outcome) {
    auto pairs = pairs_of(survey, survey.outcomes[outcome]);
    for (std::size_t group = 0; group < pairs.size(); ++group) {
      Comparison& comparison = comparisons.emplace_back(compare(std::move(pairs[group]), settings));
      comparison.outcome = outcome;
      if (group < survey.groups.size()) comparison.group = group;
      comparison.withheld = comparison.group && comparison.test.n < settings.min_cell;
      if (!survey.outcomes[outcome].unscored.empty())
        comparison.notes.push_back("not scored: " + survey.outcomes[outcome].unscored);
    }
  }
  return comparisons;
}

void adjust_families(Analysis& analysis) {
  std::map<std::pair<std::size_t, Family>, std::vector<Comparison*>> families;
  for (auto& comparison : analysis.comparisons) {
    const std::size_t group = comparison.group.value_or(analysis.groups.size());
    families[{group, family_of(analysis.outcomes[comparison.outcome])}].push_back(&comparison);
  }
  for (auto& [key, family] : families) {
    std::vector<statistics::PValue> p;
    for (const auto* comparison : family)
      p.push_back(comparison->withheld ? statistics::no_p_value({"the group is smaller than the smallest one shown"})
                                       : statistics::PValue{comparison->test.p, comparison->test.log10_p});
    const auto adjusted = statistics::adjusted(p, analysis.settings.adjust);
    for (std::size_t i = 0; i < family.size(); ++i) {
      family[i]->p_adjusted = adjusted[i].p;
      family[i]->significant =
          adjusted[i].p ? *adjusted[i].p < analysis.settings.alpha : adjusted[i].log10_p.has_value();
    }
  }
}

}  // namespace ecpr::analysis
