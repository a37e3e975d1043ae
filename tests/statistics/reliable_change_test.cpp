#include "ecpr/statistics/reliable_change.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::Defined;
using ecpr::Undefined;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

void check(const Defined<ChangeCounts>& counts, std::size_t improved, std::size_t unchanged, std::size_t deteriorated) {
  REQUIRE(counts.has_value());
  CHECK(counts->improved == improved);
  CHECK(counts->unchanged == unchanged);
  CHECK(counts->deteriorated == deteriorated);
}

}  // namespace

TEST_SUITE("reliable change") {
  // Jacobson & Truax (1991), p. 14: SD 7.5, reliability .80: S_diff 4.74, from 32.5 to 47.5 RC = 3.16.
  TEST_CASE("the example of Jacobson and Truax") {
    const auto result =
        reliable_change(PairedSample({32.5, 40, 40, 40}, {47.5, 49, 50, 30.7}), 7.5, 0.8, Improvement::higher);
    CHECK(*result.threshold / 1.96 == close_to(4.74, 1e-3));
    CHECK(15 / (*result.threshold / 1.96) == close_to(3.16, 1e-3));
    check(result.counts, 2, 1, 1);
  }

  TEST_CASE("threshold by hand: 1.96 sqrt(2) SD sqrt(1 - reliability)") {
    const auto result = reliable_change(with_changes({0}), 3, 0.5, Improvement::higher);
    CHECK(*result.threshold == close_to(5.88, 1e-14));
    CHECK(*reliable_change(with_changes({0}), 10, 0.91, Improvement::lower).threshold ==
          close_to(1.96 * std::sqrt(2) * 3, 1e-14));
  }

  TEST_CASE("a change on the threshold is unchanged, also when rounding lifts it above") {
    const PairedSample sample({1, 1, 0.1, 1}, {2.96, 2.97, 2.06, -0.96});  // RC 1.96, 1.97, 1.96, -1.96 with SD 1
    check(reliable_change(sample, 1, 0.5, Improvement::higher).counts, 1, 3, 0);
  }

  TEST_CASE("direction") {
    const PairedSample sample = with_changes({-9, -7, 0, 2, 8});
    check(reliable_change(sample, 3, 0.5, Improvement::higher).counts, 1, 2, 2);
    check(reliable_change(sample, 3, 0.5, Improvement::lower).counts, 2, 2, 1);
    check(reliable_change(swapped(sample), 3, 0.5, Improvement::higher).counts, 2, 2, 1);
  }

  TEST_CASE("refusals") {
    const PairedSample sample = with_changes({1, 2});
    const auto check_no = [&](const ReliableChange& result, const char* reason) {
      CHECK(!result.threshold);
      CHECK(!result.counts);
      CHECK(result.threshold.reason() == reason);
      CHECK(result.counts.reason() == reason);
    };
    check_no(reliable_change(sample, Undefined{"fewer than 2 pairs"}, 0.8, Improvement::higher), "fewer than 2 pairs");
    check_no(reliable_change(sample, 2, Undefined{"fewer than 2 items"}, Improvement::higher), "fewer than 2 items");
    check_no(reliable_change(sample, 0, 0.8, Improvement::higher), "the scores before are all equal");
    check_no(reliable_change(sample, 2, 0, Improvement::higher), "the reliability is not above 0");
    check_no(reliable_change(sample, 2, -0.3, Improvement::higher), "the reliability is not above 0");
    check_no(reliable_change(sample, 2, 1, Improvement::higher), "the reliability is not below 1");
    const auto nobody = reliable_change(PairedSample({}, {}), 2, 0.8, Improvement::higher);
    CHECK(nobody.threshold.has_value());
    CHECK(nobody.counts.reason() == "no pairs");
  }
}

TEST_SUITE("important change") {
  TEST_CASE("a change of exactly the size counts, also when rounding keeps it below") {
    const PairedSample sample({0.1, 1, 2, 3, 2.7}, {0.4, 1.2, 2.31, 2.7, 2.4});  // 0.3, 0.2, 0.31, -0.3, -0.3
    check(important_change(sample, 0.3, Improvement::higher), 2, 1, 2);
    check(important_change(sample, 0.3, Improvement::lower), 2, 1, 2);
    check(important_change(sample, 0.305, Improvement::lower), 0, 4, 1);
    CHECK(important_change(PairedSample({}, {}), 1, Improvement::higher).reason() == "no pairs");
  }
}
