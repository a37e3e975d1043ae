// The two special functions that the distributions of this folder are made of.
#pragma once

namespace ecpr::statistics {

/// What Stirling's formula leaves out: ln Gamma(z) - ((z - 1/2) ln z - z + ln(2 pi) / 2). Requires: z > 0.
///
/// Differences of it give ratios of gamma functions without the cancellation of two large logarithms.
/// Absolute error below 1e-15. DLMF 5.11.1, shifted upwards by 5.5.1.
double stirling_correction(double z);

/// Gamma(z + 1/2) / (sqrt(z + 1/2) Gamma(z)), from 0 to 1, increasing. Requires: z > 0. Relative error below 1e-14.
double half_step_gamma_ratio(double z);

/// ln I_x(a, b), the natural logarithm of the regularized incomplete beta function; at most 0, -infinity for x = 0.
///
/// `y` is 1 - x, passed so that neither loses digits. Continued fraction DLMF 8.17.22 by Lentz's algorithm on the side
/// where it converges fast, 1 - I_y(b, a) on the other. Requires: a, b > 0; x, y in [0, 1]; x + y = 1.
double log_incomplete_beta(double a, double b, double x, double y);

}  // namespace ecpr::statistics
