#include "ecpr/simulation/normal_deviate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"

using namespace ecpr::simulation;
using ecpr::statistics::RandomStream;
using ecpr::testing::close_to;

TEST_SUITE("normal deviates") {
  TEST_CASE("quantiles in the middle and in both tails: mpmath 1.3.0, R 4.2.2 qnorm") {
    CHECK(portable_normal_quantile(0.5) == 0);
    CHECK(portable_normal_quantile(0.9) == close_to(1.281551565544600466965, 1e-15));
    CHECK(portable_normal_quantile(0.075) == close_to(-1.439531470938455915342, 1e-15));
    CHECK(portable_normal_quantile(1e-4) == close_to(-3.719016485455680564394, 1e-15));
    CHECK(portable_normal_quantile(1e-10) == close_to(-6.361340902404056204695, 1e-15));
    CHECK(portable_normal_quantile(1e-14) == close_to(-7.650628092935268816419, 1e-15));
    CHECK(portable_normal_quantile(1e-300) == close_to(-37.04709629936119923722, 1e-15));
  }

  TEST_CASE("quantiles of p and 1 - p are each other's negatives") {
    for (const double p : {0.0078125, 0.03125, 0.25, 0.4375})
      CHECK(portable_normal_quantile(p) == -portable_normal_quantile(1 - p));
  }

  TEST_CASE("a uniform deviate is the middle of one of 2^52 cells, chosen by 52 bits of the stream") {
    RandomStream bits(7, 3), stream(7, 3);
    const double high = bits.bits() >> 6, low = bits.bits() >> 6;
    CHECK(uniform_deviate(stream) == std::ldexp(high, -26) + std::ldexp(low + 0.5, -52));
    CHECK(stream.bits() == bits.bits());
  }

  TEST_CASE("moments of normal deviates") {
    RandomStream stream(1, 0);
    constexpr int count = 200000;
    double first = 0, second = 0, fourth = 0;
    for (int i = 0; i < count; ++i) {
      const double z = normal_deviate(stream);
      first += z / count;
      second += z * z / count;
      fourth += z * z * z * z / count;
    }
    // Five standard errors: 1, sqrt 2 and sqrt 96 over sqrt n.
    const double error = 5 / std::sqrt(count);
    CHECK(std::abs(first) < error);
    CHECK(std::abs(second - 1) < error * std::sqrt(2.0));
    CHECK(std::abs(fourth - 3) < error * std::sqrt(96.0));
  }
}
