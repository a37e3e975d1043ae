// An F test and its P value.
#pragma once

#include <string>

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// An F ratio with the degrees of freedom that it is judged by.
///
/// Without an F the P is empty, too, for the same reason; degrees of freedom stand wherever the design fixes them.
struct FTest {
  Defined<double> f;
  Defined<double> numerator_degrees_of_freedom, denominator_degrees_of_freedom;
  Defined<double> p;        ///< upper tail; empty with reason below 1e-307
  Defined<double> log10_p;  ///< decimal logarithm of P, also where `p` is too small for a double
};

/// The F test of `f`. Requires: `f` is finite and not negative, both degrees of freedom (whole or not) positive.
FTest f_test(double f, double numerator_degrees_of_freedom, double denominator_degrees_of_freedom);

/// An F test without F and P; degrees of freedom as given.
FTest no_f_test(const std::string& reason, Defined<double> numerator_degrees_of_freedom,
                Defined<double> denominator_degrees_of_freedom);

}  // namespace ecpr::statistics
