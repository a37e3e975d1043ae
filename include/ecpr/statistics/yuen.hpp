// Yuen's test of trimmed means for paired scores.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// A change that the outermost scores of either wave cannot pull.
struct YuenTest {
  Defined<double> change;  ///< trimmed mean of post - trimmed mean of pre
  Defined<double> se;
  Defined<double> t, degrees_of_freedom;
  Defined<double> p;        ///< two-sided; empty with reason below 1e-307
  Defined<double> log10_p;  ///< decimal logarithm of the two-sided P, also where `p` is too small for a double
  Defined<Interval> interval;
};

/// Compares the trimmed means of both waves; each wave is trimmed by itself.
///
/// g = floor(trim n) scores are left out at each end of each wave, h = n - 2g. With each wave winsorized (its g lowest
/// scores set to the next one, its g highest likewise) and d_i = winsorized post - winsorized pre of person i:
/// t = change/SE, SE^2 = sum (d_i - mean d)^2 / (h (h - 1)), df = h - 1. With trim = 0, and at 20% with fewer than 5
/// pairs, this is the paired t test. It is not the trimmed mean of the changes: people whose score is extreme are
/// trimmed, not people whose change is.
/// All but the change are empty with fewer than 2 pairs left (h < 2), or when the d_i are all equal.
/// Yuen (1974), Biometrika 61, 165-170; Wilcox (2012), Introduction to Robust Estimation and Hypothesis Testing, 3rd
/// ed., section 5.9. The definition of WRS2::yuend for R.
/// Requires: 0 <= trim < 0.5, 0 < confidence < 1.
YuenTest yuen_paired_test(const PairedSample& sample, double confidence, double trim = 0.2);

}  // namespace ecpr::statistics
