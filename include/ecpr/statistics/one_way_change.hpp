// Do groups differ in their mean change? Analysis of variance of the changes, with equal and with unequal variances.
#pragma once

#include <span>

#include "ecpr/statistics/f_test.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// Do the groups have the same mean change? Both tests of it, from groups of at least 2 pairs each.
struct OneWayTests {
  FTest fisher;  ///< all groups have one variance of change
  FTest welch;   ///< every group has its own
};

/// One-way analysis of variance of the changes, and Welch's version of it.
///
/// With n_j, m_j, s_j the pairs, mean and SD of the changes of group j of k, and m the mean of all changes:
///
///     F = [sum n_j (m_j - m)^2 / (k - 1)] / [sum (n_j - 1) s_j^2 / (N - k)],  df k - 1 and N - k
///
///     w_j = n_j / s_j^2,  W = sum w_j,  m' = sum w_j m_j / W,  L = sum (1 - w_j / W)^2 / (n_j - 1)
///     Welch's F = [sum w_j (m_j - m')^2 / (k - 1)] / [1 + 2 (k - 2) L / (k^2 - 1)],  df k - 1 and (k^2 - 1) / (3 L)
///
/// The first equals the group x time F of the mixed analysis of variance with two waves; with two groups they are the
/// squares of Student's and Welch's t. Empty with fewer than 2 groups; the first when the changes within every group
/// are equal, the second when those of any group are (an SD below the rounding error of the scores).
/// Requires: every group has at least 2 pairs. O(pairs).
/// Maxwell, Delaney & Kelley (2018), Designing Experiments and Analyzing Data, ch. 3; Welch (1951), Biometrika 38,
/// 330-336; agrees with R 4.2.2, oneway.test with and without var.equal = TRUE.
OneWayTests one_way_tests_of_change(std::span<const PairedSample> groups);

}  // namespace ecpr::statistics
