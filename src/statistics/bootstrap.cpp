#include "ecpr/statistics/bootstrap.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "ecpr/statistics/random_stream.hpp"

namespace ecpr::statistics {
namespace {

using Values = Eigen::ArrayXd;

struct MeanAndSd {
  double mean, sd;
};

MeanAndSd mean_and_sd(const Values& values) {
  const double mean = values.mean();
  return {mean, std::sqrt((values - mean).square().sum() / static_cast<double>(values.size() - 1))};
}

// The changes in units of a power of two, so that no square overflows.
struct ScaledChanges {
  Values values;
  double resolution;
  const PairedSample* sample;
  int exponent = 0;

  // 0 for a mean that is 0 but for rounding.
  double settled(double mean) const { return std::ldexp(sample->settled(std::ldexp(mean, exponent)), -exponent); }
};

ScaledChanges scaled_changes(const PairedSample& sample) {
  ScaledChanges changes;
  changes.sample = &sample;
  changes.values = Eigen::Map<const Values>(sample.changes().data(), static_cast<Eigen::Index>(sample.size()));
  std::frexp(changes.values.abs().maxCoeff(), &changes.exponent);
  for (double& value : changes.values) value = std::ldexp(value, -changes.exponent);
  changes.resolution = std::ldexp(sample.resolution(), -changes.exponent);
  return changes;
}

// Fills `statistics` with those of the resamples from `first` on.
void resample(const Values& changes, std::uint64_t seed, std::size_t first, std::span<MeanAndSd> statistics) {
  const auto n = static_cast<std::uint32_t>(changes.size());
  Values drawn(changes.size());
  for (std::size_t i = 0; i < statistics.size(); ++i) {
    RandomStream stream(seed, first + i);
    for (double& value : drawn) value = changes[stream.below(n)];
    statistics[i] = mean_and_sd(drawn);
  }
}

std::vector<MeanAndSd> all_resamples(const Values& changes, const BootstrapSettings& settings) {
  std::vector<MeanAndSd> statistics(settings.resamples);
  std::vector<std::jthread> workers;
  const std::size_t share = settings.resamples / settings.threads + 1;
  for (std::size_t first = share; first < settings.resamples; first += share) {
    const auto part = std::span(statistics).subspan(first, std::min(share, settings.resamples - first));
    workers.emplace_back([&changes, &settings, first, part] { resample(changes, settings.seed, first, part); });
  }
  resample(changes, settings.seed, 0, std::span(statistics).first(std::min(share, settings.resamples)));
  return statistics;
}

// Mean and SD without the person at `left_out`, by downdating; anew where one person makes nearly all of the variance.
MeanAndSd without(const Values& changes, const MeanAndSd& all, Eigen::Index left_out) {
  const double n = static_cast<double>(changes.size()), deviation = changes[left_out] - all.mean;
  const double squares = all.sd * all.sd * (n - 1), remaining = squares - deviation * deviation * n / (n - 1);
  if (remaining > 1e-4 * squares) return {all.mean - deviation / (n - 1), std::sqrt(remaining / (n - 2))};
  Values others(changes.size() - 1);
  others << changes.head(left_out), changes.tail(changes.size() - 1 - left_out);
  return mean_and_sd(others);
}

struct Jackknife {
  std::vector<double> means, d_z;  // d_z: empty when one of them has no variance
};

Jackknife jackknife(const ScaledChanges& changes, const MeanAndSd& all) {
  Jackknife result;
  if (changes.values.size() < 3) return result;
  bool varies = true;
  for (Eigen::Index i = 0; i < changes.values.size(); ++i) {
    const MeanAndSd rest = without(changes.values, all, i);
    varies = varies && rest.sd > changes.resolution;
    result.means.push_back(rest.mean);
    result.d_z.push_back(varies ? rest.mean / rest.sd : 0);
  }
  if (!varies) result.d_z.clear();
  return result;
}

BootstrapInterval rescaled(BootstrapInterval interval, int exponent) {
  interval.interval = interval.interval.map([exponent](const Interval& limits) {
    return Interval{std::ldexp(limits.lower, exponent), std::ldexp(limits.upper, exponent)};
  });
  return interval;
}

PairedBootstrap intervals(const ScaledChanges& changes, const MeanAndSd& all, const BootstrapSettings& settings) {
  std::vector<double> means, d_z;
  for (const MeanAndSd& statistic : all_resamples(changes.values, settings)) {
    means.push_back(changes.settled(statistic.mean));
    if (statistic.sd > changes.resolution) d_z.push_back(means.back() / statistic.sd);
  }
  // Sums in another order of the same people differ by rounding.
  const double tolerance = changes.resolution * std::sqrt(static_cast<double>(changes.values.size()));
  const double estimate = all.mean / all.sd, d_z_tolerance = tolerance / all.sd * (1 + std::abs(estimate));
  const Jackknife left_out = jackknife(changes, all);
  PairedBootstrap result;
  result.without_variance = settings.resamples - d_z.size();
  result.mean_change = rescaled(
      bca_interval(all.mean, std::move(means), left_out.means, settings.confidence, tolerance), changes.exponent);
  result.d_z = bca_interval(estimate, std::move(d_z), left_out.d_z, settings.confidence, d_z_tolerance);
  return result;
}

}  // namespace

PairedBootstrap bootstrap_paired(const PairedSample& sample, const BootstrapSettings& settings) {
  if (sample.size() > std::numeric_limits<std::uint32_t>::max() || settings.threads == 0) {
    throw std::invalid_argument("a bootstrap needs at least one thread and at most 2^32 - 1 pairs");
  }
  if (sample.size() < 2) {
    const Undefined undefined{sample.size() == 0 ? "no pairs" : "fewer than 2 pairs"};
    return {{undefined}, {undefined}};
  }
  const ScaledChanges changes = scaled_changes(sample);
  MeanAndSd all = mean_and_sd(changes.values);
  all.mean = changes.settled(all.mean);
  if (sample.changes_are_equal()) {
    const Undefined undefined{"all changes are equal"};
    return {{undefined}, {undefined}};
  }
  return intervals(changes, all, settings);
}

}  // namespace ecpr::statistics
