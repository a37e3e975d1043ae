// Did those who were lost differ at the start from those who stayed?
#pragma once

#include <cstddef>
#include <span>

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// Scores before of those with a score after (matched) and those without (lost); positive where the lost were higher.
struct Attrition {
  std::size_t n_matched = 0, n_lost = 0;
  Defined<double> matched_mean, matched_sd, lost_mean, lost_sd;
  Defined<double> smd;  ///< (lost mean - matched mean) / pooled SD
  Defined<double> t, degrees_of_freedom;
  Defined<double> p;  ///< two-sided; empty with reason below 1e-307
};

/// Standardized mean difference and Welch's t test of the scores before, lost - matched.
///
///     smd = (m_lost - m_matched) / sqrt(((n1 - 1) s1^2 + (n2 - 1) s2^2) / (n1 + n2 - 2))
///     t   = (m_lost - m_matched) / sqrt(v1 + v2),  v_i = s_i^2 / n_i
///     df  = (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
///
/// Empty: a mean without people, an SD with fewer than 2; the smd without people in either, with 2 people in all, or
/// when neither varies; t, df and P with fewer than 2 people in either, or when neither varies (SDs below the rounding
/// error of the scores, with `typed_unit` as in PairedSample). Requires: every value is finite.
/// Cohen (1988), p. 66-67, eq. 2.5.1-2.5.2; Welch (1947), Biometrika 34, 28-35; agrees with R 4.2.2, t.test.
Attrition attrition(std::span<const double> matched, std::span<const double> lost, double typed_unit = 0);

}  // namespace ecpr::statistics
