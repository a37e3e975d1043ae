// How numbers are written: the only place that knows digits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/document/quantity.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::document {

/// A journal's way with numbers, as data. The functions below read it; nothing else decides about digits or signs.
///
/// Halves are rounded away from zero, on the shortest decimal text of the number (0.125 is 0.13, 2.675 is 2.68).
/// Minus is U+2212, a number that rounds to zero has no sign, thousands have commas from 10,000 up, and from 1e9 up
/// numbers are written as 1.00x10^9 with a multiplication sign and raised digits.
struct NumberStyle {
  std::string_view name;          ///< "jmir" or "apa"
  double alpha = 0.05;            ///< P gets more digits where rounding would move it across
  std::string_view p_symbol;      ///< "P", "p"; printed in italics
  std::string_view p_column;      ///< header after the symbol: " value"
  bool p_two_digits = true;       ///< two digits from .01 on; else always three
  double p_highest = 0.99;        ///< above it: "P>.99"
  bool coefficient_zero = true;   ///< 0.87 rather than .87
  bool spaced_operators = false;  ///< "P = .05" rather than "P=.05"
  std::string_view interval_open, interval_between, interval_close;  ///< of an interval after an estimate
  bool brackets_alone = false;  ///< an interval that stands alone keeps its brackets
  bool mean_sd_in_two_columns = false;
  bool caption_below_number = false;  ///< number in bold, caption in italics on its own line
  std::string_view note_prefix;       ///< "Note. " before the notes of a table, printed in italics
};

/// JMIR, after AMA. Requires: 0 < alpha < 1.
NumberStyle jmir(double alpha = 0.05);

/// APA, 7th edition. Requires: 0 < alpha < 1.
NumberStyle apa(double alpha = 0.05);

/// Two decimals, or as `digits` says: "-0.13" with U+2212. Requires: finite.
///
/// A value that is not zero but rounds to it is "0.00"; in mean_sd and estimate() more digits keep it readable.
std::string number(const NumberStyle& style, double value, Digits digits = Digits::statistic, bool plus = false);

/// "151", "10,000".
std::string count(std::size_t value);

/// 100 count / of with no decimal for of < 100, one to 999, two from 1000; without "%". An em dash for of = 0.
std::string percent(std::size_t count, std::size_t of);

/// A proportion between 0 and 1 as per cent, with the decimals that `of` observations deserve; without "%".
std::string percent_of(double proportion, std::size_t of);

/// A confidence level: "95%", "97.5%".
std::string confidence_level(double confidence);

/// A P value without symbol and, in a cell, without "=": ".046", "<.001", ">.99"; "< .001" in APA style.
///
/// JMIR: three digits below .01, two from .01 on; APA: three. More where fewer would print a P below alpha as alpha or
/// above, up to six digits, then "<.05" (alpha). Below .001 "<.001" (or "<" and alpha, where that is smaller; between
/// the two, digits until one is not 0). An em dash when undefined.
std::string p_value(const NumberStyle& style, const PValue& value);

/// Mean and SD: "5.21 (1.74)". An SD that two decimals would show as 0.00 gives both two significant digits of it.
std::string mean_sd(const NumberStyle& style, double mean, double sd);

/// "1.58 (0.70 to 2.46)", "1.58 [0.70, 2.46]".
///
/// An interval that excludes zero never shows a limit of 0.00 (nor an estimate): such a number gets its first
/// significant digit. An interval whose both limits are that small gives all three two significant digits of the
/// larger.
std::string estimate(const NumberStyle& style, double value, Interval interval, Digits digits = Digits::statistic);

/// An interval alone, with the same digits: "0.70 to 2.46", "[0.70, 2.46]".
std::string interval(const NumberStyle& style, Interval interval, Digits digits = Digits::statistic);

/// "4.06 (9)", "3.10 (2, 148)". Whole degrees of freedom have no decimals, others two.
std::string test_statistic(const NumberStyle& style, const TestStatistic& value);

/// The quantity as a cell holds it, as one run or more. Parts without value are em dashes, and the reasons for them
/// are appended to `reasons` (each once, in order) where that is given.
Runs cell_runs(const NumberStyle& style, const Quantity& quantity, std::vector<std::string>* reasons = nullptr);

/// The quantity as a sentence holds it: "P=.003", "t(9)=4.06", "1.58, 95% CI 0.70 to 2.46", "34 (22.5%)".
/// A missing part reads "not defined (reason)".
Runs sentence_runs(const NumberStyle& style, const Quantity& quantity);

/// The text with all its numbers written.
Runs set_text(const NumberStyle& style, const Text& text);

}  // namespace ecpr::document
