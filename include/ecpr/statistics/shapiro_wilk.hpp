// How far the changes are from a normal distribution: the Shapiro-Wilk test and the skewness.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// How straight the normal probability plot of the changes is.
struct ShapiroWilk {
  Defined<double> w;  ///< 0 to 1; 1 for a perfectly normal pattern
  Defined<double> p;  ///< upper tail of the normalized log(1 - W): small means not normal
};

/// W = (sum a_i x_(i))^2 / sum (x_i - mean)^2 over the ordered changes, with Royston's approximate weights a.
///
/// Unchanged by swapping the waves, shifting and rescaling. Both are empty with fewer than 3 or more than 5000 pairs,
/// or when all changes are equal (within PairedSample::resolution()); P alone when n = 3 and two changes are equal,
/// where it is 0. Royston (1995), Applied Statistics 44, 547-551 (algorithm AS R94); agrees with shapiro.test for R.
ShapiroWilk shapiro_wilk(const PairedSample& sample);

/// The adjusted Fisher-Pearson skewness G1 of the changes; positive when the long tail is on the side of post above
/// pre.
///
/// G1 = sqrt(n (n - 1))/(n - 2) m3/m2^1.5, m_k = sum (x - mean)^k / n. Empty with fewer than 3 pairs or when all
/// changes are equal (within PairedSample::resolution()). Joanes & Gill (1998), The Statistician 47, 183-189; agrees
/// with SPSS, SAS, PSPP and `type = 2` in R.
Defined<double> skewness_of_changes(const PairedSample& sample);

}  // namespace ecpr::statistics
