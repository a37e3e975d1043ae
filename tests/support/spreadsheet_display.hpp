// What a spreadsheet shows of a number in a format, as far as the workbooks of this program need it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/document/decimal.hpp"

namespace ecpr::testing {

/// The sections of a number format: semicolons outside of quotation marks part them.
inline std::vector<std::string> sections(std::string_view format) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char c : format) {
    if (c == '"') quoted = !quoted;
    if (c == ';' && !quoted) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// "#,##0" and "0.00" of a number that is not negative; "" before the point shows no zero.
inline std::string digits_shown(std::string_view pattern, double value) {
  const std::size_t point = pattern.find('.');
  const int decimals = point == pattern.npos ? 0 : static_cast<int>(pattern.size() - point - 1);
  std::string text = document::fixed(value, decimals);
  if (point == 0 && text.starts_with("0.")) text.erase(0, 1);
  const std::size_t whole = std::min(text.find('.'), text.size());
  for (std::size_t i = whole; pattern.starts_with("#,##0") && i > 3; i -= 3) text.insert(i - 3, ",");
  return text;
}

/// `value` in `format`: quoted literals, signs, a pattern of digits; a second section is for negative numbers.
inline std::string shown_in(std::string_view format, double value) {
  const std::vector<std::string> parts = sections(format);
  const bool own_section = value < 0 && parts.size() > 1;
  std::string text = value < 0 && !own_section ? "-" : "", pattern;
  bool quoted = false;
  const auto flush = [&] {
    if (!pattern.empty()) text += digits_shown(pattern, value < 0 ? -value : value);
    pattern.clear();
  };
  for (const char c : parts[own_section ? 1 : 0]) {
    if (c == '"') {
      flush();
      quoted = !quoted;
    } else if (quoted || c == '+') {
      flush();
      text += c;
    } else {
      pattern += c;
    }
  }
  flush();
  return text;
}

}  // namespace ecpr::testing
