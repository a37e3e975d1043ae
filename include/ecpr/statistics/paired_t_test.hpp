// The paired t test with the summaries that belong to it.
#pragma once

#include <cstddef>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// Everything of one paired comparison that the two-tailed paired t test prints. Change = post - pre.
///
/// Empty: means with 0 pairs; SDs, SE, correlation, interval, t, degrees of freedom and P with fewer than 2 pairs;
/// t, P and the interval when the changes are all equal; the correlation where a wave does not vary. Numbers are
/// equal when they are one tie within PairedSample::resolution(): their SD is 0 then, whatever rounding left. A mean
/// change that is 0 but for rounding is 0.
struct PairedTTest {
  std::size_t n = 0;
  Defined<double> pre_mean, pre_sd, post_mean, post_sd;
  Defined<double> correlation;  ///< Pearson r between the waves
  Defined<double> mean_change, sd_change, se_change;
  Defined<Interval> change_interval;  ///< of the mean change
  Defined<double> t, degrees_of_freedom;
  Defined<double> p;        ///< two-sided; empty with reason below 1e-307
  Defined<double> log10_p;  ///< decimal logarithm of the two-sided P, also where `p` is too small for a double
  double resolution = 0;    ///< that of the sample: changes no further apart are equal on paper
};

/// How far the mean change lies from 0 in standard errors, and how often chance would put it as far.
///
/// t = mean change / SE, SE = SD of the changes / sqrt(n), df = n - 1; SDs divide by n - 1. P is two-sided. The
/// interval is mean change +- t(confidence, df) SE. t is positive where post is higher.
/// Requires: 0 < confidence < 1. Student (1908), Biometrika 6, 1-25; agrees with R `t.test(paired = TRUE)`, and where
/// that one loses digits (offsets of 1e7, data near 1e200) with exact arithmetic.
PairedTTest paired_t_test(const PairedSample& sample, double confidence);

}  // namespace ecpr::statistics
