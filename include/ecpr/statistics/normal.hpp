// The standard normal distribution.
#pragma once

namespace ecpr::statistics {

/// P(Z <= z), accurate in the lower tail.
double normal_cdf(double z);

/// The z with P(Z <= z) = probability. Requires: 0 < probability < 1. Agrees with R `qnorm`.
double normal_quantile(double probability);

/// The z > 0 with P(|Z| <= z) = confidence: 1.959964 for 0.95. Requires: 0 < confidence < 1.
double normal_critical(double confidence);

}  // namespace ecpr::statistics
