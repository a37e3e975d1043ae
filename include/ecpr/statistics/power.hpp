// Planning a paired t test: power, number of pairs, smallest effect that can be found.
#pragma once

#include <cstddef>

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// The probability that a two-sided paired t test of n pairs gives P < alpha when the population's d_z is `d_z`.
///
/// P(|T| > t(1 - alpha / 2, n - 1)), T noncentral t with df n - 1 and noncentrality d_z sqrt(n); the sign of d_z does
/// not matter, and both tails count. Empty with fewer than 2 pairs. Requires: 0 < alpha < 1, d_z finite.
/// Cohen (1988), Statistical power analysis, ch. 2; agrees with G*Power and R `power.t.test(strict = TRUE)`.
Defined<double> paired_t_power(std::size_t n, double d_z, double alpha);

/// The smallest number of pairs whose power is at least `power`; paired_t_power gives the power achieved.
///
/// Empty for d_z = 0, and where more than 1e9 pairs are needed. Requires: 0 < alpha, power < 1, d_z finite.
Defined<std::size_t> pairs_for_power(double d_z, double alpha, double power);

/// The d_z > 0 that a test of n pairs finds with probability `power`.
///
/// Empty with fewer than 2 pairs, and unless power > alpha, which a test has without any effect.
/// Requires: 0 < alpha, power < 1.
Defined<double> smallest_detectable_d_z(std::size_t n, double alpha, double power);

}  // namespace ecpr::statistics
