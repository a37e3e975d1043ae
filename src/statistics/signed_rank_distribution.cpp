#include "ecpr/statistics/signed_rank_distribution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "ecpr/statistics/normal.hpp"

namespace ecpr::statistics {
namespace {

// How many of the 2^n sign patterns have the positive rank sum s, for s = 0 to highest. At most 2^200: no overflow.
std::vector<double> pattern_counts(std::span<const std::size_t> ranks, std::size_t highest) {
  std::vector<double> counts(highest + 1, 0.0);
  counts[0] = 1;
  std::size_t reached = 0;
  for (const std::size_t rank : ranks) {
    reached = std::min(reached + rank, highest);
    for (std::size_t s = reached; s >= rank; --s) counts[s] += counts[s - rank];
  }
  return counts;
}

std::optional<std::size_t> exact_critical_value(std::size_t n, double probability) {
  std::vector<std::size_t> ranks(n);
  std::iota(ranks.begin(), ranks.end(), std::size_t{1});
  const std::vector<double> counts = pattern_counts(ranks, n * (n + 1) / 4);
  const double allowed = std::ldexp(probability, static_cast<int>(n));
  std::size_t values = 0;
  for (double below = 0; values < counts.size(); ++values) {
    below += counts[values];
    if (below > allowed) break;
  }
  if (values == 0) return std::nullopt;
  return values - 1;
}

}  // namespace

double signed_rank_lower_tail(std::span<const std::size_t> doubled_ranks, std::size_t doubled_v) {
  const std::vector<double> counts = pattern_counts(doubled_ranks, doubled_v);
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
