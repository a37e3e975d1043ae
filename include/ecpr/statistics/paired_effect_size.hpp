// Standardized mean changes, each with the interval that belongs to it.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_t_test.hpp"

namespace ecpr::statistics {

/// An estimate and its confidence interval; each may be undefined on its own.
struct EffectSize {
  Defined<double> estimate;
  Defined<Interval> interval;
};

/// Which interval d_av gets.
enum class AverageInterval {
  algina_keselman,  ///< limits of d_z times SD of change / standardizer: Algina & Keselman (2003), eq. 9
  bonett,           ///< d +- z SE: Bonett (2008), Psychological Methods 13, 99-109, eq. 10
};

/// All six standardized mean changes of one comparison; positive where post is higher.
///
/// All are empty with fewer than 2 pairs and when all changes are equal. Limits of d_z: the noncentralities that fit
/// t (exact if changes are normal), divided by sqrt(n).
struct PairedEffectSizes {
  /// mean change / SD of the changes = t / sqrt(n). Cohen (1988), 48; limits agree with MBESS and, for t below 37, with
  /// R effectsize.
  EffectSize d_z;

  /// mean change / sqrt((SD pre^2 + SD post^2) / 2). Cumming (2012), 291; interval by AverageInterval.
  EffectSize d_av;

  /// d_z sqrt(2 (1 - r)), limits likewise: the change on the scale of an SD that both waves share. Empty without a
  /// correlation and for 1 - r < 1e-12. Morris & DeShon (2002), Psychological Methods 7, 105-125, eq. 12.
  EffectSize d_rm;

  /// mean change / SD pre; d +- z sqrt(SD change^2 / (SD pre^2 (n - 1)) + d^2 / (2 (n - 1))). Empty where the scores
  /// before are all equal. Becker (1988); interval: Bonett (2008), as statpsych `ci.stdmean.ps`.
  EffectSize d_pre;

  /// J d_z with J = hedges_correction(n - 1); the limits are those of d_z, which hold for the population value. Empty
  /// with 2 pairs. Hedges (1981), Journal of Educational Statistics 6, 107-128.
  EffectSize g_z;

  /// J d_av with the same J; the limits are those of d_av. Empty with 2 pairs.
  EffectSize g_av;
};

/// The effect sizes of a paired t test, with intervals of the given confidence.
///
/// Uses the means, SDs, correlation and t of `test` alone: a test from published summaries will do.
/// Requires: 0 < confidence < 1.
PairedEffectSizes paired_effect_sizes(const PairedTTest& test, double confidence, AverageInterval average_interval);

/// What a standardized mean difference is multiplied by to be unbiased in small samples; 0 to 1.
///
/// J = Gamma(m / 2) / (sqrt(m / 2) Gamma((m - 1) / 2)), m = degrees_of_freedom; 0 for m = 1.
/// Requires: degrees_of_freedom >= 1. Hedges (1981), eq. 6e; relative error below 1e-14 up to 1e9 degrees.
double hedges_correction(double degrees_of_freedom);

}  // namespace ecpr::statistics
