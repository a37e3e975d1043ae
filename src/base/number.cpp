#include "ecpr/base/number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "ecpr/base/text.hpp"

namespace ecpr {

namespace {

/// True for a sign, digits, at most one decimal mark and an exponent: nothing that from_chars accepts beyond it.
bool looks_like_number(std::string_view text, char decimal) {
  bool digit = false, mark = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') {
      digit = true;
    } else if (text[i] == decimal && !mark) {
      mark = true;
    } else {
      break;
    }
  }
  if (!digit) return false;
  if (i == text.size()) return true;
  if (text[i] != 'e' && text[i] != 'E') return false;
  if (++i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
  if (i == text.size()) return false;
  for (; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

}  // namespace

std::optional<double> parse_number(std::string_view field, char decimal) {
  field = trimmed(field);
  const bool negative = !field.empty() && field.front() == '-';
  if (!field.empty() && (field.front() == '-' || field.front() == '+')) field.remove_prefix(1);
  if (!looks_like_number(field, decimal)) return std::nullopt;
  std::string with_point;
  if (decimal != '.') {
    with_point = replaced(field, std::string_view(&decimal, 1), ".");
    field = with_point;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc{} || end != field.data() + field.size() || !std::isfinite(value)) return std::nullopt;
  return negative ? -value : value;
}

int rounded_decimals(std::string_view field) {
  constexpr std::ptrdiff_t least_digits = 9;
  constexpr int least_decimals = 4;
  if (field.size() < least_digits) return 0;
  field = trimmed(field);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::string_view mantissa = field.substr(0, field.find_first_of("eE"));
  const std::size_t first = mantissa.find_first_of("123456789"), mark = mantissa.find_first_of(".,");
  if (first == mantissa.npos) return 0;
  if (std::count_if(mantissa.begin() + static_cast<std::ptrdiff_t>(first), mantissa.end(), is_digit) < least_digits)
    return 0;
  std::string_view exponent = field.substr(std::min(mantissa.size() + 1, field.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  int power = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  const std::size_t behind = mark == mantissa.npos ? 0 : mantissa.size() - mark - 1;
  const int decimals = static_cast<int>(behind) - power;
  return decimals < least_decimals ? 0 : decimals;
}

std::string shortest(double value) {
  if (value == 0) return "0";
  char buffer[32];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, result.ptr};
}

std::string with_thousands(std::size_t count) {
  std::string digits = std::to_string(count);
  if (count < 10000) return digits;
  for (std::size_t i = digits.size(); i > 3;) digits.insert(i -= 3, ",");
  return digits;
}

}  // namespace ecpr
