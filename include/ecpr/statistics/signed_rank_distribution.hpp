// The exact distribution of the signed-rank statistic when every sign is a fair coin.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace ecpr::statistics {

/// Up to this many ranks the exact distribution is used, beyond it the normal approximation.
inline constexpr std::size_t exact_signed_rank_limit = 200;

/// P(2V <= doubled_v), V the sum of the ranks that get a positive sign, each with probability 1/2 independently.
///
/// `doubled_ranks` are twice the mid-ranks: whole numbers of at least 1, in any order. Counts sign patterns by the
/// shift algorithm, all terms positive: relative error below 1e-13 down to the smallest probability 2^-n.
/// O(ranks x doubled_v) additions, under 1 ms for 200 ranks.
/// Streitberg & Roehmel (1986), Statistical Software Newsletter 12, 10-17; agrees with psignrank and
/// exactRankTests::wilcox.exact for R. Requires: at most exact_signed_rank_limit ranks.
double signed_rank_lower_tail(std::span<const std::size_t> doubled_ranks, std::size_t doubled_v);

/// The largest c with P(V <= c) <= `probability` for the untied ranks 1 to n; empty when P(V <= 0) = 2^-n is above it.
///
/// Exact up to exact_signed_rank_limit; beyond, the normal approximation with continuity correction
/// floor(n(n+1)/4 + z sqrt(n(n+1)(2n+1)/24) - 1/2). Requires: n >= 1, 0 < probability < 1/2.
std::optional<std::size_t> signed_rank_critical_value(std::size_t n, double probability);

}  // namespace ecpr::statistics
