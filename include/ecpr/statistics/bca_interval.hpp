// The bias-corrected and accelerated bootstrap interval of any statistic.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"

namespace ecpr::statistics {

/// How an interval was read off the resamples.
enum class BootstrapMethod { bca, percentile };

/// "BCa" or "percentile".
std::string_view name(BootstrapMethod method);

/// An interval from resamples; `method` says nothing where the interval is empty.
struct BootstrapInterval {
  Defined<Interval> interval;
  BootstrapMethod method = BootstrapMethod::bca;
};

/// The interval of one statistic from its resampled values (`replicates`, in any order) and its values with each person
/// left out (`jackknife`).
///
/// z0 = Phi^-1(share of replicates below the estimate, half of those equal to it within `tolerance` counted);
/// a = sum (m - j_i)^3 / (6 (sum (m - j_i)^2)^1.5), m the mean of the jackknife values j. The limits are the quantiles
/// at Phi(z0 + (z0 +- z)/(1 - a (z0 +- z))), interpolated between the ordered replicates at (B + 1) times the
/// probability. Percentile limits, the quantiles at (1 -+ confidence)/2, where BCa does not exist: z0 or a undefined
/// (an empty `jackknife`, or one without variance), a denominator of 0 or less, or a quantile beyond the outermost
/// replicate. Empty with fewer than 2/(1 - confidence) - 1 replicates, and when all of them are equal within
/// `tolerance`. Efron (1987), Journal of the American Statistical Association 82, 171-185; Efron & Tibshirani (1993),
/// An Introduction to the Bootstrap, equations 14.9, 14.10, 14.14, 14.15. Agrees with boot.ci(type = "bca") of R's
/// boot package up to the interpolation between neighbouring replicates where no replicate equals the estimate; boot
/// counts only those below it, so that with ties its interval is not the mirror image when the waves are swapped.
/// Requires: 0 < confidence < 1, tolerance >= 0.
BootstrapInterval bca_interval(double estimate, std::vector<double> replicates, std::span<const double> jackknife,
                               double confidence, double tolerance);

}  // namespace ecpr::statistics
