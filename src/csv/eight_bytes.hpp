// Looking at eight bytes of text at once, on any machine.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ecpr::csv {

constexpr std::uint64_t every_byte_one = 0x0101010101010101;

/// The eight bytes at `at`; the first is the lowest.
inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

/// Eight times `c`.
inline std::uint64_t repeated(char c) { return every_byte_one * static_cast<unsigned char>(c); }

/// The highest bit of each byte of `word` that equals that of `pattern`.
inline std::uint64_t matches(std::uint64_t word, std::uint64_t pattern) {
  constexpr std::uint64_t low_bits = 0x7F * every_byte_one;
  const std::uint64_t difference = word ^ pattern;
  return ~(((difference & low_bits) + low_bits) | difference | low_bits);
}

/// How often `c` occurs in `text`.
inline std::size_t count_of(char c, std::string_view text) {
  std::size_t count = 0;
  const std::uint64_t pattern = repeated(c);
  for (; text.size() >= 8; text.remove_prefix(8)) {
    count += ((matches(eight_bytes(text.data()), pattern) >> 7) * every_byte_one) >> 56;
  }
  for (const char other : text) count += other == c;
  return count;
}

/// Whether every byte of `text` is below 0x80.
inline bool is_ascii(std::string_view text) {
  std::uint64_t bits = 0;
  for (; text.size() >= 8; text.remove_prefix(8)) bits |= eight_bytes(text.data());
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return (bits & (0x80 * every_byte_one)) == 0;
}

}  // namespace ecpr::csv
