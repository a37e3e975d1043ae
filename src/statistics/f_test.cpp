#include "ecpr/statistics/f_test.hpp"

#include <utility>

#include "ecpr/statistics/p_value.hpp"
#include "ecpr/statistics/special_functions.hpp"

namespace ecpr::statistics {

FTest f_test(double f, double numerator_degrees_of_freedom, double denominator_degrees_of_freedom) {
  const double df1 = numerator_degrees_of_freedom, df2 = denominator_degrees_of_freedom;
  if (!(f < 1e290)) return no_f_test("the F ratio is too large for a number", df1, df2);
  const double total = df2 + df1 * f;
  const PValue tail = p_value_from_log(log_incomplete_beta(df2 / 2, df1 / 2, df2 / total, df1 * f / total));
  return {f, df1, df2, tail.p, tail.log10_p};
}

FTest no_f_test(const std::string& reason, Defined<double> numerator_degrees_of_freedom,
                Defined<double> denominator_degrees_of_freedom) {
  const Undefined why{reason};
  return {why, std::move(numerator_degrees_of_freedom), std::move(denominator_degrees_of_freedom), why, why};
}

}  // namespace ecpr::statistics
