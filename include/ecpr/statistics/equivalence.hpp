// Two one-sided tests: is the mean change too small to matter?
#pragma once

#include "ecpr/base/choices.hpp"
#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_t_test.hpp"

namespace ecpr::statistics {

using ecpr::BoundUnit;
using ecpr::EquivalenceBounds;

/// The mean change lies within the bounds at level alpha when both P values are below alpha; this holds exactly when
/// the interval lies inside the bounds.
struct EquivalenceTest {
  Defined<Interval> bounds;    ///< in the unit of the scores
  Defined<double> t_lower;     ///< (mean change - lower bound)/SE
  Defined<double> t_upper;     ///< (mean change - upper bound)/SE
  Defined<double> p_lower;     ///< P(T >= t_lower), against "the change is at or below the lower bound"
  Defined<double> p_upper;     ///< P(T <= t_upper), against "the change is at or above the upper bound"
  Defined<Interval> interval;  ///< of the mean change at confidence 1 - 2 alpha: 90% for alpha = 0.05
  Defined<double> log10_p_lower = {}, log10_p_upper = {};  ///< decimal logarithms, also where P is too small
};

/// Tests the mean change of `test` against both bounds with n - 1 degrees of freedom.
///
/// All but raw bounds are empty with fewer than 2 pairs or when all changes are equal; a P below 1e-307 is empty.
/// Swapping the waves exchanges the P values for bounds -x and +x.
/// Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680; Lakens (2017), Social Psychological
/// and Personality Science 8, 355-362. Agrees with two one-sided t.test() for R.
/// Requires: finite bounds, lower < upper, 0 < alpha < 1/2; throws std::invalid_argument otherwise.
EquivalenceTest equivalence_test(const PairedTTest& test, const EquivalenceBounds& bounds, double alpha = 0.05);

}  // namespace ecpr::statistics
