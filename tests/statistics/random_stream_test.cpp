#include "ecpr/statistics/random_stream.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace ecpr::statistics;

TEST_SUITE("random stream") {
  TEST_CASE("Philox 4x32-10: the known answers of Random123") {
    using Words = std::array<std::uint32_t, 4>;
    CHECK(philox_4x32_10({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox_4x32_10({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox_4x32_10({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
  }

  TEST_CASE("words and bounded numbers: a second program written from the paper") {
    RandomStream wide((std::uint64_t{1} << 33) + 5, (std::uint64_t{1} << 34) + 9);
    for (const std::uint32_t word : {0xa0227cd1, 0x1ef8a1e1u, 0xd62045c0, 0x0ecefaebu, 0x8cc39163, 0xc505996c}) {
      CHECK(wide.bits() == word);
    }
    RandomStream small(1, 0);
    for (const std::uint32_t digit : {8u, 8u, 5u, 7u, 6u, 8u, 4u, 6u, 2u, 5u, 7u, 9u}) CHECK(small.below(10) == digit);
    RandomStream large(7, 3);  // a bound that rejects three words of ten
    for (const std::uint32_t number : {371348665u, 488140387u, 1762183929u, 1379617424u, 213877548u, 1566589574u}) {
      CHECK(large.below(3'000'000'000) == number);
    }
  }

  TEST_CASE("every number below the bound comes up equally often") {
    RandomStream random(20, 4);
    std::vector<int> counts(151);
    constexpr int draws = 151 * 2000;
    for (int i = 0; i < draws; ++i) ++counts[random.below(151)];
    double chi_squared = 0;
    for (const int count : counts) chi_squared += (count - 2000.0) * (count - 2000.0) / 2000;
    CHECK(chi_squared > 100);  // 150 degrees of freedom: P(below 100) = P(above 212) = 0.001
    CHECK(chi_squared < 212);
    CHECK(RandomStream(1, 1).below(1) == 0);
  }

  TEST_CASE("seeds and streams differ") {
    CHECK(RandomStream(1, 0).bits() != RandomStream(2, 0).bits());
    CHECK(RandomStream(1, 0).bits() != RandomStream(1, 1).bits());
    CHECK(RandomStream(1, 0).bits() == RandomStream(1, 0).bits());
  }
}
