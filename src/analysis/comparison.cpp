#include "comparison.hpp"

#include <algorithm>
#include <cmath>

namespace ecpr::analysis {

namespace {

using statistics::PairedSample;

/// A test of `n` pairs in which nothing is defined.
statistics::PairedTTest no_test(std::size_t n, const Undefined& why) {
  statistics::PairedTTest test;
  test.n = n;
  for (auto* value :
       {&test.pre_mean, &test.pre_sd, &test.post_mean, &test.post_sd, &test.correlation, &test.mean_change,
        &test.sd_change, &test.se_change, &test.t, &test.degrees_of_freedom, &test.p, &test.log10_p})
    *value = why;
  test.change_interval = why;
  return test;
}

statistics::McNemarTest mcnemar(const PairedSample& sample) {
  std::size_t to_no = 0, to_yes = 0;
  for (const double change : sample.changes()) {
    to_no += change < 0;
    to_yes += change > 0;
  }
  return statistics::mcnemar_test(to_no, to_yes);
}

/// People without a cluster are clusters of one.
std::vector<std::size_t> clusters_of(const Cell& cell, const survey::Survey& survey) {
  std::vector<std::size_t> clusters;
  for (const auto person : cell.paired) {
    const auto cluster = survey.cluster[person];
    clusters.push_back(cluster == survey::nobody ? survey.clusters.size() + person : cluster);
  }
  return clusters;
}

statistics::LikelihoodChange likelihood(const Cell& cell, const PairedSample& sample, double confidence) {
  if (!cell.pre_only.empty() || !cell.post_only.empty())
    return statistics::likelihood_change(sample, cell.pre_only, cell.post_only, confidence);
  const Undefined why{"nobody has a score at one wave only"};
  return {sample.size(), 0, 0, why, why, why, why};
}

/// Bounds are tested at alpha on either side, so that alpha must leave room for both.
statistics::EquivalenceTest equivalence(const statistics::PairedTTest& test, const Settings& settings) {
  if (settings.alpha < 0.5) return statistics::equivalence_test(test, *settings.equivalence, settings.alpha);
  const Undefined why{"no equivalence test has an alpha of 0.5 or more"};
  return {why, why, why, why, why, why, why, why};
}

Supplement supplement_of(const Cell& cell, const PairedSample& sample, const statistics::PairedTTest& test,
                         const Settings& settings) {
  Supplement supplement;
  supplement.wilcoxon = statistics::wilcoxon_signed_rank(sample);
  supplement.hodges_lehmann = statistics::hodges_lehmann(sample, settings.confidence);
  supplement.shapiro_wilk = statistics::shapiro_wilk(sample);
  supplement.skewness = statistics::skewness_of_changes(sample);
  supplement.yuen = statistics::yuen_paired_test(sample, settings.confidence);
  supplement.bayes_factor = statistics::jzs_bayes_factor(test);
  if (settings.equivalence) supplement.equivalence = equivalence(test, settings);
  supplement.likelihood = likelihood(cell, sample, settings.confidence);
  supplement.no_change_for_lost = cell.pre_only.empty()
                                      ? Undefined{"nobody was lost"}
                                      : statistics::change_with_lost_unchanged(sample, cell.pre_only.size());
  return supplement;
}

/// Nothing of it is defined, all for one reason.
Supplement no_supplement(const Undefined& why) {
  Supplement supplement;
  supplement.wilcoxon.v = supplement.wilcoxon.p = supplement.wilcoxon.log10_p = why;
  supplement.wilcoxon.rank_biserial = supplement.hodges_lehmann.estimate = supplement.skewness = why;
  supplement.hodges_lehmann.interval = why;
  supplement.shapiro_wilk = {why, why};
  supplement.yuen = {why, why, why, why, why, why, why};
  supplement.bayes_factor = {why, why};
  supplement.likelihood = {0, 0, 0, why, why, why, why};
  supplement.no_change_for_lost = why;
  return supplement;
}

}  // namespace

bool has_two_answers(const survey::ScoredOutcome& scored, const Outcome& outcome) {
  const Interval answers = outcome.possible.value_or(Interval{0, 1});
  if (outcome.items > 1 || answers.upper - answers.lower != 1) return false;
  bool lower = false, upper = false;
  for (const auto* wave : {&scored.pre.value, &scored.post.value}) {
    for (const double value : *wave) {
      lower = lower || value == answers.lower;
      upper = upper || value == answers.upper;
      if (!std::isnan(value) && value != answers.lower && value != answers.upper) return false;
    }
  }
  return lower && upper;
}

Comparison comparison_of(const Cell& cell, const ComparedOutcome& compared, const Settings& settings,
                         unsigned threads) {
  Comparison comparison;
  comparison.pre_only = cell.pre_only.size();
  comparison.post_only = cell.post_only.size();
  comparison.prorated = cell.prorated;
  const auto sample = cell.sample();
  comparison.test = sample ? statistics::paired_t_test(*sample, settings.confidence)
                           : no_test(cell.pre.size(), Undefined{sample.reason()});
  comparison.effect_sizes =
      statistics::paired_effect_sizes(comparison.test, settings.confidence, settings.average_interval);
  Supplement& supplement = comparison.supplement;
  if (!sample) {
    const Undefined why{sample.reason()};
    supplement = no_supplement(why);
    if (settings.has_clusters())
      supplement.cluster_robust = statistics::no_cluster_robust_change(comparison.test.n, 0, why.reason);
    return comparison;
  }
  supplement = supplement_of(cell, *sample, comparison.test, settings);
  if (settings.bootstrap > 0)
    supplement.bootstrap =
        statistics::bootstrap_paired(*sample, {settings.bootstrap, settings.seed, settings.confidence, threads});
  if (compared.two_answers) supplement.mcnemar = mcnemar(*sample);
  if (settings.has_clusters())
    supplement.cluster_robust =
        statistics::cluster_robust_change(*sample, clusters_of(cell, compared.survey), settings.confidence);
  comparison.notes = cautions(comparison, compared.outcome, cell.pre);
  return comparison;
}

}  // namespace ecpr::analysis
