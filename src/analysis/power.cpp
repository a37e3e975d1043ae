#include "ecpr/analysis/power.hpp"

#include <cassert>
#include <cmath>

#include "ecpr/statistics/power.hpp"

namespace ecpr::analysis {

std::optional<double> ScoreUnits::spread_of_changes() const {
  if (sd_change) return sd_change;
  if (sd && correlation) return *sd * *d_av_per_d_z();
  return std::nullopt;
}

std::optional<double> ScoreUnits::d_av_per_d_z() const {
  if (!correlation) return std::nullopt;
  return std::sqrt(2 * (1 - *correlation));
}

PowerAnswer solve(const PowerPlan& plan, const ScoreUnits& units) {
  assert(plan.d_z.has_value() + plan.n.has_value() + plan.power.has_value() == 2);
  PowerAnswer answer;
  answer.plan = plan;
  if (plan.d_z) answer.d_z = *plan.d_z;
  if (plan.n) answer.n = *plan.n;
  if (plan.power) answer.power = *plan.power;
  if (!plan.n) answer.n = statistics::pairs_for_power(*plan.d_z, plan.alpha, *plan.power);
  if (!plan.d_z) answer.d_z = statistics::smallest_detectable_d_z(*plan.n, plan.alpha, *plan.power);
  if (plan.d_z) {
    answer.power = Undefined{answer.n.reason()};
    if (answer.n) answer.power = statistics::paired_t_power(*answer.n, *plan.d_z, plan.alpha);
  }
  const auto per_d_z = units.d_av_per_d_z(), spread = units.spread_of_changes();
  if (per_d_z) answer.d_av = answer.d_z.map([&](double d_z) { return d_z * *per_d_z; });
  if (spread) answer.change = answer.d_z.map([&](double d_z) { return d_z * *spread; });
  return answer;
}

std::vector<DetectableChange> detectable_changes(const Analysis& analysis, double power, double alpha) {
  std::vector<DetectableChange> changes;
  for (const Comparison& comparison : analysis.comparisons) {
    DetectableChange& one = changes.emplace_back();
    one.outcome = comparison.outcome;
    one.group = comparison.group;
    one.n = comparison.test.n;
    if (comparison.withheld) {
      one.sd_change = one.d_z = one.change = Undefined{"a small group is shown as n only"};
      continue;
    }
    one.sd_change = comparison.test.sd_change;
    one.d_z = statistics::smallest_detectable_d_z(one.n, alpha, power);
    if (!one.d_z) {
      one.change = Undefined{one.d_z.reason()};
    } else if (one.sd_change && *one.sd_change == 0) {
      one.change = Undefined{"the changes are all the same"};
    } else {
      one.change = one.sd_change.map([&](double sd) { return sd * *one.d_z; });
    }
  }
  return changes;
}

}  // namespace ecpr::analysis
