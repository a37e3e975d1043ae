// Samples that go wrong in naive arithmetic, made by their definitions.
#pragma once

#include <cstdint>
#include <vector>

#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::testing {

/// NIST StRD univariate sets NumAcc2 to NumAcc4: `first` once, then 500 times `low` and `high`. Their certified means
/// are `first`, their certified SDs 0.1.
inline std::vector<double> numerical_accuracy(double first, double low, double high) {
  std::vector<double> values{first};
  for (int i = 0; i < 500; ++i) {
    values.push_back(low);
    values.push_back(high);
  }
  return values;
}

/// 1e9 + 0.5 ... 11.5 before; changes 0.5, 1.5, 0.5, 2.5, 1.5, 0.5, 3.5, 1.5, 2.5, 0.5, 1.5, 4.5.
inline statistics::PairedSample far_offset() {
  std::vector<double> pre, post;
  for (const double change : {0.5, 1.5, 0.5, 2.5, 1.5, 0.5, 3.5, 1.5, 2.5, 0.5, 1.5, 4.5}) {
    pre.push_back(1e9 + 0.5 + static_cast<double>(pre.size()));
    post.push_back(pre.back() + change);
  }
  return {pre, post};
}

/// `n` near-normal pairs with three decimals: SplitMix64, seed 20240229, each value the sum of twelve 16-bit fields;
/// in thousandths pre = s - 393210 + 500000, post = pre + 2500 + floor((s' - 393210) / 4).
inline statistics::PairedSample near_normal(int n) {
  std::uint64_t state = 20240229;
  const auto next = [&state] {
    std::uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  };
  const auto sum_of_twelve = [&next] {
    std::int64_t total = 0;
    for (int draw = 0; draw < 3; ++draw)
      for (std::uint64_t z = next(), field = 0; field < 4; ++field, z >>= 16)
        total += static_cast<std::int64_t>(z & 0xFFFF);
    return total;
  };
  std::vector<double> pre, post;
  for (int i = 0; i < n; ++i) {
    const std::int64_t before = sum_of_twelve() - 393210 + 500000;
    const std::int64_t after = before + 2500 + ((sum_of_twelve() - 393210) >> 2);
    pre.push_back(static_cast<double>(before) / 1000);
    post.push_back(static_cast<double>(after) / 1000);
  }
  return {pre, post};
}

}  // namespace ecpr::testing
