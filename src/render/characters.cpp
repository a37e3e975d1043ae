#include "characters.hpp"

#include "ecpr/base/text.hpp"

namespace ecpr::render {

namespace {

bool is_blank(char32_t c) {
  return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_left_out(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool direction =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool no_character = c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  return control || direction || no_character;
}

}  // namespace

std::string cleaned(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  while (!text.empty()) {
    const bool line_break = text.starts_with("\r\n");
    const char32_t c = take_code_point(text);
    if (line_break) continue;
    if (is_blank(c)) {
      line += ' ';
    } else if (!is_left_out(c)) {
      line += utf8(c);
    }
  }
  return line;
}

std::string with_wrap_points(std::string_view text, std::size_t longest) {
  std::string result;
  std::size_t length = 0;
  while (!text.empty()) {
    const std::string character = utf8(take_code_point(text));
    const bool joined = display_width(character) == 0;  // belongs to the character before
    if (length >= longest && !joined && character != " ") {
      result += wrap_point;
      length = 0;
    }
    length = character == " " ? 0 : length + 1;
    result += character;
  }
  return result;
}

}  // namespace ecpr::render
