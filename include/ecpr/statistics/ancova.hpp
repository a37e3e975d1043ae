// Analysis of covariance: the scores after, compared between groups at the same score before.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/f_test.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// The mean after that a group would have if its mean before were that of all groups; in the unit of the scores.
struct AdjustedMean {
  std::size_t group = 0;
  Defined<double> mean, standard_error;
  Defined<Interval> interval;
};

/// Adjusted mean of `group_a` minus that of `group_b`.
struct AdjustedContrast {
  std::size_t group_a = 0, group_b = 0;
  Defined<double> difference, standard_error, t, degrees_of_freedom;
  Defined<double> p;           ///< two-sided; empty with reason below 1e-307
  Defined<double> log10_p;     ///< decimal logarithm of P, also where `p` is too small for a double
  Defined<double> p_adjusted;  ///< Holm, over all contrasts
};

/// Everything of the model post ~ pre + group.
struct AnalysisOfCovariance {
  FTest group;                               ///< all adjusted means are equal; df k - 1 and N - k - 1
  FTest slopes;                              ///< every group has the same slope (the interaction pre x group)
  Defined<double> slope;                     ///< points after per point before, common to all groups
  Defined<double> pre_mean;                  ///< of everybody: where the adjusted means stand
  std::vector<AdjustedMean> adjusted_means;  ///< one per group, in order
  std::vector<AdjustedContrast> contrasts;   ///< every pair of groups: 0 and 1, 0 and 2, ..., 1 and 2, ...
};

/// Least squares of post on pre with one slope and one intercept per group.
///
/// With x_j, y_j the means of group j before and after, x the mean before of everybody, Sxx and Sxy summed within
/// groups, and s^2 the residual variance with N - k - 1 df:
///
///     b = Sxy / Sxx,  adjusted mean_j = y_j - b (x_j - x),  SE^2 = s^2 (1/n_j + (x_j - x)^2 / Sxx)
///     SE^2 of a contrast = s^2 (1/n_a + 1/n_b + (x_a - x_b)^2 / Sxx)
///     F of group   = [(residual SS of post ~ pre) - (residual SS)] / (k - 1) / s^2
///     F of slopes  = [(residual SS) - (residual SS of k slopes)] / df1 / (variance of k slopes)
///
/// In the test of slopes a group whose scores before are all equal has no slope and counts in neither df.
///
/// Empty with fewer than 2 groups; when the scores before do not vary within any group; F, SE, t and P when the lines
/// fit every score after exactly (up to the rounding error of the scores). The test of slopes also with fewer than 2
/// groups whose scores before vary, or without residual degrees of freedom.
/// Requires: every group has at least 2 pairs.
/// Maxwell, Delaney & Kelley (2018), ch. 9; agrees with R 4.2.2, anova(lm) and emmeans 1.8.4.
AnalysisOfCovariance analysis_of_covariance(std::span<const PairedSample> groups, double confidence);

}  // namespace ecpr::statistics
