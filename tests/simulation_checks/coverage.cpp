#include "checks.hpp"
#include "ecpr/statistics/bivariate_missing.hpp"
#include "ecpr/statistics/bootstrap.hpp"
#include "ecpr/statistics/cluster_robust.hpp"
#include "ecpr/statistics/hodges_lehmann.hpp"
#include "ecpr/statistics/item_covariance.hpp"
#include "ecpr/statistics/paired_effect_size.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "ecpr/statistics/proportion.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "ecpr/statistics/yuen.hpp"
#include "samples.hpp"

namespace ecpr::checks {

namespace {

using statistics::AverageInterval;
using statistics::PairedSample;
using statistics::RandomStream;

void cover_effect_sizes(const PairedSample& sample, const Truth& truth, Tallies& tallies) {
  const auto test = statistics::paired_t_test(sample, confidence);
  count_cover(tallies["mean change (t)"], test.change_interval, truth.change);
  const auto sizes = statistics::paired_effect_sizes(test, confidence, AverageInterval::algina_keselman);
  count_cover(tallies["d_z"], sizes.d_z.interval, truth.d_z);
  count_cover(tallies["d_av (Algina-Keselman)"], sizes.d_av.interval, truth.d_av);
  count_cover(tallies["d_rm"], sizes.d_rm.interval, truth.d_rm);
  count_cover(tallies["d_pre (Bonett)"], sizes.d_pre.interval, truth.d_pre);
  const auto bonett = statistics::paired_effect_sizes(test, confidence, AverageInterval::bonett);
  count_cover(tallies["d_av (Bonett)"], bonett.d_av.interval, truth.d_av);
}

void cover_others(const PairedSample& sample, const Truth& truth, Tallies& tallies) {
  count_cover(tallies["Hodges-Lehmann"], statistics::hodges_lehmann(sample, confidence).interval, truth.pseudomedian);
  count_cover(tallies["20% trimmed means (Yuen)"], statistics::yuen_paired_test(sample, confidence).interval,
              truth.trimmed_change);
}

void cover_bootstrap(const PairedSample& sample, const Truth& truth, std::uint64_t seed, Tallies& tallies) {
  const auto bootstrap = statistics::bootstrap_paired(sample, {1000, seed, confidence, 1});
  count_cover(tallies["mean change (BCa)"], bootstrap.mean_change.interval, truth.change);
  count_cover(tallies["d_z (BCa)"], bootstrap.d_z.interval, truth.d_z);
}

/// A fifth of the people are lost, whatever they answered.
void cover_likelihood(const Population& population, std::size_t n, RandomStream& stream, Tallies& tallies) {
  const std::size_t lost = n / 5;
  const PairedSample complete = sample_of(population, n - lost, stream);
  std::vector<double> pre_only;
  for (std::size_t i = 0; i < lost; ++i) pre_only.push_back(population.draw(stream).first);
  count_cover(tallies["mean change (likelihood, 20% lost)"],
              statistics::likelihood_change(complete, pre_only, {}, confidence).interval, population.truth().change);
}

void cover_clusters(const Population& population, std::size_t n, RandomStream& stream, Tallies& tallies) {
  const auto [sample, cluster] = clustered_sample(population, n, stream);
  const double change = population.truth().change;
  count_cover(tallies["mean change (CR2, clusters of 5)"],
              statistics::cluster_robust_change(sample, cluster, confidence).interval, change);
  count_cover(tallies["mean change (t, clusters ignored)"],
              statistics::paired_t_test(sample, confidence).change_interval, change);
}

/// Five items that are equally correlated: the answers before of five people who share a factor.
void cover_alpha(Answers answers, std::size_t n, RandomStream& stream, Tallies& tallies) {
  constexpr std::size_t items = 5;
  constexpr double loading = 0.6324555320336759;  // its square is 0.4
  static const Population normal(Answers::normal, 0, loading * loading), likert(Answers::likert, 0, loading * loading);
  const Population& population = answers == Answers::normal ? normal : likert;
  std::vector<std::vector<double>> scores(items, std::vector<double>(n));
  for (std::size_t person = 0; person < n; ++person) {
    const double factor = simulation::normal_deviate(stream);
    for (auto& item : scores) item[person] = population.answer_with(loading, factor, stream);
  }
  const double r = population.truth().correlation, k = items;
  const auto found = statistics::scale_reliability(statistics::item_covariance(scores), confidence);
  count_cover(tallies["Cronbach alpha (Feldt)"], found.alpha_interval, k * r / (1 + (k - 1) * r));
}

void cover_share(std::size_t n, RandomStream& stream, Tallies& tallies) {
  constexpr double share = 0.8;
  std::size_t count = 0;
  for (std::size_t i = 0; i < n; ++i) count += simulation::uniform_deviate(stream) < share;
  count_cover(tallies["share of 80% (Wilson)"], statistics::wilson_interval(count, n, confidence), share);
}

}  // namespace

Tallies coverage(const Scenario& scenario) {
  const Population population(scenario.answers, effect);
  Tallies tallies;
  for (std::size_t i = 0; i < scenario.samples; ++i) {
    RandomStream stream(scenario.seed, i);
    const PairedSample sample = sample_of(population, scenario.n, stream);
    cover_effect_sizes(sample, population.truth(), tallies);
    cover_others(sample, population.truth(), tallies);
    if (i % 10 == 0) cover_bootstrap(sample, population.truth(), ~scenario.seed - i, tallies);
    cover_likelihood(population, scenario.n, stream, tallies);
    cover_clusters(population, scenario.n, stream, tallies);
    cover_alpha(scenario.answers, scenario.n, stream, tallies);
    cover_share(scenario.n, stream, tallies);
  }
  return tallies;
}

}  // namespace ecpr::checks
