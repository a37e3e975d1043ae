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

/// A number in a cell that has another value where its sign stands between thousands.
struct UnclearNumber {
  std::string text;
  std::uint32_t line = 0, row = 0;
  std::uint16_t wave = 0;
  CellUse use;
  bool is_read = true;  ///< as a fraction; else it could not be read
};

/// What the points and commas of one file stand for, as far as its numbers tell.
struct NumberSigns {
  bool stated = false;                 ///< the user has said it
  char delimiter = ',';                ///< between the cells
  bool comma = false, point = false;   ///< signs of fractions: of numbers that are no groups of three digits
  std::vector<UnclearNumber> unclear;  ///< empty where it is stated
  std::size_t thousands = 0;           ///< numbers that were read with a sign between thousands
  std::string first_thousands;         ///< the first of them
};

/// Rows in the order of the file. Cells stand row after row.
struct RowStore {
  std::vector<std::uint32_t> line, person;
  std::vector<std::uint32_t> group, wave;  ///< numbers of texts, or no_place; empty without such a column
  std::vector<std::uint8_t> answers;
  std::vector<double> numbers;          ///< NaN: missing; not finite: see number_code
  std::vector<std::uint16_t> decimals;  ///< per number, to which it was rounded; shorter: the rest is exact
  std::vector<std::uint32_t> texts;     ///< characteristics
  std::vector<std::uint32_t>
      answer_texts;  ///< usable answers that are texts: per wave label (else 1), answer and number
  TextPool group_texts, wave_texts, characteristic_texts;
  NumberSigns signs;

  std::size_t rows() const { return line.size(); }

  /// The decimals to which `numbers[place]` was rounded when it was typed; 0: it is exact.
  std::uint16_t decimals_at(std::size_t place) const { return place < decimals.size() ? decimals[place] : 0; }
};

/// How the cells of one file are read.
struct ReadingRules {
  const FilePlan* plan;
  std::vector<AnswerRule> answers;       ///< per outcome, then per measure
  std::vector<AnswerRule> post_answers;  ///< the same for the wave after; empty where no outcome is recoded
  std::string post_label;                ///< of the wave after in a long file; empty elsewhere
  const MissingWords* missing;
  NumberSpelling spelling;
  char delimiter = ',';
  const IdRule* ids;
  std::uint8_t file = 0;
  bool needs_wave = false;
};

/// Reads every row of answers in `table` into `store`; who answers is added to `people`, what is wrong to `problems`.
/// Numbers that may have a sign between thousands are left in the store's signs, to be settled. Throws InputError when
/// every row is shorter than the header.
void read_rows(Table& table, const ReadingRules& rules, RowStore& store, People& people, ProblemLog& problems);

}  // namespace ecpr::survey
