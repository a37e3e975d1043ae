#include "ecpr/statistics/bivariate_missing.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "ecpr/statistics/bivariate_normal.hpp"
#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "groups_reference.hpp"

using namespace ecpr;
using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::groups_case;
using ecpr::testing::groups_reference;
using ecpr::testing::GroupsCase;
using Scores = std::vector<double>;

namespace {

LikelihoodChange estimate(const GroupsCase& data) {
  return likelihood_change(data.sample(), data.pre_only, data.post_only, 0.95);
}

void check_empty(const LikelihoodChange& got, const std::string& reason) {
  CHECK(!got.mean_change);
  CHECK(got.mean_change.reason() == reason);
  CHECK(got.standard_error.reason() == reason);
  CHECK(got.degrees_of_freedom.reason() == reason);
  CHECK(got.interval.reason() == reason);
}

}  // namespace

TEST_CASE("maximum likelihood agrees with a written-out likelihood in R, and with lavaan") {
  for (const char* name : {"lost_after", "missing_both", "mostly_missing", "nobody_missing", "close_waves",
                           "absent_before", "two_summits"}) {
    CAPTURE(name);
    const GroupsCase data = groups_case(name);
    const LikelihoodChange got = estimate(data);
    const auto want = groups_reference(name);
    CHECK(got.complete == data.pre.size());
    CHECK(got.pre_only == data.pre_only.size());
    CHECK(got.post_only == data.post_only.size());
    const double error = want.at("ml_se");
    CHECK(std::abs(*got.mean_change - want.at("ml_change")) < 1e-9 * error);
    CHECK(*got.standard_error == close_to(error, 1e-8));
    CHECK(*got.degrees_of_freedom == static_cast<double>(data.pre.size()) - 1);
    CHECK(std::abs(got.interval->lower - want.at("ml_lower")) < 1e-7 * error);
    CHECK(std::abs(got.interval->upper - want.at("ml_upper")) < 1e-7 * error);
    if (!want.count("lavaan_se")) continue;
    CHECK(std::abs(*got.mean_change - want.at("lavaan_change")) < 5e-6 * error);
    CHECK(*got.standard_error == close_to(want.at("lavaan_se"), 5e-7));
  }
}

TEST_CASE("the whole estimated distribution agrees with R") {
  const GroupsCase data = groups_case("mostly_missing");
  const auto maximum = highest_likelihood(
      {answered_both(data.pre, data.post), answered_pre_only(data.pre_only), answered_post_only(data.post_only)});
  const auto want = groups_reference("mostly_missing");
  REQUIRE(maximum.has_value());
  const BivariateNormal& got = maximum->estimate;
  const double pre_sd = std::sqrt(got.covariance(0, 0)), post_sd = std::sqrt(got.covariance(1, 1));
  CHECK(got.mean(0) == close_to(want.at("pre_mean"), 1e-9));
  CHECK(got.mean(1) == close_to(want.at("post_mean"), 1e-9));
  CHECK(pre_sd == close_to(want.at("pre_sd"), 1e-8));
  CHECK(post_sd == close_to(want.at("post_sd"), 1e-8));
  CHECK(got.covariance(0, 1) / (pre_sd * post_sd) == close_to(want.at("correlation"), 1e-8));
}

TEST_CASE("with nobody missing it is the mean change, and its variance has divisor n") {
  const GroupsCase data = groups_case("nobody_missing");
  const LikelihoodChange got = estimate(data);
  const PairedTTest plain = paired_t_test(data.sample(), 0.95);
  CHECK(*got.mean_change == close_to(*plain.mean_change, 1e-13));
  CHECK(*got.standard_error == close_to(*plain.se_change * std::sqrt(8.0 / 9), 1e-12));
  CHECK(*got.degrees_of_freedom == *plain.degrees_of_freedom);
}

TEST_CASE("with one wave missing it is Anderson's closed form") {
  const GroupsCase data = groups_case("lost_after");
  Scores all = data.pre;
  all.insert(all.end(), data.pre_only.begin(), data.pre_only.end());
  const double n = static_cast<double>(data.pre.size()), total = static_cast<double>(all.size());
  const double slope = covariance(data.pre, data.post) / variance(data.pre);
  const double distance = mean(all) - mean(data.pre);
  const double change = mean(data.post) + slope * distance - mean(all);
  const double squares = (n - 1) * variance(data.pre);
  const double residual = ((n - 1) * variance(data.post) - slope * slope * squares) / n;
  const double error = std::sqrt((slope - 1) * (slope - 1) * variance(all) * (total - 1) / total / total +
                                 residual * (1 / n + distance * distance / squares));
  const LikelihoodChange got = estimate(data);
  CHECK(*got.mean_change == close_to(change, 1e-12));
  CHECK(*got.standard_error == close_to(error, 1e-12));
}

