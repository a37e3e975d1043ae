#include "ecpr/statistics/equivalence.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>

#include "close_to.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

EquivalenceTest of(const PairedSample& sample, EquivalenceBounds bounds, double alpha = 0.05) {
  return equivalence_test(paired_t_test(sample, 0.95), bounds, alpha);
}

}  // namespace

TEST_SUITE("equivalence") {
  TEST_CASE("Student's sleep: t.test(alternative = ...) of R against both bounds") {
    const EquivalenceTest test = of(ecpr::testing::student_sleep(), {-0.5, 0.5});
    CHECK(*test.p_lower == close_to(0.00023190270448159291));
    CHECK(*test.p_upper == close_to(0.98924075662161282));
    CHECK(*test.t_lower == close_to((1.58 + 0.5) / 0.3889587238883952525));
    CHECK(*test.t_upper == close_to((1.58 - 0.5) / 0.3889587238883952525));
    CHECK(test.interval->lower == close_to(0.8669947329707165));
    CHECK(test.interval->upper == close_to(2.2930052670292835));
    CHECK(test.bounds->lower == -0.5);

    const EquivalenceTest wide = of(ecpr::testing::student_sleep(), {-2, 2});
    CHECK(*wide.p_lower == close_to(3.5523441592476932e-06));
    CHECK(*wide.p_upper == close_to(0.15415723566909742));
  }

  TEST_CASE("bounds in d_z are multiples of the SD of the changes") {
    const EquivalenceTest test = of(ecpr::testing::student_sleep(), {-0.3, 0.3, BoundUnit::d_z});
    CHECK(*test.p_lower == close_to(0.00036407507540828996));
    CHECK(*test.p_upper == close_to(0.9937752424761841));
    CHECK(test.bounds->upper == close_to(0.3 * 1.2299954832798732228));
    const EquivalenceTest reading = of(ecpr::testing::reading_comprehension(), {-0.5, 0.5, BoundUnit::d_z});
    CHECK(*reading.p_lower == close_to(0.5281672411430797));
    CHECK(*reading.p_upper == close_to(5.267602545822671e-05));
    CHECK(reading.interval->lower == close_to(-2.334566352568711));
  }

  TEST_CASE("the P values fall below alpha exactly where the interval lies inside the bounds") {
    for (const double bound : {2.29, 2.30}) {
      const EquivalenceTest test = of(ecpr::testing::student_sleep(), {-bound, bound});
      CHECK((*test.p_upper < 0.05) == (test.interval->upper < bound));
    }
    const EquivalenceTest strict = of(ecpr::testing::thomason(), {-3, 3}, 0.025);
    CHECK(strict.interval->lower == close_to(0.715218, 1e-6));
    CHECK(strict.interval->upper == close_to(2.618115, 1e-6));
  }

  TEST_CASE("swapping the waves exchanges the P values") {
    const EquivalenceTest test = of(ecpr::testing::thomason(), {-1, 1});
    const EquivalenceTest mirrored = of(swapped(ecpr::testing::thomason()), {-1, 1});
    CHECK(*mirrored.p_lower == close_to(*test.p_upper, 1e-13));
    CHECK(*mirrored.p_upper == close_to(*test.p_lower, 1e-13));
    CHECK(mirrored.interval->lower == close_to(-test.interval->upper, 1e-13));
  }

  TEST_CASE("a P too small for a double is empty, the other stays") {
    std::vector<double> changes(1001);
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i] = i == 0 ? 1.2 : i % 2 ? 1.1 : 1.3;
    const EquivalenceTest test = of(with_changes(changes), {-1.2, 1.2});
    CHECK(test.p_lower.reason() == "P is below 1e-307");
    CHECK(*test.p_upper == close_to(0.5, 1e-9));
  }

  TEST_CASE("refusals") {
    const EquivalenceTest constant = of(PairedSample({1, 2, 3}, {3, 4, 5}), {-0.5, 0.5});
    CHECK(constant.bounds->upper == 0.5);
    CHECK(constant.p_lower.reason() == "all changes are equal");
    CHECK(constant.interval.reason() == "all changes are equal");
    CHECK(of(with_changes({1}), {-1, 1, BoundUnit::d_z}).bounds.reason() == "fewer than 2 pairs");
    CHECK(of(with_changes({}), {-1, 1}).t_upper.reason() == "no pairs");

    const PairedTTest test = paired_t_test(ecpr::testing::thomason(), 0.95);
    const char* bounds = "equivalence bounds must be finite, the lower below the upper";
    CHECK_THROWS_WITH_AS(equivalence_test(test, {1, 1}), bounds, std::invalid_argument);
    CHECK_THROWS_WITH_AS(equivalence_test(test, {1, -1}), bounds, std::invalid_argument);
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS(equivalence_test(test, {-1, infinity}), bounds, std::invalid_argument);
    CHECK_THROWS_WITH_AS(equivalence_test(test, {-1, 1}, 0.5), "alpha must lie between 0 and 0.5",
                         std::invalid_argument);
  }
}
