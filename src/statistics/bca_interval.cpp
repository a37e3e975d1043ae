#include "ecpr/statistics/bca_interval.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/normal.hpp"

namespace ecpr::statistics {
namespace {

constexpr double rounding = 1e-9;  // of (B + 1) times a probability

// Quantile by linear interpolation at (B + 1) probability; empty beyond the outermost value.
std::optional<double> quantile(const std::vector<double>& ordered, double probability) {
  const double count = static_cast<double>(ordered.size());
  double place = (count + 1) * probability;
  if (place < 1 - rounding || place > count + rounding) return std::nullopt;
  place = std::clamp(place, 1.0, count);
  const auto below = static_cast<std::size_t>(place);
  if (below == ordered.size()) return ordered.back();
  return std::lerp(ordered[below - 1], ordered[below], place - std::floor(place));
}

std::optional<Interval> between(const std::vector<double>& ordered, double lower, double upper) {
  const auto low = quantile(ordered, lower), high = quantile(ordered, upper);
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high};
}

// z0: the normal deviate of the share below the estimate, half of the ties counted.
std::optional<double> bias_correction(const std::vector<double>& ordered, double estimate, double tolerance) {
  const auto first = std::lower_bound(ordered.begin(), ordered.end(), estimate - tolerance);
  const auto last = std::upper_bound(first, ordered.end(), estimate + tolerance);
  const double below = static_cast<double>(first - ordered.begin()) + static_cast<double>(last - first) / 2;
  const double share = below / static_cast<double>(ordered.size());
  if (share <= 0 || share >= 1) return std::nullopt;
  return normal_quantile(share);
}

std::optional<double> acceleration(std::span<const double> jackknife) {
  if (jackknife.size() < 2) return std::nullopt;
  const double centre = mean(jackknife), spread = range(jackknife);
  if (spread <= 0) return std::nullopt;
  double squares = 0, cubes = 0;
  for (const double value : jackknife) {
    const double deviation = (centre - value) / spread;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  return cubes / (6 * squares * std::sqrt(squares));
}

// The probability at which BCa reads the limit whose plain normal deviate is z.
std::optional<double> corrected(double z, double bias, double acceleration) {
  const double denominator = 1 - acceleration * (bias + z);
  if (denominator <= 0) return std::nullopt;
  return normal_cdf(bias + (bias + z) / denominator);
}

std::optional<Interval> bca(const std::vector<double>& ordered, double estimate, std::span<const double> jackknife,
                            double confidence, double tolerance) {
  const auto bias = bias_correction(ordered, estimate, tolerance), curvature = acceleration(jackknife);
  if (!bias || !curvature) return std::nullopt;
  const double z = normal_critical(confidence);
  const auto lower = corrected(-z, *bias, *curvature), upper = corrected(z, *bias, *curvature);
  if (!lower || !upper) return std::nullopt;
  return between(ordered, *lower, *upper);
}

}  // namespace

std::string_view name(BootstrapMethod method) { return method == BootstrapMethod::bca ? "BCa" : "percentile"; }

BootstrapInterval bca_interval(double estimate, std::vector<double> replicates, std::span<const double> jackknife,
                               double confidence, double tolerance) {
  std::sort(replicates.begin(), replicates.end());
  const double tail = (1 - confidence) / 2;
  const auto percentile = between(replicates, tail, 1 - tail);
  if (!percentile) return {Undefined{"too few resamples for this confidence level"}};
  if (replicates.back() - replicates.front() <= tolerance) return {Undefined{"all resamples give the same value"}};
  const auto interval = bca(replicates, estimate, jackknife, confidence, tolerance);
  if (!interval) return {*percentile, BootstrapMethod::percentile};
  return {*interval, BootstrapMethod::bca};
}

}  // namespace ecpr::statistics
