#include "ecpr/statistics/median.hpp"

#include <doctest/doctest.h>

using ecpr::statistics::median;

TEST_SUITE("median") {
  TEST_CASE("the middle of an odd, halfway between the two middles of an even number of values") {
    CHECK(*median({3}) == 3);
    CHECK(*median({9, 1, 4}) == 4);
    CHECK(*median({2, 8, 1, 4}) == 3);
    CHECK(*median({5, 5, 1, 5}) == 5);
  }

  TEST_CASE("values near the end of the range of numbers do not overflow") {
    CHECK(*median({1.5e308, 1.7e308}) == 1.6e308);
  }

  TEST_CASE("of nothing there is none") { CHECK(median({}).reason() == "nobody has a value"); }
}
