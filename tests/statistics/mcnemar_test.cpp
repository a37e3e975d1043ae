#include "ecpr/statistics/mcnemar.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

void check(std::size_t b, std::size_t c, double p, double mid_p) {
  const McNemarTest test = mcnemar_test(b, c);
  CHECK(test.b == b);
  CHECK(test.c == c);
  CHECK(*test.p == close_to(p, 1e-12));
  CHECK(*test.mid_p == close_to(mid_p, 1e-12));
}

}  // namespace

TEST_SUITE("mcnemar") {
  TEST_CASE("binom.test of R, and 2 pbinom - dbinom") {
    check(86, 150, 3.71593613957143e-05, 2.8933895176154746e-05);
    check(120, 180, 0.00063422000692835807, 0.00052242070996086278);
    check(4000, 4300, 0.0010297367612681634, 0.00099105108520728996);
  }

  TEST_CASE("small tables by counting") {
    check(1, 6, 0.125, 0.0703125);
    check(0, 5, 0.0625, 0.03125);
    check(0, 1, 1, 0.5);
    check(5, 5, 1, 1);
    check(1, 2, 1, 0.625);
  }

  TEST_CASE("exchanging b and c changes no P") {
    CHECK(*mcnemar_test(12, 3).p == *mcnemar_test(3, 12).p);
    CHECK(*mcnemar_test(12, 3).mid_p == *mcnemar_test(3, 12).mid_p);
  }

  TEST_CASE("far tails: all in one direction gives 2^(1-n) and 2^-n") {
    check(1000, 0, std::ldexp(1, -999), std::ldexp(1, -1000));
    CHECK(mcnemar_test(0, 1100).p.reason() == "P is below 1e-307");
    CHECK(mcnemar_test(0, 1100).mid_p.reason() == "P is below 1e-307");
    CHECK(*mcnemar_test(0, 1100).log10_p == close_to(-1099 * std::log10(2.0)));
    CHECK(*mcnemar_test(0, 1100).log10_mid_p == close_to(-1100 * std::log10(2.0)));
    CHECK(*mcnemar_test(1000000, 1000000).p == 1);
  }

  TEST_CASE("nobody changed") {
    CHECK(mcnemar_test(0, 0).p.reason() == "nobody changed");
    CHECK(mcnemar_test(0, 0).mid_p.reason() == "nobody changed");
  }
}
