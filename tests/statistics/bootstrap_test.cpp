#include "ecpr/statistics/bootstrap.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "close_to.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

PairedBootstrap of(const PairedSample& sample, std::size_t resamples = 1999, std::uint64_t seed = 20240229) {
  return bootstrap_paired(sample, {resamples, seed, 0.95, 1});
}

void check(const BootstrapInterval& interval, double lower, double upper, double relative = 1e-11) {
  CHECK(interval.method == BootstrapMethod::bca);
  CHECK(interval.interval->lower == close_to(lower, relative));
  CHECK(interval.interval->upper == close_to(upper, relative));
}

}  // namespace

TEST_SUITE("bootstrap") {
  TEST_CASE("the same draws and intervals in a second program, written from the papers alone") {
    check(of(ecpr::testing::student_sleep()).mean_change, 1.08, 2.610441490172286);
    const PairedBootstrap thomason = of(ecpr::testing::thomason());
    check(thomason.mean_change, 0.9166666666666666, 2.5833333333333335);
    check(thomason.d_z, 0.36338438074696866, 1.6583123951777001);
    CHECK(thomason.without_variance == 3);
    const PairedBootstrap wide_seed = of(ecpr::testing::thomason(), 2999, (std::uint64_t{1} << 40) + 7);
    check(wide_seed.d_z, 0.34121107598874084, 1.6569773640051348);
    CHECK(wide_seed.without_variance == 8);
  }

  TEST_CASE("near the limits of one and two million resamples drawn by R") {
    check(of(ecpr::testing::student_sleep(), 20000).mean_change, 1.06, 2.64, 0.02);
    const PairedBootstrap thomason = of(ecpr::testing::thomason(), 50000);
    check(thomason.mean_change, 0.9166666666666666, 2.5, 0.04);
    check(thomason.d_z, 0.338501600193165, 1.6459136238748755, 0.08);
    CHECK(static_cast<double>(thomason.without_variance) == close_to(50000 * std::pow(7.0 / 12, 12), 0.2));
  }

  TEST_CASE("BCa of d_z beyond the outermost of 1999 resamples: percentile limits, named") {
    const PairedBootstrap sleep = of(ecpr::testing::student_sleep());
    CHECK(sleep.d_z.method == BootstrapMethod::percentile);
    CHECK(sleep.d_z.interval->lower > 0);
  }

  TEST_CASE("the number of threads changes nothing") {
    const BootstrapSettings one{997, 5, 0.9, 1};
    const PairedBootstrap expected = bootstrap_paired(ecpr::testing::thomason(), one);
    for (const unsigned threads : {2u, 3u, 7u, 996u, 2000u}) {
      BootstrapSettings settings = one;
      settings.threads = threads;
      const PairedBootstrap result = bootstrap_paired(ecpr::testing::thomason(), settings);
      CHECK(result.mean_change.interval->lower == expected.mean_change.interval->lower);
      CHECK(result.d_z.interval->lower == expected.d_z.interval->lower);
      CHECK(result.d_z.interval->upper == expected.d_z.interval->upper);
      CHECK(result.without_variance == expected.without_variance);
    }
  }

  TEST_CASE("another seed draws other people") {
    CHECK(of(ecpr::testing::student_sleep(), 1999, 1).mean_change.interval->upper !=
          of(ecpr::testing::student_sleep(), 1999, 2).mean_change.interval->upper);
  }

  TEST_CASE("swapping the waves flips both intervals") {
    const PairedBootstrap result = of(ecpr::testing::thomason()), mirrored = of(swapped(ecpr::testing::thomason()));
    check(mirrored.mean_change, -result.mean_change.interval->upper, -result.mean_change.interval->lower);
    check(mirrored.d_z, -result.d_z.interval->upper, -result.d_z.interval->lower);
  }

  TEST_CASE("rescaling scales the mean's interval and leaves that of d_z, far beyond what can be squared") {
    const PairedSample sample = ecpr::testing::thomason();
    std::vector<double> tall(sample.changes().begin(), sample.changes().end());
    for (double& change : tall) change = std::ldexp(change, 900);
    const PairedBootstrap result = of(sample), scaled = of(with_changes(tall));
    check(scaled.mean_change, std::ldexp(result.mean_change.interval->lower, 900),
          std::ldexp(result.mean_change.interval->upper, 900));
    check(scaled.d_z, result.d_z.interval->lower, result.d_z.interval->upper);
  }

  TEST_CASE("resamples without variance are left out of d_z's and counted") {
    const PairedBootstrap few = of(with_changes({0, 0, 1}), 10000);
    CHECK(static_cast<double>(few.without_variance) == close_to(10000.0 / 3, 0.05));  // (8 + 1)/27
    CHECK(few.mean_change.interval.has_value());
    CHECK(few.d_z.method == BootstrapMethod::percentile);  // leaving out the third leaves no variance
    CHECK(of(ecpr::testing::student_sleep()).without_variance == 0);
    const PairedBootstrap pair = of(with_changes({1, 3}));
    CHECK(pair.mean_change.method == BootstrapMethod::percentile);
    CHECK(pair.d_z.interval.reason() == "all resamples give the same value");
  }

  TEST_CASE("refusals") {
    CHECK(of(with_changes({})).mean_change.interval.reason() == "no pairs");
    CHECK(of(with_changes({1})).d_z.interval.reason() == "fewer than 2 pairs");
    CHECK(of(with_changes({2, 2, 2})).mean_change.interval.reason() == "all changes are equal");
    CHECK(of(with_changes({0, 0, 0})).d_z.interval.reason() == "all changes are equal");
    CHECK(of(ecpr::testing::thomason(), 38).mean_change.interval.reason() ==
          "too few resamples for this confidence level");
    CHECK(of(ecpr::testing::thomason(), 0).d_z.interval.reason() == "too few resamples for this confidence level");
    CHECK_THROWS_WITH_AS(bootstrap_paired(ecpr::testing::thomason(), {99, 1, 0.95, 0}),
                         "a bootstrap needs at least one thread and at most 2^32 - 1 pairs", std::invalid_argument);
  }
}
