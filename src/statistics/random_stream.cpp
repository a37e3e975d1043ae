#include "ecpr/statistics/random_stream.hpp"

namespace ecpr::statistics {
namespace {

constexpr std::uint32_t multiplier_a = 0xD2511F53, multiplier_b = 0xCD9E8D57;
constexpr std::uint32_t key_step_a = 0x9E3779B9, key_step_b = 0xBB67AE85;
constexpr int rounds = 10;

std::uint32_t low_word(std::uint64_t value) { return static_cast<std::uint32_t>(value); }
std::uint32_t high_word(std::uint64_t value) { return static_cast<std::uint32_t>(value >> 32); }

}  // namespace

std::array<std::uint32_t, 4> philox_4x32_10(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t a = std::uint64_t{multiplier_a} * counter[0];
    const std::uint64_t b = std::uint64_t{multiplier_b} * counter[2];
    counter = {high_word(b) ^ counter[1] ^ key[0], low_word(b), high_word(a) ^ counter[3] ^ key[1], low_word(a)};
    key[0] += key_step_a;
    key[1] += key_step_b;
  }
  return counter;
}

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t stream)
    : key_{low_word(seed), high_word(seed)}, stream_(stream) {}

void RandomStream::refill() {
  words_ = philox_4x32_10({low_word(block_), high_word(block_), low_word(stream_), high_word(stream_)}, key_);
  ++block_;
  used_ = 0;
}

}  // namespace ecpr::statistics
