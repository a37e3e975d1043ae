#include "ecpr/statistics/bivariate_missing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/statistics/bivariate_normal.hpp"
#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/standard_scale.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

/// Why the likelihood of these complete pairs (in units) has no maximum; empty when it has.
std::string obstacle(const std::vector<double>& pre, const std::vector<double>& post, double pre_rounding,
                     double post_rounding) {
  if (pre.size() < 3) return "fewer than 3 complete pairs";
  if (standard_deviation(pre) <= pre_rounding) return "the scores before of the complete pairs do not vary";
  if (standard_deviation(post) <= post_rounding) return "the scores after of the complete pairs do not vary";
  const double slope = covariance(pre, post) / variance(pre);
  std::vector<double> rest(pre.size());
  for (std::size_t i = 0; i < pre.size(); ++i) rest[i] = post[i] - slope * pre[i];
  if (standard_deviation(rest) > post_rounding + std::abs(slope) * pre_rounding) return "";
  return "the scores before and after of the complete pairs are perfectly correlated";
}

}  // namespace

LikelihoodChange likelihood_change(const PairedSample& complete, std::span<const double> pre_only,
                                   std::span<const double> post_only, double confidence) {
  LikelihoodChange result{complete.size(), pre_only.size(), post_only.size(), {}, {}, {}, {}};
  const auto refuse = [&result](const std::string& reason) {
    result.mean_change = result.standard_error = result.degrees_of_freedom = Undefined{reason};
    result.interval = Undefined{reason};
    return result;
  };
  if (complete.size() < 3) return refuse("fewer than 3 complete pairs");
  const StandardScale before(joined({{complete.pre(), pre_only}}), complete.typed_unit());
  const StandardScale after(joined({{complete.post(), post_only}}), complete.typed_unit());
  const std::vector<double> pre = before(complete.pre()), post = after(complete.post());
  if (const std::string reason = obstacle(pre, post, before.rounding, after.rounding); !reason.empty())
    return refuse(reason);

  const std::optional<LikelihoodMaximum> maximum = highest_likelihood(
      {answered_both(pre, post), answered_pre_only(before(pre_only)), answered_post_only(after(post_only))});
  if (!maximum) return refuse("the search for the maximum of the likelihood did not converge");
  const double unit = std::max(before.unit, after.unit);
  const Eigen::Vector2d contrast(-before.unit / unit, after.unit / unit);
  const double change = after.origin - before.origin + unit * contrast.dot(maximum->estimate.mean);
  const double error = unit * std::sqrt(contrast.dot(maximum->covariance_of_means * contrast));
  const double degrees = static_cast<double>(complete.size()) - 1;
  const double reach = student_t_critical(confidence, degrees) * error;
  result.mean_change = complete.settled(change);
  result.standard_error = error;
  result.degrees_of_freedom = degrees;
  result.interval = complete.settled(Interval{change - reach, change + reach});
  return result;
}

Defined<double> change_with_lost_unchanged(const PairedSample& complete, std::size_t lost) {
  if (complete.size() == 0) return Undefined{"no pairs"};
  const double n = static_cast<double>(complete.size());
  return complete.settled(mean(complete.changes())) * (n / (n + static_cast<double>(lost)));
}

}  // namespace ecpr::statistics
