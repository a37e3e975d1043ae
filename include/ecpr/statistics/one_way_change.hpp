// Do groups differ in their mean change? Analysis of variance of the changes, with equal and with unequal variances.
#pragma once

#include <span>

#include "ecpr/statistics/f_test.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// Fisher's one-way analysis of variance of the changes: is the mean change the same in every group?
///
///     F = [sum n_j (m_j - m)^2 / (k - 1)] / [sum (n_j - 1) s_j^2 / (N - k)],  df k - 1 and N - k
///
/// with m_j, s_j the mean and SD of the changes of group j, m the mean of all. Equals the group x time F of the mixed
/// analysis of variance with two waves; with two groups it is the square of Student's t.
/// Empty with fewer than 2 groups, or when the changes within every group are equal (an SD within groups below the
/// rounding error of the scores). Requires: every group has at least 2 pairs.
/// Maxwell, Delaney & Kelley (2018), Designing Experiments and Analyzing Data, ch. 3; agrees with R 4.2.2,
/// oneway.test(var.equal = TRUE).
FTest one_way_test_of_change(std::span<const PairedSample> groups);

/// Welch's test of the same question, which lets every group have its own variance of change.
///
///     w_j = n_j / s_j^2,  W = sum w_j,  m = sum w_j m_j / W,  L = sum (1 - w_j / W)^2 / (n_j - 1)
///     F = [sum w_j (m_j - m)^2 / (k - 1)] / [1 + 2 (k - 2) L / (k^2 - 1)],  df k - 1 and (k^2 - 1) / (3 L)
///
/// With two groups it is the square of Welch's t. Empty with fewer than 2 groups, or when the changes of any group are
/// all equal. Requires: every group has at least 2 pairs.
/// Welch (1951), Biometrika 38, 330-336; agrees with R 4.2.2, oneway.test.
FTest welch_test_of_change(std::span<const PairedSample> groups);

}  // namespace ecpr::statistics
