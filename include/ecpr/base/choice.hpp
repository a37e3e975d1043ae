// A list of words and what each stands for: one list for whoever reads such a word and whoever writes it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr {

/// A word without the value that it stands for.
struct WordMeaning {
  std::string_view word;
  std::string_view meaning;  ///< for a reader who does not know the word; may be empty
};

/// One word of a choice.
template <class Value>
struct ChoiceWord {
  std::string_view word;
  Value value;
  std::string_view meaning;
};

/// All words of a choice. Requires: no word and no value stands twice.
template <class Value, std::size_t count>
struct Choice {
  std::array<ChoiceWord<Value>, count> words;

  /// What `word` stands for; empty when there is no such word.
  constexpr std::optional<Value> find(std::string_view word) const {
    for (const auto& one : words) {
      if (one.word == word) return one.value;
    }
    return std::nullopt;
  }

  /// The word for `value`; empty when there is none.
  constexpr std::string_view word_for(const Value& value) const {
    for (const auto& one : words) {
      if (one.value == value) return one.word;
    }
    return {};
  }

  /// The words in their order, with their meanings.
  std::vector<WordMeaning> meanings() const {
    std::vector<WordMeaning> all;
    for (const auto& one : words) all.push_back({one.word, one.meaning});
    return all;
  }
};

template <class Value, std::size_t count>
Choice(std::array<ChoiceWord<Value>, count>) -> Choice<Value, count>;

}  // namespace ecpr
