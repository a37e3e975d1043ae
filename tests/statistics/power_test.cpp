#include "ecpr/statistics/power.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

TEST_SUITE("power") {
  TEST_CASE("power for n: mpmath, 30 digits; G*Power and R power.t.test agree") {
    CHECK(*paired_t_power(34, 0.5, 0.05) == close_to(0.80777750127927391, 1e-11));
    CHECK(*paired_t_power(33, 0.5, 0.05) == close_to(0.79536584148750411, 1e-11));
    CHECK(*paired_t_power(20, 0.5, 0.05) == close_to(0.56450441843902034, 1e-11));
    CHECK(*paired_t_power(2, 1, 0.05) == close_to(0.092809155056336033, 1e-11));
    CHECK(*paired_t_power(100, 0.2, 0.01) == close_to(0.27118561402013209, 1e-11));
    CHECK(*paired_t_power(5, 3, 0.05) == close_to(0.99767957743770415, 1e-11));
  }

  TEST_CASE("without an effect power is alpha; the sign does not matter; large studies find everything") {
    for (const double alpha : {0.001, 0.05, 0.2}) CHECK(*paired_t_power(10, 0, alpha) == close_to(alpha, 1e-11));
    CHECK(*paired_t_power(20, -0.5, 0.05) == *paired_t_power(20, 0.5, 0.05));
    CHECK(*paired_t_power(1000000, 0.5, 0.05) == close_to(1, 1e-12));
  }

  TEST_CASE("n for power: R 4.2.2 power.t.test(strict = TRUE), rounded up") {
    CHECK(*pairs_for_power(0.5, 0.05, 0.8) == 34);   // 33.367
    CHECK(*pairs_for_power(0.2, 0.01, 0.9) == 376);  // 375.308
    CHECK(*pairs_for_power(1.5, 0.05, 0.95) == 8);   // 7.970
    CHECK(*pairs_for_power(-0.8, 0.05, 0.8) == 15);  // 14.303
    CHECK(*pairs_for_power(5, 0.05, 0.01) == 2);
    for (const double d_z : {0.03, 0.3, 2.0}) {
      const std::size_t n = *pairs_for_power(d_z, 0.05, 0.9);
      CHECK(*paired_t_power(n, d_z, 0.05) >= 0.9);
      CHECK(*paired_t_power(n - 1, d_z, 0.05) < 0.9);
    }
  }

  TEST_CASE("smallest detectable effect: mpmath, 30 digits") {
    CHECK(*smallest_detectable_d_z(34, 0.05, 0.8) == close_to(0.4950280979734406, 1e-11));
    CHECK(*smallest_detectable_d_z(20, 0.05, 0.8) == close_to(0.66044165462302643, 1e-11));
    CHECK(*smallest_detectable_d_z(2, 0.05, 0.9) == close_to(14.824121319357715, 1e-11));
    CHECK(*smallest_detectable_d_z(250, 0.01, 0.95) == close_to(0.26873446494427391, 1e-11));
    for (const std::size_t n : {3u, 17u, 400u, 100000u})
      CHECK(*paired_t_power(n, *smallest_detectable_d_z(n, 0.05, 0.8), 0.05) == close_to(0.8, 1e-11));
  }

  TEST_CASE("refusals") {
    CHECK(paired_t_power(1, 0.5, 0.05).reason() == "fewer than 2 pairs");
    CHECK(smallest_detectable_d_z(0, 0.05, 0.8).reason() == "fewer than 2 pairs");
    CHECK(smallest_detectable_d_z(20, 0.05, 0.05).reason() == "a power that is not above alpha needs no effect");
    CHECK(pairs_for_power(0, 0.05, 0.8).reason() == "no number of pairs finds an effect of 0");
    CHECK(pairs_for_power(1e-6, 0.05, 0.8).reason() == "more than 1,000,000,000 pairs are needed");
  }
}
