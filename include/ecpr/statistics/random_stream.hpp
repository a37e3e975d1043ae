// Random numbers that depend on a seed and a stream number alone, the same on every machine and for any thread count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ecpr::statistics {

/// Four 32-bit words of Philox 4x32-10: a bijection of `counter` under `key` that passes the Crush batteries.
///
/// Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, section 3.3; agrees with the known
/// answers of Random123.
std::array<std::uint32_t, 4> philox_4x32_10(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// One of 2^64 sequences of a seed, each of 2^66 words; different streams never overlap.
///
/// The seed is the key; the counter holds the block in its first two words and the stream in its last two, low word
/// first.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t stream);

  /// The next 32 random bits.
  std::uint32_t bits() {
    if (used_ == words_.size()) refill();
    return words_[used_++];
  }

  /// A number of 0 to bound - 1, each exactly equally likely: multiplication with rejection.
  /// Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29, 3. Requires: bound >= 1.
  std::uint32_t below(std::uint32_t bound) {
    std::uint64_t product = std::uint64_t{bits()} * bound;
    if (static_cast<std::uint32_t>(product) < bound) {
      const std::uint32_t surplus = static_cast<std::uint32_t>(-bound) % bound;
      while (static_cast<std::uint32_t>(product) < surplus) product = std::uint64_t{bits()} * bound;
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

 private:
  void refill();

  std::array<std::uint32_t, 2> key_;
  std::uint64_t stream_;
  std::uint64_t block_ = 0;
  std::array<std::uint32_t, 4> words_{};
  std::size_t used_ = 4;
};

}  // namespace ecpr::statistics
