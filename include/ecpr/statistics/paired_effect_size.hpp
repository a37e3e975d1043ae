// Standardized mean changes, each with the interval that belongs to it.
#pragma once

#include "ecpr/base/choices.hpp"
#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_t_test.hpp"

namespace ecpr::statistics {

/// An estimate and its confidence interval; each may be undefined on its own.
struct EffectSize {
  Defined<double> estimate;
  Defined<Interval> interval;
};

using ecpr::AverageInterval;

/// All six standardized mean changes of one comparison; positive where post is higher.
///
/// All are empty with fewer than 2 pairs and when all changes are equal.
struct PairedEffectSizes {
  /// How large the mean change is against how much people differ in it: mean change / SD of the changes = t / sqrt(n).
  /// Limits: the noncentralities that fit t, divided by sqrt(n); exact where changes are normal. Cohen (1988),
  /// Statistical power analysis, 48; agrees with R effectsize as long as t is below 37.
  EffectSize d_z;

  /// Against how much people differ at a wave: mean change / sqrt((SD pre^2 + SD post^2) / 2). Interval by
  /// AverageInterval. Empty also where neither wave varies. Cumming (2012), Understanding the new statistics, ch. 11.
  EffectSize d_av;

  /// The change in units of an SD that both waves share: d_z sqrt(2 (1 - r)), limits likewise. Empty also without a
  /// correlation and for 1 - r < 1e-12. Morris & DeShon (2002), Psychological Methods 7, 105-125; equals d_av where
  /// the SDs are equal.
  EffectSize d_rm;

  /// Against how much people differed before: mean change / SD pre;
  /// d +- z sqrt(SD change^2 / (SD pre^2 (n - 1)) + d^2 / (2 (n - 1))). Empty also where the scores before are all
  /// equal. Becker (1988), British Journal of Mathematical and Statistical Psychology 41, 257-278; interval: Bonett
  /// (2008), which does not assume equal SDs; agrees with statpsych `ci.stdmean.ps`.
  EffectSize d_pre;

  /// d_z without its small-sample bias: J d_z, J = hedges_correction(n - 1). The limits are those of d_z: they are
  /// limits of the population value already. Empty also with 2 pairs. Hedges (1981), Journal of Educational
  /// Statistics 6, 107-128.
  EffectSize g_z;

  /// J d_av with the same J, and the limits of d_av. Empty also with 2 pairs.
  EffectSize g_av;
};

/// The effect sizes of a paired t test, with intervals of the given confidence.
///
/// Uses the numbers of `test` alone, never single people: a test made of published summaries will do.
/// Requires: 0 < confidence < 1.
PairedEffectSizes paired_effect_sizes(const PairedTTest& test, double confidence, AverageInterval average_interval);

/// What a standardized mean difference is multiplied by to be unbiased in small samples; 0 to 1.
///
/// J = Gamma(m / 2) / (sqrt(m / 2) Gamma((m - 1) / 2)), m = degrees_of_freedom; 0 for m = 1.
/// Requires: degrees_of_freedom >= 1. Hedges (1981), eq. 6e; relative error below 1e-14 up to 1e9 degrees.
double hedges_correction(double degrees_of_freedom);

}  // namespace ecpr::statistics
