#include "ecpr/statistics/hodges_lehmann.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "close_to.hpp"
#include "ecpr/statistics/random_stream.hpp"
#include "ecpr/statistics/signed_rank_distribution.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

std::vector<double> walsh_averages(const std::vector<double>& changes) {
  std::vector<double> averages;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    for (std::size_t j = i; j < changes.size(); ++j) averages.push_back(changes[i] / 2 + changes[j] / 2);
  }
  std::sort(averages.begin(), averages.end());
  return averages;
}

HodgesLehmann of(std::vector<double> changes, double confidence = 0.95) {
  return hodges_lehmann(with_changes(std::move(changes)), confidence);
}

// Repeatable changes with ties, negative numbers and several orders of magnitude.
std::vector<double> made_up_changes(std::size_t n, std::uint64_t stream) {
  RandomStream random(11, stream);
  std::vector<double> changes(n);
  for (double& change : changes) {
    const double digits = static_cast<double>(random.below(41)) - 17;
    change = digits * (stream % 3 == 0 ? 1 : stream % 3 == 1 ? 0.1 : std::pow(10, random.below(9)) / 1e4);
  }
  return changes;
}

}  // namespace

TEST_SUITE("hodges lehmann") {
  TEST_CASE("without zeros and ties: wilcox.test(conf.int = TRUE) of R") {
    const std::vector<double> changes = {1.83, .5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, -1.3, 0.7, -.25};
    CHECK(*of(changes).estimate == close_to(1.3475));
    CHECK(of(changes).interval->lower == close_to(0.265));
    CHECK(of(changes).interval->upper == close_to(2.08));
    CHECK(of(changes, 0.9).interval->lower == close_to(0.59));
    CHECK(of(changes, 0.9).interval->upper == close_to(1.88));
    CHECK(of(changes, 0.99).interval->lower == close_to(0.125));
    CHECK(of(changes, 0.99).interval->upper == close_to(2.37));
  }

  TEST_CASE("zeros stay in: sleep 1.3, not 1.4; 2 1 4 3 6 -5 0 gives 2, not 2.5") {
    const HodgesLehmann sleep = hodges_lehmann(ecpr::testing::student_sleep(), 0.95);
    CHECK(*sleep.estimate == close_to(1.3));
    CHECK(sleep.interval->lower == close_to(0.9));
    CHECK(sleep.interval->upper == close_to(2.7));
    CHECK(*of({2, 1, 4, 3, 6, -5, 0}).estimate == 2);
    const HodgesLehmann reading = hodges_lehmann(ecpr::testing::reading_comprehension(), 0.95);
    CHECK(*reading.estimate == -1);
    CHECK(reading.interval->lower == -2.5);
    CHECK(reading.interval->upper == 0);
  }

  TEST_CASE("equals the listed averages, value by value") {
    for (std::size_t n = 6; n <= 40; ++n) {
      const std::vector<double> changes = made_up_changes(n, n), averages = walsh_averages(changes);
      const std::size_t count = averages.size(), critical = *signed_rank_critical_value(n, 0.025);
      const HodgesLehmann result = of(changes);
      CHECK(*result.estimate == std::midpoint(averages[(count - 1) / 2], averages[count / 2]));
      CHECK(result.interval->lower == averages[critical]);
      CHECK(result.interval->upper == averages[count - 1 - critical]);
    }
  }

  TEST_CASE("beyond 200 changes the limits are averages at the normal quantile") {
    const std::vector<double> changes = made_up_changes(301, 1), averages = walsh_averages(changes);
    const std::size_t critical = *signed_rank_critical_value(301, 0.025);
    CHECK(of(changes).interval->lower == averages[critical]);
    CHECK(of(changes).interval->upper == averages[averages.size() - 1 - critical]);
    CHECK(*of(changes).estimate == averages[averages.size() / 2]);  // an odd count
  }

  TEST_CASE("swapping the waves flips everything, also with values far apart in size") {
    for (const PairedSample& sample : {ecpr::testing::student_sleep(), ecpr::testing::thomason(),
                                       with_changes({1e200, -3e-200, 4e-5, 7, -8e100, 0, 2e150, -1e-300, 5})}) {
      const HodgesLehmann result = hodges_lehmann(sample, 0.95), mirrored = hodges_lehmann(swapped(sample), 0.95);
      CHECK(*mirrored.estimate == -*result.estimate);
      CHECK(mirrored.interval->lower == -result.interval->upper);
      CHECK(mirrored.interval->upper == -result.interval->lower);
    }
  }

  TEST_CASE("refusals: no pairs, levels that so few pairs cannot reach, equal changes") {
    CHECK(of({}).estimate.reason() == "no pairs");
    CHECK(of({}).interval.reason() == "no pairs");
    CHECK(*of({3}).estimate == 3);
    CHECK(*of({1, 2}).estimate == 1.5);
    CHECK(of({1, 2, 3, 4, 5}).interval.reason() == "too few pairs for this confidence level");
    CHECK(of({1, 2, 3, 4, 5, 6}).interval->lower == 1);
    CHECK(of({1, 2, 3, 4, 5, 6}).interval->upper == 6);
    CHECK(of({1, 2, 3, 4, 5, 6, 7}, 0.99).interval.reason() == "too few pairs for this confidence level");
    CHECK(*of({2, 2, 2, 2, 2, 2, 2}).estimate == 2);
    CHECK(of({2, 2, 2, 2, 2, 2, 2}).interval.reason() == "all changes are equal");
    CHECK(of({0, 0, 0, 0, 0, 0, 0}).interval.reason() == "all changes are equal");
  }
}
