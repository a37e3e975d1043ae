// A P value that stays a number where a double does not reach.
#pragma once

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// Smaller P values are given by their logarithm alone.
inline constexpr double smallest_p = 1e-307;

/// A probability and its decimal logarithm; both empty when the test does not exist.
struct PValue {
  Defined<double> p;        ///< 0 < p <= 1; empty with a reason below `smallest_p`
  Defined<double> log10_p;  ///< at most 0; also where `p` is too small for a double
};

/// The P value of the given natural logarithm (at most 0).
PValue p_value_from_log(double natural_logarithm);

/// The P value of the given probability. Requires: 0 < p <= 1.
PValue p_value(double p);

/// No P value, for the given reason.
PValue no_p_value(const Undefined& undefined);

}  // namespace ecpr::statistics
