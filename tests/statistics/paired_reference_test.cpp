// The paired statistics against tests/reference/paired_reference.csv, which R wrote.
#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "ecpr/statistics/bayes_factor.hpp"
#include "ecpr/statistics/equivalence.hpp"
#include "ecpr/statistics/hodges_lehmann.hpp"
#include "ecpr/statistics/mcnemar.hpp"
#include "ecpr/statistics/paired_effect_size.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "ecpr/statistics/proportion.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "ecpr/statistics/shapiro_wilk.hpp"
#include "ecpr/statistics/wilcoxon.hpp"
#include "ecpr/statistics/yuen.hpp"
#include "groups_reference.hpp"
#include "paired_examples.hpp"
#include "scale_examples.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using namespace ecpr::statistics;

namespace {

using Values = std::map<std::string, double>;

Values reference(const std::string& name) {
  Values values;
  for (const std::string& line : reference_lines("paired_reference.csv")) {
    const auto row = cells(line);
    if (row.at(0) == name) values[row.at(1)] = std::stod(row.at(2));
  }
  return values;
}

PairedSample fuel() {
  return {{20, 23, 21, 25, 18, 17, 18, 24, 20, 24, 23, 19}, {24, 25, 21, 22, 23, 18, 17, 28, 24, 27, 21, 23}};
}

void check(const Defined<double>& found, const Values& expected, const std::string& name, double relative = 1e-10) {
  INFO(name);
  REQUIRE(found.has_value());
  const double want = expected.at(name);
  if (std::abs(want) < 1e-13) {
    CHECK(std::abs(*found) < 1e-13);
  } else {
    CHECK(*found == close_to(want, relative));
  }
}

void check(const Defined<Interval>& found, const Values& expected, const std::string& prefix, double relative = 1e-10) {
  check(found.map([](const Interval& limits) { return limits.lower; }), expected, prefix + "lower", relative);
  check(found.map([](const Interval& limits) { return limits.upper; }), expected, prefix + "upper", relative);
}

void check_t_and_effect_sizes(const PairedSample& sample, const Values& expected) {
  const auto test = paired_t_test(sample, 0.95);
  check(test.mean_change, expected, "mean_change");
  check(test.t, expected, "t");
  check(test.p, expected, "p");
  check(test.correlation, expected, "correlation");
  check(test.change_interval, expected, "");
  const auto sizes = paired_effect_sizes(test, 0.95, AverageInterval::bonett);
  check(sizes.d_z.estimate, expected, "d_z");
  check(sizes.d_z.interval, expected, "d_z_", 1e-8);  // as far as R's search goes
  check(sizes.d_av.estimate, expected, "d_av");
  check(sizes.d_av.interval, expected, "bonett_");
  check(sizes.d_rm.estimate, expected, "d_rm");
  check(sizes.d_pre.estimate, expected, "d_pre");
  check(sizes.d_pre.interval, expected, "d_pre_");
  check(sizes.g_z.estimate, expected, "g_z");
  check(sizes.g_av.estimate, expected, "g_av");
  check(jzs_bayes_factor(test).bf10, expected, "bf10", 1e-6);  // as far as its quadrature goes
  const auto equivalence = equivalence_test(test, {-0.5, 0.5});
  check(equivalence.p_lower, expected, "tost_lower");
  check(equivalence.p_upper, expected, "tost_upper");
}

void check_rank_and_robust(const PairedSample& sample, const Values& expected) {
  const auto wilcoxon = wilcoxon_signed_rank(sample);
  check(wilcoxon.v, expected, "wilcoxon_v");
  check(wilcoxon.p, expected, "wilcoxon_p");
  check(wilcoxon.rank_biserial, expected, "rank_biserial");
  const auto typical = hodges_lehmann(sample, 0.95);
  check(typical.estimate, expected, "hl");
  check(typical.interval, expected, "hl_");
  const auto yuen = yuen_paired_test(sample, 0.95);
  check(yuen.change, expected, "yuen_change");
  check(yuen.t, expected, "yuen_t");
  check(yuen.p, expected, "yuen_p");
  check(yuen.interval, expected, "yuen_");
  const auto normality = shapiro_wilk(sample);
  check(normality.w, expected, "shapiro_w");
  check(normality.p, expected, "shapiro_p", 1e-8);
  check(skewness_of_changes(sample), expected, "skewness");
}

}  // namespace

TEST_CASE("four published samples as R computes them") {
  const std::vector<std::pair<std::string, PairedSample>> cases = {
      {"sleep", student_sleep()}, {"thomason", thomason()}, {"reading", reading_comprehension()}, {"fuel", fuel()}};
  for (const auto& [name, sample] : cases) {
    CAPTURE(name);
    const Values expected = reference(name);
    check_t_and_effect_sizes(sample, expected);
    check_rank_and_robust(sample, expected);
  }
}

TEST_CASE("counts as R computes them") {
  for (const auto& [b, c] : {std::pair<std::size_t, std::size_t>{86, 150}, {1, 6}, {4, 9}}) {
    const Values expected = reference("mcnemar_" + std::to_string(b) + "_" + std::to_string(c));
    check(mcnemar_test(b, c).p, expected, "p");
    check(mcnemar_test(b, c).mid_p, expected, "mid_p");
  }
  for (const auto& [count, n] : {std::pair<std::size_t, std::size_t>{0, 9}, {4, 5}, {72, 100}})
    check(wilson_interval(count, n, 0.95), reference("wilson_" + std::to_string(count) + "_" + std::to_string(n)), "");
}

TEST_CASE("attitude as psych and lavaan compute it") {
  const Values expected = reference("attitude");
  const auto found = scale_reliability(item_covariance(attitude()), 0.95);
  check(found.alpha, expected, "alpha");
  check(found.alpha_interval, expected, "");
  check(found.omega_total, expected, "omega", 1e-6);  // as far as lavaan's search goes
  for (std::size_t i = 0; i < found.items.size(); ++i) {
    check(found.items[i].item_rest_correlation, expected, "rest_" + std::to_string(i));
    check(found.items[i].alpha_if_dropped, expected, "dropped_" + std::to_string(i));
  }
}
