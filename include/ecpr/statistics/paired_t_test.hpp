// The paired t test with the summaries that belong to it.
#pragma once

#include <cstddef>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// Everything of one paired comparison that the two-tailed paired t test prints. Change = post - pre.
///
/// Empty: means with 0 pairs; SDs, SE, interval with fewer than 2 pairs; t, P and the interval with changes that
/// are all equal (an SD below PairedSample::resolution()); the correlation where a wave does not vary.
struct PairedTTest {
  std::size_t n = 0;
  Defined<double> pre_mean, pre_sd, post_mean, post_sd;
  Defined<double> correlation;  ///< Pearson r between the waves
  Defined<double> mean_change, sd_change, se_change;
  Defined<Interval> change_interval;  ///< of the mean change
  Defined<double> t, degrees_of_freedom;
  Defined<double> p;        ///< two-sided; empty with reason below 1e-307
  Defined<double> log10_p;  ///< decimal logarithm of the two-sided P, also where `p` is too small for a double
};

/// t = mean change / SE, df = n - 1, SDs with n - 1.
PairedTTest paired_t_test(const PairedSample& sample, double confidence);

}  // namespace ecpr::statistics
