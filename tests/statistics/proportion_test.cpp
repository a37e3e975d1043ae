#include "ecpr/statistics/proportion.hpp"

#include <doctest/doctest.h>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

TEST_SUITE("proportion") {
  // R 4.2.2: prop.test(count, n, correct = FALSE, conf.level = confidence)$conf.int
  TEST_CASE("Wilson's interval as prop.test of R computes it") {
    const auto usual = wilson_interval(13, 18, 0.95);
    CHECK(usual->lower == close_to(0.49127343439702542, 1e-9));
    CHECK(usual->upper == close_to(0.87500246620445987, 1e-9));
    const auto narrow = wilson_interval(1, 151, 0.90);
    CHECK(narrow->lower == close_to(0.0014788211195613098, 1e-9));
    CHECK(narrow->upper == close_to(0.029135191546161017, 1e-9));
  }

  TEST_CASE("nobody and everybody: the limits stay within 0 and 1") {
    CHECK(wilson_interval(0, 7, 0.95)->lower == 0);
    CHECK(wilson_interval(0, 7, 0.95)->upper == close_to(0.35433043506668732, 1e-9));
    CHECK(wilson_interval(7, 7, 0.95)->lower == close_to(1 - 0.35433043506668732, 1e-9));
    CHECK(wilson_interval(7, 7, 0.95)->upper == 1);
  }

  TEST_CASE("those who are not counted have the mirrored interval") {
    const auto count = wilson_interval(4, 29, 0.99), rest = wilson_interval(25, 29, 0.99);
    CHECK(count->lower == close_to(1 - rest->upper));
    CHECK(count->upper == close_to(1 - rest->lower));
  }

  TEST_CASE("of nobody there is no share") { CHECK(wilson_interval(0, 0, 0.95).reason() == "nobody has a value"); }
}
