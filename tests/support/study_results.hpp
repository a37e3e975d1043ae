// Made-up results of a study, a line per outcome, for the tests of what is shown of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::testing {

/// What a test needs to say about a change; the rest is the same for all.
struct Change {
  std::size_t n = 0;
  double mean = 0;
  Interval limits{0, 0};
  double t = 0, p = 1, d_z = 0;
  double p_adjusted = 1;
};

inline statistics::EffectSize effect(double estimate) {
  return {estimate, Defined<Interval>(Interval{estimate - 0.25, estimate + 0.25})};
}

/// A comparison with `change`, from a mean of 10 (SD 2); significant when the adjusted P is below .05.
inline analysis::Comparison comparison_of(const Change& change) {
  analysis::Comparison comparison;
  statistics::PairedTTest& test = comparison.test;
  test.n = change.n;
  test.pre_mean = 10.0;
  test.pre_sd = 2.0;
  test.post_mean = 10.0 + change.mean;
  test.post_sd = 2.5;
  test.correlation = 0.625;
  test.mean_change = change.mean;
  test.sd_change = 1.5;
  test.se_change = 0.5;
  test.change_interval = change.limits;
  test.t = change.t;
  test.degrees_of_freedom = static_cast<double>(change.n) - 1;
  test.p = change.p;
  test.log10_p = -1.0;
  comparison.effect_sizes = {effect(change.d_z),        effect(change.d_z + 0.01), effect(change.d_z + 0.02),
                             effect(change.d_z + 0.03), effect(change.d_z + 0.04), effect(change.d_z + 0.05)};
  comparison.p_adjusted = change.p_adjusted;
  comparison.significant = change.p_adjusted < 0.05;
  return comparison;
}

/// A supplement with every part there is, each number another one.
inline analysis::Supplement full_supplement() {
  analysis::Supplement supplement;
  supplement.wilcoxon = {17, 3, statistics::SignedRankMethod::exact, 101.5, 0.125, -0.9, 0.4};
  supplement.hodges_lehmann = {1.25, Interval{0.5, 2.0}};
  supplement.shapiro_wilk = {0.95, 0.34};
  supplement.skewness = 0.2;
  supplement.yuen = {1.1, 0.3, 3.5, 11.0, 0.005, -2.3, Interval{0.4, 1.8}};
  supplement.bayes_factor = {2.0, 7.4};
  supplement.equivalence = {Interval{-0.5, 0.5}, 4.0, 2.0, 0.001, 0.97, Interval{0.6, 2.4}};
  supplement.bootstrap = statistics::PairedBootstrap{{Interval{0.7, 2.3}, statistics::BootstrapMethod::bca},
                                                     {Interval{0.2, 1.2}, statistics::BootstrapMethod::bca},
                                                     0};
  supplement.mcnemar = {4, 9, 0.27, 0.2};
  supplement.cluster_robust = {20, 5, 0.11, 0.6, 2.5, 3.25, 0.08, Interval{-0.3, 3.3}};
  supplement.likelihood = {20, 3, 2, 1.4, 0.45, 19.0, Interval{0.45, 2.35}};
  supplement.no_change_for_lost = 1.3;
  return supplement;
}

/// A comparison of `n` pairs that no statistic exists for, for `reason`.
inline analysis::Comparison undefined_comparison(std::size_t n, const std::string& reason) {
  const Undefined why{reason};
  analysis::Comparison comparison;
  statistics::PairedTTest& test = comparison.test;
  test.n = n;
  test.pre_mean = test.pre_sd = test.post_mean = test.post_sd = test.correlation = why;
  test.mean_change = test.sd_change = test.se_change = test.t = test.degrees_of_freedom = why;
  test.change_interval = why;
  test.p = test.log10_p = comparison.p_adjusted = why;
  const statistics::EffectSize none{why, why};
  comparison.effect_sizes = {none, none, none, none, none, none};
  return comparison;
}

/// A scale of a built-in instrument with 8 items, 7 of which must be answered, possible scores 8 to 48.
inline analysis::Outcome scale(std::string name, std::string label,
                               instruments::Direction direction = instruments::Direction::higher_is_better) {
  analysis::Outcome outcome;
  outcome.name = name;
  outcome.title = label + " Scale";
  outcome.label = std::move(label);
  outcome.scale_of = std::move(name);
  outcome.kind = analysis::OutcomeKind::total;
  outcome.direction = direction;
  outcome.possible = Interval{8, 48};
  outcome.items = 8;
  outcome.minimum_answered = 7;
  outcome.prorated = true;
  return outcome;
}

/// A score that was already there.
inline analysis::Outcome score(std::string name, std::string label,
                               instruments::Direction direction = instruments::Direction::neutral) {
  analysis::Outcome outcome;
  outcome.name = std::move(name);
  outcome.label = outcome.title = std::move(label);
  outcome.direction = direction;
  return outcome;
}

inline analysis::Outcome single_item(std::string name, std::string label) {
  analysis::Outcome outcome = score(std::move(name), std::move(label), instruments::Direction::higher_is_better);
  outcome.kind = analysis::OutcomeKind::item;
  outcome.single_item = true;
  return outcome;
}

/// 185 people before and 165 after, 151 of them the same, and no results yet.
inline analysis::Analysis study_without_results(std::vector<std::string> groups = {}) {
  analysis::Analysis study;
  study.title = "Spring cohort";
  study.id_column = "participant_id";
  study.participants.pre = 185;
  study.participants.post = 165;
  study.participants.matched = 151;
  study.participants.pre_only = 34;
  study.participants.post_only = 14;
  if (!groups.empty()) study.group_column = "role";
  for (const std::string& group : groups) study.group_counts.push_back({group, 30, 28, 25});
  study.groups = std::move(groups);
  return study;
}

/// Adds an outcome with its comparisons: every group's in order, then that of all participants.
inline void add_outcome(analysis::Analysis& study, analysis::Outcome outcome,
                        std::vector<analysis::Comparison> comparisons) {
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    comparisons[i].outcome = study.outcomes.size();
    if (i < study.groups.size()) comparisons[i].group = i;
    study.comparisons.push_back(std::move(comparisons[i]));
  }
  study.outcomes.push_back(std::move(outcome));
}

}  // namespace ecpr::testing
