// How the values of options get into a study, and out of it again. Each `take` returns what was wanted, or nothing.
#pragma once

#include <algorithm>
#include <string>

#include "ecpr/base/typed_value.hpp"
#include "ecpr/study/option.hpp"

namespace ecpr::study {

/// Stores a value that fits; else says what was wanted.
template <class Value, class Target>
std::string store(const Defined<Value>& value, Target& target) {
  if (!value) return value.reason();
  target = static_cast<Target>(*value);
  return "";
}

template <auto member>
std::string take_share(const Typed& typed, Study& study) {
  return store(typed_share(typed.front()), study.choices.*member);
}

template <auto member>
SettingValue number_in_force(const Choices& choices) {
  return choices.*member;
}

/// One of the words of `choice`, a list in the sense of base/choice.hpp.
template <const auto& choice, auto member>
std::string take_word(const Typed& typed, Study& study) {
  return store(typed_word(typed.front(), choice), study.choices.*member);
}

template <const auto& choice, auto member>
SettingValue word_in_force(const Choices& choices) {
  return std::string(choice.word_for(choices.*member));
}

template <const auto& choice>
std::vector<WordMeaning> words_of() {
  return choice.meanings();
}

/// A word about the input.
template <const auto& choice, auto member>
std::string take_input_word(const Typed& typed, Study& study) {
  return store(typed_word(typed.front(), choice), study.input.*member);
}

/// A text about the input.
template <auto member>
std::string take_input_text(const Typed& typed, Study& study) {
  study.input.*member = typed.front();
  return "";
}

std::string take_effect_sizes(const Typed& typed, Study& study);
std::string take_bounds(const Typed& typed, Study& study);
std::string take_resamples(const Typed& typed, Study& study);
std::string take_seed(const Typed& typed, Study& study);
std::string take_min_cell(const Typed& typed, Study& study);

std::string take_same_form(const Typed& typed, Study& study);
std::string take_missing(const Typed& typed, Study& study);
std::string take_platform(const Typed& typed, Study& study);
std::string take_encoding(const Typed& typed, Study& study);
std::string take_delimiter(const Typed& typed, Study& study);
std::string take_decimal(const Typed& typed, Study& study);
std::string take_group(const Typed& typed, Study& study);
std::string take_group_order(const Typed& typed, Study& study);

SettingValue effect_sizes_in_force(const Choices& choices);
SettingValue bounds_in_force(const Choices& choices);
SettingValue resamples_in_force(const Choices& choices);
SettingValue seed_in_force(const Choices& choices);
SettingValue min_cell_in_force(const Choices& choices);

std::vector<WordMeaning> effect_size_words();
std::vector<WordMeaning> decimal_words();

/// The three parts of the table of options.
std::span<const Option> options_of_input();
std::span<const Option> options_of_analysis();
std::span<const Option> options_of_outcomes();

}  // namespace ecpr::study
