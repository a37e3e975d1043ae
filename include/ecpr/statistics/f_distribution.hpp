// Quantiles of the F distribution.
#pragma once

namespace ecpr::statistics {

/// The f with P(F <= f) = probability.
///
/// Requires: 0 < probability < 1, both degrees of freedom > 0 (fractions allowed). Agrees with R `qf`.
double f_quantile(double probability, double numerator_degrees_of_freedom, double denominator_degrees_of_freedom);

}  // namespace ecpr::statistics
