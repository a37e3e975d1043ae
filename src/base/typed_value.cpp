#include "ecpr/base/typed_value.hpp"

#include <fmt/format.h>

#include <charconv>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr {

Defined<double> typed_share(std::string_view text) {
  const auto number = parse_number(text);
  if (number && *number > 0 && *number < 1) return *number;
  return Undefined{"a number between 0 and 1"};
}

Defined<double> typed_positive(std::string_view text) {
  const auto number = parse_number(text);
  if (number && *number > 0) return *number;
  return Undefined{"a number above 0"};
}

Defined<std::uint64_t> typed_count(std::string_view text, std::uint64_t lowest, std::uint64_t highest) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= lowest && number <= highest) return number;
  const bool unlimited = highest == std::numeric_limits<std::uint64_t>::max();
  return Undefined{unlimited ? fmt::format("a whole number, {} or more", lowest)
                             : fmt::format("a whole number from {} to {}", lowest, with_thousands(highest))};
}

Defined<char> typed_character(std::string_view text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() == 1) return text.front();
  return Undefined{"one character, or tab"};
}

std::string words_to_choose(const std::vector<WordMeaning>& words) {
  std::vector<std::string> names;
  const auto is_sign = [](std::string_view word) { return word == "." || word == ","; };
  for (const auto& one : words) {
    const std::string word(one.word);
    names.push_back(is_sign(word) ? "'" + word + "'" : word);
  }
  return listed(names, "or");
}

}  // namespace ecpr
