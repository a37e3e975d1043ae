#include "ecpr/document/decimal.hpp"

#include <charconv>
#include <string_view>

namespace ecpr::document {

namespace {

/// The first `keep` digits, rounded by the next one; one digit longer after a carry ("99" kept to 1 is "10").
std::string rounded(const std::string& digits, int keep) {
  if (keep < 0) return "";
  const auto length = static_cast<std::size_t>(keep);
  if (length >= digits.size()) return digits + std::string(length - digits.size(), '0');
  std::string kept = digits.substr(0, length);
  if (digits[length] < '5') return kept;
  for (std::size_t i = length; i-- > 0;) {
    if (kept[i] != '9') {
      ++kept[i];
      return kept;
    }
    kept[i] = '0';
  }
  return "1" + kept;
}

}  // namespace

Decimal::Decimal(double value) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t e = text.find('e');
  for (const char c : text.substr(0, e)) {
    if (c != '.') digits += c;
  }
  std::string_view exponent = text.substr(e + 1);
  if (exponent.front() == '+') exponent.remove_prefix(1);
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), point);
  ++point;
  if (digits == "0") {
    digits.clear();
    negative = false;
    point = 0;
  }
}

std::string fixed(double value, int decimals, int shift) {
  const Decimal decimal(value);
  std::string digits = rounded(decimal.digits, decimal.point + shift + decimals);
  const auto wanted = static_cast<std::size_t>(decimals);
  if (digits.size() < wanted + 1) digits.insert(0, wanted + 1 - digits.size(), '0');
  const bool zero = digits.find_first_not_of('0') == std::string::npos;
  std::string text = decimal.negative && !zero ? "-" : "";
  text += digits.substr(0, digits.size() - wanted);
  if (decimals > 0) text += "." + digits.substr(digits.size() - wanted);
  return text;
}

int first_place(double value) { return 1 - Decimal(value).point; }

Scientific scientific(double value, int decimals) {
  const Decimal decimal(value);
  Scientific result;
  std::string digits = rounded(decimal.digits, decimals + 1);
  result.exponent = decimal.digits.empty() ? 0 : decimal.point - 1;
  if (digits.size() > static_cast<std::size_t>(decimals) + 1) {
    digits.pop_back();
    ++result.exponent;
  }
  result.mantissa = (decimal.negative ? "-" : "") + digits.substr(0, 1);
  if (decimals > 0) result.mantissa += "." + digits.substr(1);
  return result;
}

}  // namespace ecpr::document
