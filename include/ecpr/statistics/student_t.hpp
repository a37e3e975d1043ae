// Student's t distribution: two-sided P at any depth, tails, quantiles.
#pragma once

#include "ecpr/statistics/p_value.hpp"

namespace ecpr::statistics {

/// P(|T| >= |t|) for T of Student's distribution.
///
/// P = I_x(df / 2, 1 / 2), x = df / (df + t^2), the regularized incomplete beta function by its continued fraction,
/// its leading factor as a logarithm: 1e-8000 has its log10 as 0.05 has. Relative error of P about 1e-15 times
/// 1 + |ln P|. Requires: |t| < 1e150, degrees_of_freedom > 0 (fractions allowed).
/// DLMF 8.17.22 (Lentz's algorithm); agrees with arbitrary-precision arithmetic.
PValue student_t_two_sided(double t, double degrees_of_freedom);

/// P(T >= t), from 0 to 1; 0 where it is too small for a double. Requires: |t| < 1e150, degrees_of_freedom > 0.
double student_t_upper_tail(double t, double degrees_of_freedom);

/// The t with P(T <= t) = probability. Requires: 0 < probability < 1, degrees_of_freedom > 0.
double student_t_quantile(double probability, double degrees_of_freedom);

/// The t > 0 with P(|T| <= t) = confidence: what an interval of that confidence multiplies its SE by.
/// Requires: 0 < confidence < 1, degrees_of_freedom > 0.
double student_t_critical(double confidence, double degrees_of_freedom);

}  // namespace ecpr::statistics
