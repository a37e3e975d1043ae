// Means of 11 items, whole, in full and as they are typed: one and the same result.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "close_to.hpp"
#include "ecpr/statistics/bayes_factor.hpp"
#include "ecpr/statistics/bivariate_missing.hpp"
#include "ecpr/statistics/bootstrap.hpp"
#include "ecpr/statistics/cluster_robust.hpp"
#include "ecpr/statistics/group_comparison.hpp"
#include "ecpr/statistics/hodges_lehmann.hpp"
#include "ecpr/statistics/paired_effect_size.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "ecpr/statistics/reliable_change.hpp"
#include "ecpr/statistics/shapiro_wilk.hpp"
#include "ecpr/statistics/wilcoxon.hpp"
#include "ecpr/statistics/yuen.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

// Sums of 11 items, 25 people; the references below are exact fractions of these whole numbers (rank sums, their
// distribution by adding one change after the other, and the Walsh averages in order).
const std::vector<double> sums_before = {31, 34, 28, 32, 35, 40, 35, 39, 35, 40, 41, 42, 35,
                                         23, 29, 33, 31, 36, 31, 28, 39, 33, 33, 35, 30};
const std::vector<double> sums_after = {32, 36, 29, 34, 32, 40, 37, 38, 33, 44, 38, 44, 36,
                                        23, 27, 36, 34, 39, 33, 29, 39, 33, 36, 40, 31};

std::vector<double> divided(std::vector<double> values, double divisor) {
  for (double& value : values) value /= divisor;
  return values;
}

// As a spreadsheet or R writes them with `digits` significant digits.
std::vector<double> typed(std::vector<double> values, int digits) {
  for (double& value : values) value = std::stod(fmt::format("{:.{}g}", value, digits));
  return values;
}

// Means between 2 and 4 with so many digits: one of them stands before the point.
PairedSample typed_means(int digits) {
  return {typed(divided(sums_before, 11), digits), typed(divided(sums_after, 11), digits), std::pow(10, 1 - digits)};
}

// The same people with `shift` added to everyone, typed with 10 digits.
PairedSample typed_constant(double shift) {
  std::vector<double> before = divided(sums_before, 3), after = before;
  for (double& value : after) value += shift;
  return {typed(before, 10), typed(after, 10), 1e-8};
}

TEST_SUITE("scores that were rounded when they were typed") {
  TEST_CASE("sums, means, and means typed with 16 to 9 digits: one V, P and r, as exact fractions give") {
    std::vector<PairedSample> samples = {{sums_before, sums_after},
                                         {divided(sums_before, 1 / 3.0), divided(sums_after, 1 / 3.0)},
                                         {divided(sums_before, 11), divided(sums_after, 11)},
                                         {divided(sums_before, 7), divided(sums_after, 7)}};
    for (int digits = 9; digits <= 16; ++digits) samples.push_back(typed_means(digits));
    for (const PairedSample& sample : samples) {
      CAPTURE(sample.pre()[0]);
      const WilcoxonTest test = wilcoxon_signed_rank(sample);
      CHECK(test.zeros == 4);
      CHECK(*test.v == 174.5);
      CHECK(*test.p == close_to(0.03524494171142578, 1e-13));
      CHECK(*test.rank_biserial == close_to(0.5108225108225108, 1e-14));
    }
  }

  TEST_CASE("without the unit, the same numbers have other ranks") {
    for (const int digits : {10, 15}) {
      const PairedSample means = typed_means(digits);
      const WilcoxonTest test =
          wilcoxon_signed_rank({{means.pre().begin(), means.pre().end()}, {means.post().begin(), means.post().end()}});
      CHECK(*test.v != 174.5);
    }
  }

  TEST_CASE("a limit that is 0 on paper is 0: Hodges-Lehmann 1/11, 0 to 2/11") {
    for (const int digits : {10, 15, 16}) {
      const HodgesLehmann change = hodges_lehmann(typed_means(digits), 0.95);
      CHECK(*change.estimate == close_to(1.0 / 11, 1e-8));
      CHECK(change.interval->lower == 0);
      CHECK(change.interval->upper == close_to(2.0 / 11, 1e-8));
    }
    const HodgesLehmann none = hodges_lehmann({{1.333333333, 2.666666667}, {2.666666667, 1.333333334}, 1e-9}, 0.95);
    CHECK(*none.estimate == 0);
  }

  TEST_CASE("a mean change that is 0 on paper is 0, its t too") {
    const PairedTTest test = paired_t_test({{1.333333333, 2.666666667, 1}, {2.666666667, 1.333333334, 1}, 1e-9}, 0.95);
    CHECK(*test.mean_change == 0);
    CHECK(*test.t == 0);
    CHECK(*test.p == 1);
    CHECK(test.change_interval->lower == -test.change_interval->upper);
  }

  TEST_CASE("a change that is constant but for rounding has no test and no effect size") {
    const std::string reason = "all changes are equal";
    for (const double shift : {1.0 / 3, -2.0 / 3, 0.0}) {
      const PairedSample sample = typed_constant(shift);
      const PairedTTest test = paired_t_test(sample, 0.95);
      CHECK(*test.sd_change == 0);
      CHECK(test.t.reason() == reason);
      CHECK(test.change_interval.reason() == reason);
      CHECK(paired_effect_sizes(test, 0.95, AverageInterval::algina_keselman).d_z.estimate.reason() == reason);
      CHECK(jzs_bayes_factor(test).bf10.reason() == reason);
      CHECK(shapiro_wilk(sample).w.reason() == reason);
      CHECK(skewness_of_changes(sample).reason() == reason);
      CHECK(bootstrap_paired(sample, {99, 1, 0.95, 1}).mean_change.interval.reason() == reason);
      CHECK(hodges_lehmann(sample, 0.95).interval.reason() == reason);
      CHECK(yuen_paired_test(sample, 0.95).t.reason() == "all winsorized changes are equal");
      CHECK(likelihood_change(sample, std::vector<double>{11}, {}, 0.95).standard_error.reason() ==
            "the scores before and after of the complete pairs are perfectly correlated");
    }
  }

  TEST_CASE("a change that is constant but for rounding in groups and clusters") {
    const PairedSample sample = typed_constant(1.0 / 3);
    std::vector<std::size_t> half(sample.size());
    for (std::size_t i = 0; i < half.size(); ++i) half[i] = i % 2;
    CHECK(cluster_robust_change(sample, half, 0.95).t.reason() == "all clusters have the same mean change");
    CHECK(cluster_robust_change(sample, half, 0.95).intraclass_correlation.reason() == "all changes are equal");
    const GroupComparison groups = group_comparison(sample, half, 2, 0.95);
    CHECK(groups.change.fisher.f.reason() == "the changes within every group are equal");
    CHECK(groups.change.welch.f.reason() == "the changes of a group are all equal");
    CHECK_FALSE(groups.ancova.group.f.has_value());
  }

  TEST_CASE("a change on the threshold but for rounding is not beyond it; one of the important size counts") {
    const PairedSample sample({1.333333333, 2.666666667}, {2.333333334, 1.666666666}, 1e-9);  // +1 and -1 on paper
    const auto important = important_change(sample, 1, Improvement::higher);
    CHECK(important->improved == 1);
    CHECK(important->deteriorated == 1);
    const double sd = 1 / (1.96 * std::sqrt(2 * 0.5));  // the threshold is 1
    const auto reliable = reliable_change(sample, sd, 0.5, Improvement::higher);
    CHECK(*reliable.threshold == close_to(1));
    CHECK(reliable.counts->unchanged == 2);
  }
}

}  // namespace
