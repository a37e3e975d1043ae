// The interval of a share of people.
#pragma once

#include <cstddef>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"

namespace ecpr::statistics {

/// The score interval of the proportion that `count` of `n` people estimate; from 0 to 1, never beyond.
///
/// With p = count / n and z the normal quantile of the confidence:
/// (p + z^2 / (2 n) +- z sqrt(p (1 - p) / n + z^2 / (4 n^2))) / (1 + z^2 / n).
/// The lower limit is 0 for a count of 0, the upper one 1 for a count of n. Empty for n = 0.
/// Wilson (1927), Journal of the American Statistical Association 22, 209-212; agrees with
/// prop.test(correct = FALSE) for R. Requires: count <= n, 0 < confidence < 1.
Defined<Interval> wilson_interval(std::size_t count, std::size_t n, double confidence);

}  // namespace ecpr::statistics
