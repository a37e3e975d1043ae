#include "ecpr/statistics/paired_effect_size.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "ecpr/statistics/noncentral_t.hpp"
#include "ecpr/statistics/normal.hpp"
#include "ecpr/statistics/special_functions.hpp"

namespace ecpr::statistics {
namespace {

EffectSize no_effect_size(const std::string& reason) { return {Undefined{reason}, Undefined{reason}}; }

EffectSize multiplied(const EffectSize& effect, double factor) {
  return {effect.estimate.map([factor](double estimate) { return estimate * factor; }),
          effect.interval.map([factor](Interval interval) { return scaled(interval, factor); })};
}

Interval normal_interval(double estimate, double standard_error, double confidence) {
  const double half_width = normal_critical(confidence) * standard_error;
  return {estimate - half_width, estimate + half_width};
}

EffectSize d_z_of(const PairedTTest& test, double confidence) {
  const double root_n = std::sqrt(static_cast<double>(test.n));
  return {*test.mean_change / *test.sd_change,
          noncentrality_interval(*test.t, *test.degrees_of_freedom, confidence).map([root_n](Interval interval) {
            return scaled(interval, 1 / root_n);
          })};
}

double square(double value) { return value * value; }

// In units of the standardizer. Without a correlation one of the SDs is 0, and r drops out.
double bonett_average_error(const PairedTTest& test, double d, double standardizer) {
  const double before = square(*test.pre_sd / standardizer), after = square(*test.post_sd / standardizer);
  const double change = square(*test.sd_change / standardizer);
  const double r = test.correlation ? *test.correlation : 0;
  const double fourth_moments = before * before + after * after + 2 * r * r * before * after;
  return std::sqrt((d * d * fourth_moments / 8 + change) / *test.degrees_of_freedom);
}

EffectSize d_av_of(const PairedTTest& test, const EffectSize& d_z, double confidence, AverageInterval kind) {
  const double standardizer = std::hypot(*test.pre_sd, *test.post_sd) / std::numbers::sqrt2;
  if (standardizer == 0) return no_effect_size("the scores of neither wave vary");
  EffectSize rescaled = multiplied(d_z, *test.sd_change / standardizer);
  if (kind == AverageInterval::algina_keselman) return rescaled;
  const double d = *rescaled.estimate;
  return {d, normal_interval(d, bonett_average_error(test, d, standardizer), confidence)};
}

// 1 - r. Close to r = 1 it comes from s_change^2 = (s_post - s_pre)^2 + 2 (1 - r) s_pre s_post, since a rounded r says
// little about it; where the SDs are far apart, that formula is the worse one.
double one_minus_correlation(const PairedTTest& test) {
  const double pre = *test.pre_sd, post = *test.post_sd, change = *test.sd_change, difference = post - pre;
  if ((change + std::abs(difference)) / pre * (std::max(pre, post) / post) > 1) return 1 - *test.correlation;
  return (change - difference) / pre * ((change + difference) / post) / 2;
}

EffectSize d_rm_of(const PairedTTest& test, const EffectSize& d_z) {
  if (!test.correlation) return no_effect_size(test.correlation.reason());
  const double independence = one_minus_correlation(test);
  if (independence < 1e-12) return no_effect_size("the correlation between the waves is 1");
  return multiplied(d_z, std::sqrt(2 * independence));
}

EffectSize d_pre_of(const PairedTTest& test, double confidence) {
  if (*test.pre_sd == 0) return no_effect_size("the scores before are all equal");
  const double d = *test.mean_change / *test.pre_sd, ratio = *test.sd_change / *test.pre_sd;
  const double standard_error = std::sqrt((ratio * ratio + d * d / 2) / *test.degrees_of_freedom);
  return {d, normal_interval(d, standard_error, confidence)};
}

EffectSize corrected(const EffectSize& effect, double degrees_of_freedom) {
  if (degrees_of_freedom <= 1) return no_effect_size("the small-sample correction is 0 with 2 pairs");
  const double correction = hedges_correction(degrees_of_freedom);
  return {effect.estimate.map([correction](double estimate) { return estimate * correction; }), effect.interval};
}

}  // namespace

double hedges_correction(double degrees_of_freedom) {
  assert(degrees_of_freedom >= 1);
  return degrees_of_freedom == 1 ? 0 : half_step_gamma_ratio((degrees_of_freedom - 1) / 2);
}

PairedEffectSizes paired_effect_sizes(const PairedTTest& test, double confidence, AverageInterval average_interval) {
  PairedEffectSizes result;
  if (!test.t) {
    result.d_z = result.d_av = result.d_rm = result.d_pre = result.g_z = result.g_av = no_effect_size(test.t.reason());
    return result;
  }
  result.d_z = d_z_of(test, confidence);
  result.d_av = d_av_of(test, result.d_z, confidence, average_interval);
  result.d_rm = d_rm_of(test, result.d_z);
  result.d_pre = d_pre_of(test, confidence);
  result.g_z = corrected(result.d_z, *test.degrees_of_freedom);
  result.g_av = corrected(result.d_av, *test.degrees_of_freedom);
  return result;
}

}  // namespace ecpr::statistics
