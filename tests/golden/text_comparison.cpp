#include "text_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <vector>

namespace ecpr::testing {
namespace {

constexpr double tolerance = 1e-12;
constexpr std::size_t shown_pairs = 20, shown_width = 160, shown_before = 40;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

/// Length of the number at `at`: sign, digits, fraction, exponent, with no letter or digit around it. 0: none.
std::size_t number_length(std::string_view text, std::size_t at) {
  if (at > 0 && (is_word(text[at - 1]) || text[at - 1] == '.')) return 0;
  std::size_t end = at;
  if (end < text.size() && (text[end] == '-' || text[end] == '+')) ++end;
  const std::size_t whole = digits_at(text, end);
  if (whole == 0) return 0;
  end += whole;
  if (end < text.size() && text[end] == '.' && digits_at(text, end + 1) > 0) end += 1 + digits_at(text, end + 1);
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    const std::size_t sign = end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+') ? 1 : 0;
    const std::size_t exponent = digits_at(text, end + 1 + sign);
    if (exponent > 0) end += 1 + sign + exponent;
  }
  return end < text.size() && is_word(text[end]) ? 0 : end - at;
}

std::optional<double> number_of(std::string_view token) {
  if (token.starts_with('+')) token.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
  if (error != std::errc{} || end != token.data() + token.size()) return std::nullopt;
  return value;
}

bool same_number(std::string_view expected, std::string_view actual) {
  const auto a = number_of(expected), b = number_of(actual);
  if (!a || !b) return expected == actual;
  return std::abs(*a - *b) <= tolerance * std::max(std::abs(*a), std::abs(*b));
}

/// Where two lines begin to differ; the same place of both, or nothing.
struct Place {
  std::size_t expected, actual;
};

std::optional<Place> first_difference(std::string_view expected, std::string_view actual, Comparison comparison) {
  Place place{0, 0};
  while (place.expected < expected.size() && place.actual < actual.size()) {
    std::size_t a = 0, b = 0;
    if (comparison == Comparison::numeric) {
      a = number_length(expected, place.expected);
      b = number_length(actual, place.actual);
    }
    const bool same = a > 0 && b > 0 ? same_number(expected.substr(place.expected, a), actual.substr(place.actual, b))
                                     : expected[place.expected] == actual[place.actual];
    if (!same) return place;
    place.expected += a > 0 && b > 0 ? a : 1;
    place.actual += a > 0 && b > 0 ? b : 1;
  }
  if (place.expected == expected.size() && place.actual == actual.size()) return std::nullopt;
  return place;
}

/// Lines with their newlines, so that a missing last one differs.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

/// One line as a person sees it, from a little before `place`.
std::string shown(std::string_view line, std::size_t place) {
  const bool ended = line.ends_with('\n');
  if (ended) line.remove_suffix(1);
  const std::size_t blanks = line.size() - (line.find_last_not_of(' ') + 1);
  const std::size_t start = line.size() > shown_width && place > shown_before ? place - shown_before : 0;
  std::string text = start > 0 ? "..." : "";
  for (std::size_t i = start; i < line.size() && i < start + shown_width; ++i) {
    if (i >= line.size() - blanks) {
      text += "\u00b7";
    } else if (static_cast<unsigned char>(line[i]) < 0x20 || line[i] == 0x7f) {
      text += fmt::format("\\x{:02x}", line[i]);
    } else {
      text += line[i];
    }
  }
  if (line.size() > start + shown_width) text += "...";
  return ended ? text : text + " (no newline at the end)";
}

/// Removes the equal lines at the end, down to `from`.
void drop_equal_end(std::vector<std::string_view>& expected, std::vector<std::string_view>& actual, std::size_t from,
                    Comparison comparison) {
  while (expected.size() > from && actual.size() > from &&
         !first_difference(expected.back(), actual.back(), comparison)) {
    expected.pop_back();
    actual.pop_back();
  }
}

}  // namespace

bool holds_numbers(std::string_view name) { return name.ends_with(".csv") || name.ends_with(".json"); }

std::optional<std::string> difference(std::string_view expected, std::string_view actual, Comparison comparison) {
  auto wanted = lines_of(expected), got = lines_of(actual);
  std::size_t from = 0;
  while (from < wanted.size() && from < got.size() && !first_difference(wanted[from], got[from], comparison)) ++from;
  if (from == wanted.size() && from == got.size()) return std::nullopt;

  drop_equal_end(wanted, got, from, comparison);
  std::string text;
  std::size_t pairs = 0, at = from;
  for (; at < std::max(wanted.size(), got.size()) && pairs < shown_pairs; ++at) {
    const bool both = at < wanted.size() && at < got.size();
    const auto place = both ? first_difference(wanted[at], got[at], comparison) : Place{0, 0};
    if (!place) continue;
    text += fmt::format("  line {}\n", at + 1);
    if (at < wanted.size()) text += fmt::format("    - {}\n", shown(wanted[at], place->expected));
    if (at < got.size()) text += fmt::format("    + {}\n", shown(got[at], place->actual));
    ++pairs;
  }
  if (at < std::max(wanted.size(), got.size())) text += "  ...\n";
  return text;
}

}  // namespace ecpr::testing
