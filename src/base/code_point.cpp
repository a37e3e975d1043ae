#include "ecpr/base/code_point.hpp"

namespace ecpr {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// How many bytes a character has that begins with `lead`; 0 for a byte that begins none.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// True for a code point that UTF-8 of `length` bytes may spell: not overlong, no surrogate, in range.
bool is_well_formed(char32_t c, std::size_t length) {
  static constexpr char32_t lowest[] = {0, 0, 0x80, 0x800, 0x10000};
  return c >= lowest[length] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

}  // namespace

char32_t take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t length = length_of(byte(0));
  char32_t c = replacement;
  bool valid = length > 0 && length <= text.size();
  if (valid) {
    c = length == 1 ? byte(0) : byte(0) & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
      valid = valid && (byte(i) & 0xC0u) == 0x80u;
      c = (c << 6) | (byte(i) & 0x3Fu);
    }
    valid = valid && is_well_formed(c, length);
  }
  text.remove_prefix(valid ? length : 1);
  return valid ? c : replacement;
}

std::string utf8(char32_t c) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80u | ((c >> shift) & 0x3Fu)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0u | (c >> 6)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0u | (c >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xF0u | (c >> 18)), tail(12), tail(6), tail(0)};
}

}  // namespace ecpr
