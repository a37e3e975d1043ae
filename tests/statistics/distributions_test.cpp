#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "ecpr/statistics/f_distribution.hpp"
#include "ecpr/statistics/normal.hpp"
#include "ecpr/statistics/p_value.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

TEST_SUITE("normal and F distributions") {
  TEST_CASE("normal quantiles: R 4.2.2 qnorm") {
    CHECK(normal_quantile(0.975) == close_to(1.95996398454005423552, 1e-14));
    CHECK(normal_quantile(0.025) == close_to(-1.95996398454005423552, 1e-14));
    CHECK(normal_quantile(1e-10) == close_to(-6.36134090240406, 1e-13));
    CHECK(normal_quantile(0.9) == close_to(1.2815515655446, 1e-13));
    CHECK(normal_quantile(0.5) == 0);
    CHECK(normal_critical(0.95) == close_to(1.95996398454005423552, 1e-14));
  }

  TEST_CASE("normal tails: mpmath, and quantiles undo them") {
    CHECK(normal_cdf(-1) == close_to(0.31731050786291410283 / 2, 1e-14));
    CHECK(normal_cdf(-8) == close_to(1.2441921148543568247e-15 / 2, 1e-13));
    CHECK(normal_cdf(-20) == close_to(5.5072482372124673902e-89 / 2, 1e-12));
    CHECK(normal_cdf(0) == 0.5);
    for (const double p : {1e-200, 1e-9, 0.2, 0.7}) CHECK(normal_cdf(normal_quantile(p)) == close_to(p, 1e-12));
  }

  TEST_CASE("F quantiles: R 4.2.2 qf") {
    CHECK(f_quantile(0.975, 29, 174) == close_to(1.66153841702881, 1e-13));
    CHECK(f_quantile(0.025, 29, 174) == close_to(0.536965542527491, 1e-13));
    CHECK(f_quantile(0.5, 2.5, 33.3) == close_to(0.765214715786912, 1e-13));
    CHECK(f_quantile(0.975, 1, 4) == close_to(12.2178626330711, 1e-13));
  }

  TEST_CASE("P values from logarithms and probabilities") {
    CHECK(*p_value(0.25).p == 0.25);
    CHECK(*p_value(0.25).log10_p == close_to(std::log10(0.25)));
    CHECK(*p_value_from_log(std::log(0.001)).p == close_to(0.001, 1e-14));
    CHECK(*p_value_from_log(std::log(0.001)).log10_p == close_to(-3, 1e-15));
    CHECK(*p_value_from_log(-706).p == close_to(std::exp(-706.0), 1e-15));
    CHECK(p_value_from_log(-707).p.reason() == "P is below 1e-307");
    CHECK(*p_value_from_log(-1e5).log10_p == close_to(-43429.448190325182765, 1e-14));
    CHECK(no_p_value({"no pairs"}).p.reason() == "no pairs");
    CHECK(no_p_value({"no pairs"}).log10_p.reason() == "no pairs");
  }
}
