// Skewness of the changes.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// The adjusted Fisher-Pearson skewness of the changes: G1 = g1 sqrt(n (n - 1))/(n - 2), g1 = m3/m2^(3/2) with
/// m_k = sum (x - mean)^k / n.
///
/// Positive when the long tail lies on the side of post above pre. Empty with fewer than 3 pairs or when all changes
/// are equal. Joanes & Gill (1998), The Statistician 47, 183-189; agrees with SPSS, SAS, PSPP, and type 2 of
/// psych::describe for R.
Defined<double> skewness_of_changes(const PairedSample& sample);

}  // namespace ecpr::statistics
