#include "ecpr/statistics/paired_sample.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "ecpr/statistics/wilcoxon.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::with_changes;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

TEST_SUITE("pairs that are equal but for rounding") {
  TEST_CASE("the resolution: 4 machine epsilons of the largest score, and 2 typed units") {
    CHECK(PairedSample({-8, 1}, {2, 4}).resolution() == 32 * epsilon);
    CHECK(PairedSample({-8, 1}, {2, 4}, 0.5).resolution() == 1 + 32 * epsilon);
    CHECK(PairedSample({-8, 1}, {2, 4}, 0.5).typed_unit() == 0.5);
    CHECK(PairedSample({}, {}, 0.5).resolution() == 0);
    for (const double unit : {-0.5, std::nan(""), std::numeric_limits<double>::infinity()}) {
      CHECK_THROWS_WITH_AS(PairedSample({1}, {2}, unit), "a typed unit below 0 or not finite", std::invalid_argument);
    }
  }

  TEST_CASE("neighbours decide: a chain is one tie, wherever it starts") {
    CHECK(equal_but_for_rounding({}, 0));
    CHECK(equal_but_for_rounding(std::vector<double>{7}, 0));
    CHECK(equal_but_for_rounding(std::vector<double>{3, 1, 2}, 1));
    CHECK(equal_but_for_rounding(std::vector<double>{5, 1, 3, 2, 4}, 1));
    CHECK_FALSE(equal_but_for_rounding(std::vector<double>{5, 1, 2, 4}, 1));
    CHECK_FALSE(equal_but_for_rounding(std::vector<double>{1, 9, 2, 3}, 1));
    const std::vector<double> ordered = {1, 2, 3, 4.5, 5, 7};
    CHECK(end_of_tie(ordered, 0, 1) == 3);
    CHECK(end_of_tie(ordered, 3, 1) == 5);
    CHECK(end_of_tie(ordered, 5, 1) == 6);
  }

  TEST_CASE("a chain of changes shares one rank; what is as close to 0 is a zero") {
    const std::vector<double> pre(6, 0), post = {10.0, -11.5, 13.0, 20.0, 1.5, 2.25};  // typed to 1: resolution 2
    const WilcoxonTest test = wilcoxon_signed_rank({pre, post, 1});
    CHECK(test.zeros == 1);
    CHECK(*test.v == 1 + 3 + 3 + 5);  // sizes 2.25 | 10, 11.5, 13 | 20
    CHECK(wilcoxon_signed_rank({pre, {0, 0, 2, -2, 1, 0}, 1}).v.reason() == "all changes are 0");
  }

  TEST_CASE("whole numbers are exact, whatever their size") {
    const PairedSample sample({1e15, 1e15, 1e15, 1e15}, {1e15 + 1, 1e15 + 2, 1e15, 1e15 - 1});
    CHECK_FALSE(sample.changes_are_equal());
    CHECK(wilcoxon_signed_rank(sample).zeros == 1);
    CHECK(*wilcoxon_signed_rank(sample).v == 1.5 + 3);
    CHECK(sample.settled(0.25) == 0.25);  // a mean of four such changes
  }

  TEST_CASE("0 but for rounding is 0, where a score is no whole number") {
    const PairedSample decimals({0.1 + 0.2, 1}, {0.3, 2}), typed({1.333333333}, {2.666666667}, 1e-9);
    CHECK(decimals.settled(0.3 - (0.1 + 0.2)) == 0);
    CHECK(decimals.settled(1e-14) == 1e-14);
    CHECK(typed.settled(-2e-9) == 0);
    CHECK(typed.settled(3e-9) == 3e-9);
    const ecpr::Interval limits = typed.settled(ecpr::Interval{-1e-9, 0.5});
    CHECK(limits.lower == 0);
    CHECK(limits.upper == 0.5);
  }
}

}  // namespace
