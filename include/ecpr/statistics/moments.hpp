// Means, standard deviations and correlations that survive large offsets, large values and long sums.
//
// Sums are compensated (the rounding error of every addition is kept), deviations are taken from the mean in a second
// pass, and everything is scaled by a power of two first: the error is a few units in the last place whatever the
// number of values, 1e9 + small numbers keep every digit, and data near 1e200 or 1e-200 neither overflow nor vanish.
#pragma once

#include <span>

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// The sum; 0 for no values. Requires: all finite, and so is every partial sum.
double sum(std::span<const double> values);

/// The arithmetic mean. Requires: at least 1 value, all finite.
double mean(std::span<const double> values);

/// The standard deviation sqrt(sum (x - mean)^2 / (n - 1)); exactly 0 for equal values.
///
/// Finite wherever the values are: nothing is squared before it is scaled. Requires: at least 2 values, all finite.
/// Agrees with the NIST StRD univariate sets NumAcc1 to NumAcc4, and with R `sd`.
double standard_deviation(std::span<const double> values);

/// The square of the standard deviation; infinite above 1.8e308. Requires: at least 2 values, all finite.
double variance(std::span<const double> values);

/// sum (x - mean x)(y - mean y) / (n - 1); infinite above 1.8e308.
/// Requires: equal lengths, at least 2 values each, all finite.
double covariance(std::span<const double> x, std::span<const double> y);

/// The Pearson correlation, from -1 to 1.
///
/// r = sum (x - mean x)(y - mean y) / sqrt(sum (x - mean x)^2 sum (y - mean y)^2).
/// Empty with fewer than 2 values and where x or y are all equal. Requires: equal lengths, all finite.
/// Agrees with R `cor`.
Defined<double> correlation(std::span<const double> x, std::span<const double> y);

/// Largest minus smallest; 0 for no values. Infinite only beyond the range of double.
double range(std::span<const double> values);

}  // namespace ecpr::statistics
