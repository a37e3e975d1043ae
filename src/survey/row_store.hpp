// The rows of one file: only what the study needs, a byte per answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "answer_rule.hpp"
#include "ecpr/survey/problem.hpp"
#include "ecpr/survey/table.hpp"
#include "layout.hpp"

namespace ecpr::survey {

/// Distinct texts, numbered in order of first appearance.
class TextPool {
 public:
  std::uint32_t number_of(std::string_view text);
  /// Its number; empty when it is unknown.
  std::optional<std::uint32_t> find(std::string_view text) const;
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::string> texts_;
  std::uint32_t latest_ = 0;
};

/// How ids become people: the same key is the same person.
struct IdRule {
  study::Match match = study::Match::trimmed;

  std::string key(std::string_view id) const;
  /// The part of a cell that is the id.
  std::string_view id_in(std::string_view cell) const;
};

/// Everybody who occurs in any file, by key.
struct People {
  TextPool keys;
  std::vector<std::string> shown;  ///< the id as first typed
};

/// A number of RowStore::wave_texts as Problem::wave keeps it.
inline std::uint16_t wave_number(std::uint32_t text) {
  return text < 0xFFFE ? static_cast<std::uint16_t>(text + 1) : std::uint16_t{0};
}

/// Rows in the order of the file. Cells stand row after row.
struct RowStore {
  std::vector<std::uint32_t> line, person;
  std::vector<std::uint32_t> group, wave;  ///< numbers of texts, or no_place; empty without such a column
  std::vector<std::uint8_t> answers;
  std::vector<double> numbers;       ///< NaN: missing; not finite: see number_code
  std::vector<std::uint32_t> texts;  ///< characteristics
  std::vector<std::uint32_t>
      answer_texts;  ///< usable answers that are texts: per wave label (else 1), answer and number
  TextPool group_texts, wave_texts, characteristic_texts;

  std::size_t rows() const { return line.size(); }
};

/// How the cells of one file are read.
struct ReadingRules {
  const FilePlan* plan;
  std::vector<AnswerRule> answers;       ///< per outcome, then per measure
  std::vector<AnswerRule> post_answers;  ///< the same for the wave after; empty where no outcome is recoded
  std::string post_label;                ///< of the wave after in a long file; empty elsewhere
  const MissingWords* missing;
  NumberSpelling spelling;
  const IdRule* ids;
  std::uint8_t file = 0;
  bool needs_wave = false;
};

/// Reads every row of answers in `table` into `store`; who answers is added to `people`, what is wrong to `problems`.
void read_rows(Table& table, const ReadingRules& rules, RowStore& store, People& people, ProblemLog& problems);

}  // namespace ecpr::survey
