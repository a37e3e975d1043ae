// The Hodges-Lehmann estimate of the typical change, with its interval.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// The pseudomedian of the changes, in the unit of the scores; positive where post is higher.
struct HodgesLehmann {
  Defined<double> estimate;    ///< empty without pairs
  Defined<Interval> interval;  ///< empty when n is too small for the level, or when all changes are equal
};

/// The median of the n(n+1)/2 Walsh averages (x_i + x_j)/2, i <= j, of ALL changes, zeros included; and the interval
/// from the (c+1)-th smallest to the (c+1)-th largest of them.
///
/// c is the largest value with P(V <= c) <= (1 - confidence)/2 for the signed-rank statistic V of n untied changes: the
/// interval holds the pseudomedian of a symmetric distribution with at least `confidence` (exact up to 200 changes,
/// beyond with the normal approximation), with ties more often. Where there is no such c (fewer than 6 changes at 95%,
/// 8 at 99%) no interval reaches that level. Limits are Walsh averages, the estimate is one or the middle of two.
/// O(n log n) time, O(n) memory: averages are counted, never listed.
/// Hodges & Lehmann (1963), Annals of Mathematical Statistics 34, 598-611; Hollander & Wolfe (1999), Nonparametric
/// Statistical Methods, sections 3.2 and 3.3. Agrees with wilcox.test(conf.int = TRUE, exact = TRUE) for R on changes
/// without zeros and ties; elsewhere R drops the zeros, which moves the estimate away from 0, and finds the limits to
/// four digits only.
/// Requires: 0 < confidence < 1.
HodgesLehmann hodges_lehmann(const PairedSample& sample, double confidence);

}  // namespace ecpr::statistics