TEST_CASE("swapping the waves turns the sign alone") {
  const GroupsCase data = groups_case("missing_both");
  const LikelihoodChange plain = estimate(data);
  const LikelihoodChange got = likelihood_change({data.post, data.pre}, data.post_only, data.pre_only, 0.95);
  CHECK(*got.mean_change == close_to(-*plain.mean_change, 1e-11));
  CHECK(*got.standard_error == close_to(*plain.standard_error, 1e-11));
  CHECK(got.interval->lower == close_to(-plain.interval->upper, 1e-11));
}

TEST_CASE("offset, unit and order of the scores do not matter") {
  const GroupsCase data = groups_case("missing_both");
  const LikelihoodChange plain = estimate(data);
  for (const double unit : {1.0, 1e-200, 1e200}) {
    CAPTURE(unit);
    GroupsCase other = data;
    for (Scores* scores : {&other.pre, &other.post, &other.pre_only, &other.post_only}) {
      for (double& each : *scores) each = (each + 4096) * unit;
    }
    std::swap(other.pre[2], other.pre[5]);
    std::swap(other.post[2], other.post[5]);
    std::swap(other.pre_only[0], other.pre_only[3]);
    const LikelihoodChange got = estimate(other);
    CHECK(*got.mean_change == close_to(*plain.mean_change * unit, 1e-9));
    CHECK(*got.standard_error == close_to(*plain.standard_error * unit, 1e-9));
  }
}

TEST_CASE("a few people who were lost move the estimate by what their score before predicts") {
  // Slope 1/2 within the pairs; the lost stood 4 above the mean of the pairs.
  const PairedSample complete({1, 2, 3, 4, 5}, {2.5, 2, 3.5, 4, 4.5});
  const double slope = 0.6, distance = 8.0 / 7 * 1;
  const LikelihoodChange got = likelihood_change(complete, Scores{7, 7}, {}, 0.95);
  CHECK(*got.mean_change == close_to(0.3 + (slope - 1) * distance, 1e-12));
}

TEST_CASE("samples that have no maximum are refused") {
  check_empty(likelihood_change(PairedSample({}, {}), Scores{1, 2}, Scores{2, 4}, 0.95), "fewer than 3 complete pairs");
  check_empty(likelihood_change(PairedSample({1, 3}, {2, 1}), Scores{1, 2}, Scores{2, 4}, 0.95),
              "fewer than 3 complete pairs");
  check_empty(likelihood_change(PairedSample({2, 2, 2}, {2, 1, 5}), Scores{1, 2}, {}, 0.95),
              "the scores before of the complete pairs do not vary");
  check_empty(likelihood_change(PairedSample({0.3, 0.1 + 0.2, 0.3}, {2, 1, 5}), Scores{1, 2}, {}, 0.95),
              "the scores before of the complete pairs do not vary");
  check_empty(likelihood_change(PairedSample({2, 1, 5}, {2, 2, 2}), Scores{1, 2}, {}, 0.95),
              "the scores after of the complete pairs do not vary");
  const std::string correlated = "the scores before and after of the complete pairs are perfectly correlated";
  check_empty(likelihood_change(PairedSample({1, 2, 4}, {3, 5, 9}), Scores{1, 2}, Scores{1}, 0.95), correlated);
  check_empty(likelihood_change(PairedSample({1, 2, 4}, {3, 2, 0}), Scores{1, 2}, {}, 0.95), correlated);
  // 0.2 more for everybody, on paper.
  check_empty(likelihood_change(PairedSample({2.4, 3.2, 1.6, 1.8}, {2.6, 3.4, 1.8, 2.0}), {}, Scores{3}, 0.95),
              correlated);
}

TEST_CASE("pairs too nearly on one line for doubles are refused, not guessed") {
  std::vector<double> pre, post;
  for (int i = 1; i <= 8; ++i) {
    pre.push_back(i);
    post.push_back(i + 1e-9 * (i * 5 % 7));
  }
  check_empty(likelihood_change({pre, post}, Scores{2, 9}, Scores{1, 4}, 0.95),
              "the search for the maximum of the likelihood did not converge");
}

TEST_CASE("no change assumed for the lost") {
  const PairedSample complete({1, 2, 3}, {3, 3, 6});
  CHECK(*change_with_lost_unchanged(complete, 0) == close_to(2));
  CHECK(*change_with_lost_unchanged(complete, 2) == close_to(6.0 / 5));
  const Defined<double> none = change_with_lost_unchanged(PairedSample({}, {}), 4);
  CHECK(!none);
  CHECK(none.reason() == "no pairs");
}
