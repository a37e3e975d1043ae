// Values as people type them, read and checked; what does not fit says what it should have been.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "ecpr/base/choice.hpp"
#include "ecpr/base/defined.hpp"

namespace ecpr {

/// A number between 0 and 1, neither of them; else empty with "a number between 0 and 1".
Defined<double> typed_share(std::string_view text);

/// A finite number above 0; else empty with "a number above 0".
Defined<double> typed_positive(std::string_view text);

/// A whole number from `lowest` to `highest`, digits alone; else empty with "a whole number from 1 to 10,000", or "a
/// whole number, 1 or more" without a `highest`.
Defined<std::uint64_t> typed_count(std::string_view text, std::uint64_t lowest,
                                   std::uint64_t highest = std::numeric_limits<std::uint64_t>::max());

/// One character, or "tab" for that; else empty with "one character, or tab".
Defined<char> typed_character(std::string_view text);

/// "holm, bh or none": what a word of a choice should be.
std::string words_to_choose(const std::vector<WordMeaning>& words);

/// What the word stands for; else empty with words_to_choose().
template <class Value, std::size_t count>
Defined<Value> typed_word(std::string_view text, const Choice<Value, count>& choice) {
  if (const auto value = choice.find(text)) return *value;
  return Undefined{words_to_choose(choice.meanings())};
}

}  // namespace ecpr
