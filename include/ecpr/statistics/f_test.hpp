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

/// The F test of `f`, with its upper tail P(F >= f) = I_x(df2 / 2, df1 / 2), x = df2 / (df2 + df1 f).
///
/// F and P are empty when `f` is 1e290 or more, or no number. Requires: `f` is not negative, both degrees of freedom
/// (whole or not) positive. DLMF 8.17; agrees with R 4.2.2, pf, also on the logarithmic scale.
FTest f_test(double f, double numerator_degrees_of_freedom, double denominator_degrees_of_freedom);

/// Why a comparison of groups is empty that has nothing to compare.
inline constexpr const char* fewer_than_two_groups = "fewer than 2 groups with at least 2 pairs";

/// An F test without F and P; degrees of freedom as given.
FTest no_f_test(const std::string& reason, Defined<double> numerator_degrees_of_freedom,
                Defined<double> denominator_degrees_of_freedom);

}  // namespace ecpr::statistics
