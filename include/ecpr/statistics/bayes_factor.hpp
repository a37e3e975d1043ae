// The default Bayes factor of a paired t test.
#pragma once

#include <cstddef>
#include <numbers>

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/paired_t_test.hpp"

namespace ecpr::statistics {

/// How many times likelier the data are if there is a change than if there is none.
struct BayesFactor {
  Defined<double> log_bf10;  ///< natural logarithm
  Defined<double> bf10;      ///< empty with reason where it is too large for a double
};

/// The "medium" scale of the prior of the standardized change, sqrt(2)/2.
inline constexpr double default_prior_scale = std::numbers::sqrt2 / 2;

/// The JZS Bayes factor of a one-sample or paired t statistic against delta = 0, with delta ~ Cauchy(0, prior_scale =
/// r).
///
/// BF10 = Int_0^inf (1 + n r^2 g)^(-1/2) (1 + t^2/((1 + n r^2 g) v))^(-(v+1)/2) (2 pi)^(-1/2) g^(-3/2) e^(-1/(2g)) dg
///        / (1 + t^2/v)^(-(v+1)/2), v = n - 1,
/// by the trapezoidal rule in log g on the logarithm of the integrand: relative error of BF10 below 1e-10, for t = 1e9
/// too. Two-sided: the sign of t is not used. Both are empty with fewer than 2 pairs.
/// Rouder, Speckman, Sun, Morey & Iverson (2009), Psychonomic Bulletin & Review 16, 225-237; agrees with
/// arbitrary-precision arithmetic, and with BayesFactor::ttestBF for R to its own tolerance.
/// Requires: t finite, prior_scale > 0 and finite.
BayesFactor jzs_bayes_factor(double t, std::size_t n, double prior_scale = default_prior_scale);

/// The same for the paired t test `test`; empty with its reason where its t is.
BayesFactor jzs_bayes_factor(const PairedTTest& test, double prior_scale = default_prior_scale);

}  // namespace ecpr::statistics
