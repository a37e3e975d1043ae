// What a cell means for one outcome: which answer, which number, missing, or none of these.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ecpr/study/study.hpp"

namespace ecpr::survey {

/// An answer as it is kept: its place in the list of allowed answers, or one of these.
namespace code {
inline constexpr std::uint8_t unreadable = 253, out_of_range = 254, missing = 255;
inline constexpr std::uint8_t first_unusable = unreadable;
}  // namespace code

/// Texts that mean "no answer": the usual ones and the study's own.
class MissingWords {
 public:
  explicit MissingWords(const std::vector<std::string>& own);

  /// Whether `cell` (trimmed) is blank, a usual word for missing in any case, or one of the study's codes.
  bool contains(std::string_view cell) const { return is_own(cell) || is_usual(cell); }
  bool is_own(std::string_view cell) const;
  static bool is_usual(std::string_view cell);

 private:
  std::unordered_set<std::string> words_;
  std::vector<double> codes_;
};

/// How a number may be spelt in one file.
struct NumberSpelling {
  bool point = true, comma = false;

  /// The number that the whole of `cell` spells; empty otherwise.
  std::optional<double> parse(std::string_view cell) const;
};

/// Reads the cells of one outcome in one file.
class AnswerRule {
 public:
  AnswerRule(const study::Outcome& outcome, const MissingWords& missing, NumberSpelling spelling);

  /// What was found in a cell.
  enum class Finding : std::uint8_t { usable, missing, out_of_range, not_whole, unreadable };
  struct Answer {
    Finding finding = Finding::missing;
    double value = 0;  ///< when usable
  };

  /// The answer in `cell`, whatever its length.
  Answer read(std::string_view cell) const;

  /// The code of a cell of one character; `look_closer` when it is not plainly an answer or missing.
  std::uint8_t code_of(char character) const { return single_[static_cast<unsigned char>(character)]; }
  static constexpr std::uint8_t look_closer = 252;

  /// The code of a usable answer. Requires: a coded outcome.
  std::uint8_t code_of(double value) const { return static_cast<std::uint8_t>(value - lowest_); }

 private:
  const MissingWords* missing_;
  NumberSpelling spelling_;
  bool bounded_ = false, whole_ = false;
  double lowest_ = 0, highest_ = 0;
  std::unordered_map<std::string, double> labels_;
  std::array<std::uint8_t, 256> single_;
};

}  // namespace ecpr::survey
