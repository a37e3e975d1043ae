// What a cell means for one outcome: which answer, which number, missing, or none of these.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ecpr/study/study.hpp"

namespace ecpr::survey {

/// An answer as it is kept: its place in the list of allowed answers, or one of these.
namespace code {
inline constexpr std::uint8_t other_coding = 252;  ///< out of range, but within that of another coding
inline constexpr std::uint8_t unreadable = 253, out_of_range = 254, missing = 255;
inline constexpr std::uint8_t first_unusable = other_coding;
}  // namespace code

/// The same for numbers; missing ones are NaN.
namespace number_code {
inline constexpr double out_of_range = std::numeric_limits<double>::infinity(), unreadable = -out_of_range;
}  // namespace number_code

/// Ready scores without a range lie between this and its negative, so that every change and every SD is a number.
inline constexpr double largest_score = 4e307;

/// Texts that mean "no answer": the usual ones and the study's own.
class MissingWords {
 public:
  explicit MissingWords(const std::vector<std::string>& own);

  /// Whether `cell` (trimmed) is blank, a usual word for missing in any case, or one of the study's codes.
  bool contains(std::string_view cell) const { return is_own(cell) || is_usual(cell); }
  bool is_own(std::string_view cell) const;
  /// Whether `cell` is one of the study's words, as it is spelt.
  bool is_word(std::string_view cell) const;
  /// Whether `number` is one of the study's codes, however it is spelt.
  bool is_code(double number) const;
  static bool is_usual(std::string_view cell);

 private:
  std::unordered_set<std::string> words_;
  std::vector<double> codes_;
};

/// How a number may be spelt in one file.
struct NumberSpelling {
  bool point = true, comma = false;
  char thousands = 0;  ///< the sign between thousands, where the user has said that the other one is for decimals

  /// The number that the whole of `cell` spells; empty otherwise.
  std::optional<double> parse(std::string_view cell) const;
};

/// Whether a number may hold a sign between its thousands: "1.000", "12,500"; not "0.500", "1.5", "1234.567".
bool may_have_thousands(std::string_view cell);

/// The number that `cell` spells with `sign` (',' or '.') in groups of three digits: "6,900", "-1,234,567", "1,043.5";
/// empty for anything else.
std::optional<double> parse_thousands(std::string_view cell, char sign);

/// The sign between the thousands of "6,900", "1.234.567" or "1,043.5": what stands there if it is no fraction;
/// 0 for anything else.
char thousands_sign(std::string_view cell);

/// Reads the cells of one outcome in one file.
class AnswerRule {
 public:
  AnswerRule(const study::Outcome& outcome, const MissingWords& missing, NumberSpelling spelling, bool post = false);

  /// What was found in a cell.
  enum class Finding : std::uint8_t { usable, missing, out_of_range, not_whole, unreadable };
  struct Answer {
    Finding finding = Finding::missing;
    double value = 0;   ///< of a number or a known label
    bool text = false;  ///< a known label that is no number
    int decimals = 0;   ///< to which a number was rounded when it was typed (see rounded_decimals); 0: exact
  };

  /// The answer in `cell`, whatever its length.
  Answer read(std::string_view cell) const;

  /// The code of a cell of one character; `look_closer` when it is not plainly an answer or missing.
  std::uint8_t code_of(char character) const { return single_[static_cast<unsigned char>(character)]; }
  static constexpr std::uint8_t look_closer = 251;

  /// The code of `answer`. Requires: a coded outcome.
  std::uint8_t code_of(const Answer& answer) const;

 private:
  using Labels = std::unordered_map<std::string, double>;

  Answer judged(double value) const;
  std::optional<std::string> recoded(std::string_view cell) const;

  const MissingWords* missing_;
  NumberSpelling spelling_;
  bool whole_ = false;
  double lowest_ = -largest_score, highest_ = largest_score;
  std::vector<Interval> other_ranges_;  ///< of the instrument's other codings
  study::Recoding recoding_;            ///< of the wave
  Labels own_labels_, labels_;          ///< the study's, and the instrument's
  std::array<std::uint8_t, 256> single_;
};

}  // namespace ecpr::survey
