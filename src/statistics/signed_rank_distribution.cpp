#include "ecpr/statistics/signed_rank_distribution.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "ecpr/statistics/normal.hpp"

namespace ecpr::statistics {
namespace {

// How many of the 2^n sign patterns have the positive rank sum s, for s = 0 to highest. At most 2^200: no overflow.
// From the top down in blocks no longer than the rank, whose sources are not yet changed.
Eigen::ArrayXd pattern_counts(std::span<const std::size_t> ranks, std::size_t highest) {
  Eigen::ArrayXd counts = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(highest) + 1);
  counts[0] = 1;
  Eigen::Index reached = 0;
  for (const std::size_t each : ranks) {
    const auto rank = static_cast<Eigen::Index>(each);
    reached = std::min(reached + rank, static_cast<Eigen::Index>(highest));
    for (Eigen::Index end = reached + 1; end > rank;) {
      const Eigen::Index begin = std::max(rank, end - rank);
      counts.segment(begin, end - begin) += counts.segment(begin - rank, end - begin);
      end = begin;
    }
  }
  return counts;
}

std::optional<std::size_t> exact_critical_value(std::size_t n, double probability) {
  std::vector<std::size_t> ranks(n);
  std::iota(ranks.begin(), ranks.end(), std::size_t{1});
  const Eigen::ArrayXd counts = pattern_counts(ranks, n * (n + 1) / 4);
  const double allowed = std::ldexp(probability, static_cast<int>(n));
  Eigen::Index values = 0;
  for (double below = 0; values < counts.size(); ++values) {
    below += counts[values];
    if (below > allowed) break;
  }
  if (values == 0) return std::nullopt;
  return static_cast<std::size_t>(values - 1);
}

}  // namespace

double signed_rank_lower_tail(std::span<const std::size_t> doubled_ranks, std::size_t doubled_v) {
  const Eigen::ArrayXd counts = pattern_counts(doubled_ranks, doubled_v);
  const double patterns = std::accumulate(counts.begin(), counts.end(), 0.0);
  return std::ldexp(patterns, -static_cast<int>(doubled_ranks.size()));
}

std::optional<std::size_t> signed_rank_critical_value(std::size_t n, double probability) {
  if (n <= exact_signed_rank_limit) return exact_critical_value(n, probability);
  const double size = static_cast<double>(n);
  const double centre = size * (size + 1) / 4;
  const double spread = std::sqrt(centre * (2 * size + 1) / 6);
  const double value = std::floor(centre + normal_quantile(probability) * spread - 0.5);
  if (value < 0) return std::nullopt;
  return static_cast<std::size_t>(value);
}

}  // namespace ecpr::statistics
