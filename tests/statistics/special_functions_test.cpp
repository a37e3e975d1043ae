#include "ecpr/statistics/special_functions.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

TEST_SUITE("special functions") {
  TEST_CASE("what Stirling's formula leaves out: mpmath, 60 digits") {
    CHECK(stirling_correction(0.5) == close_to(0.153426409720027345, 1e-14));
    CHECK(stirling_correction(1) == close_to(0.0810614667953272582, 1e-14));
    CHECK(stirling_correction(3.25) == close_to(0.0255621579645257941, 1e-13));
    CHECK(stirling_correction(10) == close_to(0.00833056343336287126, 1e-14));
    CHECK(stirling_correction(1e5) == close_to(8.33333333330555556e-7, 1e-14));
  }

  TEST_CASE("ratio of gamma functions half a step apart: mpmath, 60 digits") {
    CHECK(half_step_gamma_ratio(0.5) == close_to(0.564189583547756287, 1e-14));
    CHECK(half_step_gamma_ratio(3.25) == close_to(0.895955732870212707, 1e-14));
    CHECK(half_step_gamma_ratio(10) == close_to(0.963782252284172027, 1e-14));
    CHECK(half_step_gamma_ratio(1e5) == close_to(0.999996250013281202, 1e-14));
  }

  TEST_CASE("incomplete beta function: mpmath, 60 digits") {
    const auto log_beta = [](double a, double b, double x) { return log_incomplete_beta(a, b, x, 1 - x); };
    CHECK(log_beta(1, 0.5, 0.25) == close_to(-2.01010507748476202, 1e-14));
    CHECK(log_beta(5, 3, 0.3) == close_to(-3.54753615404853977, 1e-14));
    CHECK(log_beta(5, 3, 0.9) == close_to(-0.0260272903766422641, 1e-13));
    CHECK(log_beta(1.5, 123.5, 0.0078125) == close_to(-0.878765912480653304, 1e-13));
    CHECK(log_beta(500000, 0.5, 0.9999) == close_to(-52.5406374147066771, 1e-11));
    CHECK(log_beta(163, 1.5, 0.646484375) == close_to(-68.9460495565334691, 1e-14));
    CHECK(log_beta(5000, 4000, 0.5) == close_to(-58.9596849881972017, 1e-13));
    CHECK(log_beta(5000, 4000, 0.5625) == close_to(-0.0968911142328160126, 1e-11));
    CHECK(log_beta(1, 1, 0.125) == close_to(-2.07944154167983593, 1e-14));
    CHECK(log_beta(0.25, 0.5, 0.0625) == close_to(-0.957560962592924151, 1e-14));
    CHECK(log_beta(300, 2, 0.001953125) == close_to(-1865.79222578047481, 1e-14));
  }

  TEST_CASE("the ends, and the two sides add up to 1") {
    CHECK(log_incomplete_beta(2, 3, 0, 1) == -std::numeric_limits<double>::infinity());
    CHECK(log_incomplete_beta(2, 3, 1, 0) == 0);
    for (const double x : {0.0625, 0.25, 0.4375, 0.5, 0.75, 0.96875})
      for (const double a : {0.5, 1.0, 2.0, 17.5, 400.0})
        CHECK(std::exp(log_incomplete_beta(a, 3.5, x, 1 - x)) + std::exp(log_incomplete_beta(3.5, a, 1 - x, x)) ==
              close_to(1, 1e-13));
  }
}
