#include "ecpr/statistics/moments.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "close_to.hpp"
#include "numeric_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

std::vector<double> scaled_by(std::vector<double> values, double factor) {
  for (double& value : values) value *= factor;
  return values;
}

const std::vector<double> small{4, 7, 1, 9, 2.5};  // mean 4.7, sum of squared deviations 42.8

}  // namespace

TEST_SUITE("moments") {
  TEST_CASE("NIST StRD sets: exact arithmetic on the doubles") {
    const std::vector<double> first{10000001, 10000003, 10000002};
    CHECK(mean(first) == 10000002);
    CHECK(standard_deviation(first) == 1);

    const auto second = ecpr::testing::numerical_accuracy(1.2, 1.1, 1.3);
    CHECK(mean(second) == close_to(1.2000000000000000665, 1e-15));
    CHECK(standard_deviation(second) == close_to(0.099999999999999977796, 1e-15));

    const auto third = ecpr::testing::numerical_accuracy(1000000.2, 1000000.1, 1000000.3);
    CHECK(mean(third) == close_to(1000000.2000000000116, 1e-15));
    CHECK(standard_deviation(third) == close_to(0.10000000003492459655, 1e-15));

    const auto fourth = ecpr::testing::numerical_accuracy(10000000.2, 10000000.1, 10000000.3);
    CHECK(mean(fourth) == close_to(10000000.200000000185, 1e-15));
    CHECK(standard_deviation(fourth) == close_to(0.10000000055879354477, 1e-15));
  }

  TEST_CASE("definitions by hand") {
    CHECK(sum(small) == 23.5);
    CHECK(mean(small) == close_to(4.7, 1e-15));
    CHECK(variance(small) == close_to(42.8 / 4, 1e-15));
    CHECK(standard_deviation(small) == close_to(std::sqrt(10.7), 1e-15));
    CHECK(range(small) == 8);
    CHECK(covariance(small, std::vector<double>{1, 2, 3, 4, 5}) == close_to(-0.25, 1e-15));
    CHECK(sum({}) == 0);
    CHECK(range({}) == 0);
  }

  TEST_CASE("sums keep what single additions lose") {
    CHECK(sum(std::vector<double>{1e16, 1, -1e16}) == 1);
    CHECK(sum(std::vector<double>{1, 1e100, 1, -1e100}) == 2);
    CHECK(mean(std::vector<double>(1000, 0.1)) == 0.1);
  }

  TEST_CASE("large and small numbers neither overflow nor vanish") {
    for (const double factor : {0x1p660, 0x1p-660, 0x1p1018, 0x1p-1000}) {
      const auto values = scaled_by(small, factor);
      CHECK(mean(values) == mean(small) * factor);
      CHECK(standard_deviation(values) == standard_deviation(small) * factor);
      CHECK(*correlation(values, small) == 1);
    }
    CHECK(standard_deviation(scaled_by(small, 1e200)) == close_to(std::sqrt(10.7) * 1e200, 1e-15));
    CHECK(mean(std::vector<double>{1.7e308, 1.7e308, 1.6e308}) == close_to(5.0 / 3 * 1e308, 1e-14));
  }

  TEST_CASE("an offset changes neither spread nor correlation") {
    const std::vector<double> x{1, 2, 4, 8, 5}, y{2, 1, 5, 9, 9};
    std::vector<double> far_x(5), far_y(5);
    for (std::size_t i = 0; i < 5; ++i) {
      far_x[i] = x[i] + 1e12;
      far_y[i] = 1e9 - y[i];
    }
    CHECK(standard_deviation(far_x) == standard_deviation(x));
    CHECK(*correlation(far_x, far_y) == close_to(-*correlation(x, y), 1e-15));
    CHECK(*correlation(x, y) == close_to(37 / std::sqrt(30 * 56.8), 1e-15));
  }

  TEST_CASE("equal values have no spread and no correlation") {
    const std::vector<double> constant(7, 0.1), line{1, 2, 3, 4, 5, 6, 7};
    CHECK(standard_deviation(constant) == 0);
    CHECK(variance(constant) == 0);
    CHECK(covariance(constant, line) == 0);
    CHECK(correlation(constant, line).reason() == "one of the two does not vary");
    CHECK(correlation(std::vector<double>{1}, std::vector<double>{2}).reason() == "fewer than 2 pairs");
    CHECK(*correlation(line, line) == 1);
    CHECK(*correlation(line, std::vector<double>{7, 6, 5, 4, 3, 2, 1}) == -1);
  }

  TEST_CASE("the order of the values does not matter") {
    auto values = ecpr::testing::numerical_accuracy(10000000.2, 10000000.1, 10000000.3);
    const double before = standard_deviation(values);
    std::sort(values.begin(), values.end());
    CHECK(standard_deviation(values) == close_to(before, 1e-15));
  }
}
