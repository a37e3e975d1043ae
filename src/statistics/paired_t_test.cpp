#include "ecpr/statistics/paired_t_test.hpp"

#include <cmath>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

double spread(std::span<const double> values, double resolution) {
  return equal_but_for_rounding(values, resolution) ? 0 : standard_deviation(values);
}

void leave_out_test(PairedTTest& result, const Undefined& reason) {
  result.t = result.p = result.log10_p = reason;
  result.change_interval = reason;
}

void leave_out_spread(PairedTTest& result, const Undefined& reason) {
  result.pre_sd = result.post_sd = result.sd_change = result.se_change = reason;
  result.correlation = result.degrees_of_freedom = reason;
  leave_out_test(result, reason);
}

PairedTTest without_pairs() {
  PairedTTest result;
  const Undefined reason{"no pairs"};
  result.pre_mean = result.post_mean = result.mean_change = reason;
  leave_out_spread(result, reason);
  return result;
}

Defined<double> correlation_between_waves(const PairedSample& sample, double pre_sd, double post_sd) {
  if (pre_sd == 0 && post_sd == 0) return Undefined{"the scores of neither wave vary"};
  if (pre_sd == 0) return Undefined{"the scores before are all equal"};
  if (post_sd == 0) return Undefined{"the scores after are all equal"};
  return correlation(sample.pre(), sample.post());
}

void add_test(PairedTTest& result, const PairedSample& sample, double confidence) {
  const double t = *result.mean_change / *result.se_change;
  const double half_width = student_t_critical(confidence, *result.degrees_of_freedom) * *result.se_change;
  const PValue p = student_t_two_sided(t, *result.degrees_of_freedom);
  result.t = t;
  result.p = p.p;
  result.log10_p = p.log10_p;
  result.change_interval = sample.settled(Interval{*result.mean_change - half_width, *result.mean_change + half_width});
}

}  // namespace

PairedTTest paired_t_test(const PairedSample& sample, double confidence) {
  if (sample.size() == 0) return without_pairs();
  PairedTTest result;
  result.n = sample.size();
  result.pre_mean = mean(sample.pre());
  result.post_mean = mean(sample.post());
  result.mean_change = sample.settled(mean(sample.changes()));
  result.resolution = sample.resolution();
  if (result.n < 2) {
    leave_out_spread(result, {"fewer than 2 pairs"});
    return result;
  }
  const double n = static_cast<double>(result.n);
  const double pre_sd = spread(sample.pre(), sample.resolution());
  const double post_sd = spread(sample.post(), sample.resolution());
  const double sd_change = spread(sample.changes(), sample.resolution());
  result.pre_sd = pre_sd;
  result.post_sd = post_sd;
  result.correlation = correlation_between_waves(sample, pre_sd, post_sd);
  result.sd_change = sd_change;
  result.se_change = sd_change / std::sqrt(n);
  result.degrees_of_freedom = n - 1;
  if (sd_change == 0)
    leave_out_test(result, {"all changes are equal"});
  else
    add_test(result, sample, confidence);
  return result;
}

}  // namespace ecpr::statistics
