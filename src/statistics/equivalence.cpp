#include "ecpr/statistics/equivalence.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

PValue upper_tail(double t, double degrees_of_freedom) {
  if (t <= 0) return p_value(student_t_upper_tail(t, degrees_of_freedom));
  const PValue both = student_t_two_sided(t, degrees_of_freedom);
  return p_value_from_log(*both.log10_p * std::numbers::ln10 - std::numbers::ln2);
}

}  // namespace

EquivalenceTest equivalence_test(const PairedTTest& test, const EquivalenceBounds& bounds, double alpha) {
  if (!std::isfinite(bounds.lower) || !std::isfinite(bounds.upper) || !(bounds.lower < bounds.upper)) {
    throw std::invalid_argument("equivalence bounds must be finite, the lower below the upper");
  }
  if (!(alpha > 0 && alpha < 0.5)) throw std::invalid_argument("alpha must lie between 0 and 0.5");

  EquivalenceTest result;
  const Interval as_given{bounds.lower, bounds.upper};
  if (bounds.unit == BoundUnit::raw) result.bounds = as_given;
  if (!test.t) {
    const Undefined undefined{test.t.reason()};
    if (bounds.unit == BoundUnit::d_z) result.bounds = undefined;
    result.t_lower = result.t_upper = result.p_lower = result.p_upper = undefined;
    result.log10_p_lower = result.log10_p_upper = undefined;
    result.interval = undefined;
    return result;
  }
  if (bounds.unit == BoundUnit::d_z) result.bounds = scaled(as_given, *test.sd_change);
  const double change = *test.mean_change, se = *test.se_change, df = *test.degrees_of_freedom;
  result.t_lower = (change - result.bounds->lower) / se;
  result.t_upper = (change - result.bounds->upper) / se;
  const PValue lower = upper_tail(*result.t_lower, df), upper = upper_tail(-*result.t_upper, df);
  result.p_lower = lower.p;
  result.p_upper = upper.p;
  result.log10_p_lower = lower.log10_p;
  result.log10_p_upper = upper.log10_p;
  const double margin = student_t_critical(1 - 2 * alpha, df) * se;
  result.interval = Interval{change - margin, change + margin};
  return result;
}

}  // namespace ecpr::statistics
