#include "ecpr/statistics/bca_interval.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

const std::vector<double> left_out = {.61, .82, .70, .68, .77, .40, .75};

// Quantiles of the exponential distribution, so that R can make the same replicates.
std::vector<double> exponential(std::size_t count = 999) {
  std::vector<double> replicates(count);
  for (std::size_t i = 0; i < count; ++i) {
    replicates[count - 1 - i] = -std::log1p(-static_cast<double>(i + 1) / static_cast<double>(count + 1));
  }
  return replicates;
}

void check_percentile(const BootstrapInterval& interval, double lower, double upper) {
  CHECK(interval.method == BootstrapMethod::percentile);
  CHECK(interval.interval->lower == close_to(lower));
  CHECK(interval.interval->upper == close_to(upper));
}

}  // namespace

TEST_SUITE("bca interval") {
  TEST_CASE("written out in R with quantile(type = 6); boot:::bca.ci gives 0.045234 and 4.534964") {
    const BootstrapInterval interval = bca_interval(0.7, exponential(), left_out, 0.95, 0);
    CHECK(interval.method == BootstrapMethod::bca);
    CHECK(interval.interval->lower == close_to(0.045232148212771092));
    CHECK(interval.interval->upper == close_to(4.5357359814462859));
    const BootstrapInterval narrow = bca_interval(0.7, exponential(), left_out, 0.9, 0);
    CHECK(narrow.interval->lower == close_to(0.075469061197489126));
    CHECK(narrow.interval->upper == close_to(3.5139488145892863));
  }

  TEST_CASE("half of the replicates that equal the estimate count as below it: the mirror image of mirrored values") {
    const std::vector<double> replicates = {1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 7, 7, 8, 9, 11, 12, 15};
    const std::vector<double> jackknife = {2.5, 3.5, 3, 2.9, 3.1};
    std::vector<double> mirrored_replicates, mirrored_jackknife;
    for (const double value : replicates) mirrored_replicates.push_back(-value);
    for (const double value : jackknife) mirrored_jackknife.push_back(-value);
    const BootstrapInterval interval = bca_interval(5, replicates, jackknife, 0.6, 1e-9);
    const BootstrapInterval mirrored = bca_interval(-5, mirrored_replicates, mirrored_jackknife, 0.6, 1e-9);
    CHECK(interval.method == BootstrapMethod::bca);
    CHECK(mirrored.interval->lower == close_to(-interval.interval->upper, 1e-12));
    CHECK(mirrored.interval->upper == close_to(-interval.interval->lower, 1e-12));
  }

  TEST_CASE("without bias and acceleration it is the percentile interval") {
    const std::vector<double> even = {1, 2, 3, 4, 5};
    const BootstrapInterval interval = bca_interval(std::log(2.0), exponential(), even, 0.95, 1e-12);
    CHECK(interval.method == BootstrapMethod::bca);
    CHECK(interval.interval->lower == close_to(0.025317807984289918, 1e-8));
    CHECK(interval.interval->upper == close_to(3.6888794541139354, 1e-8));
  }

  TEST_CASE("percentile limits where BCa does not exist") {
    const double lower = 0.025317807984289918, upper = 3.6888794541139354;
    check_percentile(bca_interval(0.7, exponential(), {}, 0.95, 0), lower, upper);
    check_percentile(bca_interval(0.7, exponential(), std::vector<double>{1, 1, 1}, 0.95, 0), lower, upper);
    check_percentile(bca_interval(-1, exponential(), left_out, 0.95, 0), lower, upper);
    check_percentile(bca_interval(99, exponential(), left_out, 0.95, 0), lower, upper);
    // a bias so large that the limit lies beyond the outermost replicate
    check_percentile(bca_interval(5.5, exponential(), left_out, 0.95, 0), lower, upper);
    // one replicate of 99999 above the estimate and an acceleration near 1/6: a negative denominator
    std::vector<double> outlier(2000, 0.0);
    outlier[0] = -1;
    check_percentile(bca_interval(11, exponential(99999), outlier, 0.95, 0), -std::log(0.975), -std::log(0.025));
    CHECK(name(BootstrapMethod::percentile) == "percentile");
    CHECK(name(BootstrapMethod::bca) == "BCa");
  }

  TEST_CASE("too few replicates, or all equal: no interval") {
    CHECK(bca_interval(0.7, exponential(38), left_out, 0.95, 0).interval.reason() ==
          "too few resamples for this confidence level");
    CHECK(bca_interval(0.7, exponential(39), left_out, 0.95, 0).interval.has_value());
    CHECK(bca_interval(0.7, exponential(19), left_out, 0.9, 0).interval.has_value());
    CHECK(bca_interval(0.7, {}, left_out, 0.95, 0).interval.reason() == "too few resamples for this confidence level");
    CHECK(bca_interval(1, std::vector<double>(99, 1.0), left_out, 0.95, 0).interval.reason() ==
          "all resamples give the same value");
  }
}
