#include "option_values.hpp"

#include <fmt/format.h>

#include <charconv>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::cli {

void refuse_value(std::string_view option, std::string_view text, std::string_view wanted) {
  throw UsageError(fmt::format("{} {}: it should be {}", option, printable(text), wanted));
}

std::string alternatives(const std::vector<std::string>& words) { return listed(words, "or"); }

double share(std::string_view option, const std::string& text) {
  const auto number = parse_number(text);
  if (!number || !(*number > 0 && *number < 1)) refuse_value(option, text, "a number between 0 and 1");
  return *number;
}

double positive_number(std::string_view option, const std::string& text) {
  const auto number = parse_number(text);
  if (!number || !(*number > 0)) refuse_value(option, text, "a number above 0");
  return *number;
}

std::uint64_t whole_number(std::string_view option, const std::string& text, std::uint64_t lowest,
                           std::uint64_t highest) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= lowest && number <= highest) return number;
  const bool unlimited = highest == std::numeric_limits<std::uint64_t>::max();
  refuse_value(option, text,
               unlimited ? fmt::format("a whole number, {} or more", lowest)
                         : fmt::format("a whole number from {} to {}", lowest, with_thousands(highest)));
}

}  // namespace ecpr::cli
