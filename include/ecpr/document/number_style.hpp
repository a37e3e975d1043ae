// How numbers are written: the only place that knows digits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ecpr/document/quantity.hpp"

namespace ecpr::document {

/// A journal's way with numbers, as data. The functions below read it; nothing else decides about digits or signs.
///
/// Halves are rounded away from zero, on the shortest decimal text of the number (0.125 is 0.13, 2.675 is 2.68).
/// Minus is U+2212, a number that rounds to zero has no sign, thousands have commas from 10,000 up. From 1e9 up, and
/// where more than six decimals would be needed, numbers are written as powers of ten, with raised digits of Unicode:
/// 1.00 x 10^9.
struct NumberStyle {
  std::string_view name;                      ///< "jmir" or "apa"
  double alpha = 0.05;                        ///< P gets more digits where rounding would move it across
  std::string_view p_symbol = "P";            ///< printed in italics
  std::string_view p_column = "\u00a0value";  ///< after the symbol in a header
  bool p_two_digits = true;                   ///< two digits from .01 on; else always three
  double p_highest = 0.99;                    ///< above it: "P>.99"
  bool coefficient_zero = true;               ///< 0.87 rather than .87
  bool spaced_operators = false;              ///< "P = .05" rather than "P=.05"
  bool italic_letters = false;                ///< n, M, SD and df in italics
  bool mean_sd_in_two_columns = false;        ///< M and SD under a common header
  bool brackets_alone = false;                ///< an interval without an estimate keeps its brackets
  bool number_above_caption = false;          ///< caption in italics on the line after the number, no full stop
  std::string_view interval_open = " (";      ///< between an estimate and its interval
  std::string_view interval_between = " to ";
  std::string_view interval_close = ")";
  std::string_view test_column = "\u00a0test (df)";  ///< after the symbol in a header
  std::string_view note_prefix = "";                 ///< before the notes of a table, printed in italics
  std::string_view abbreviation_is = ": ";           ///< between an abbreviation and its meaning
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

/// A P value without symbol and without "=": ".046", "<.001", ">.99"; "< .001" in APA style.
///
/// JMIR: three digits below .01, two from .01 on; APA: three. More where fewer would show a P below alpha as alpha or
/// above (.0463 as .046, .0499 as .0499), up to six, then "<.05" (alpha). Below .001: "<.001", or "<" and an alpha that
/// is smaller still. From a `log10_p` alone the same. An em dash when undefined. Requires: 0 <= p <= 1.
std::string p_value(const NumberStyle& style, const PValue& value);

/// A mean and the SD that stands beside it.
struct MeanAndSd {
  std::string mean, sd;
};

/// "5.21" and "1.74". An SD that two decimals would show as 0.00 gives both two significant digits of it.
MeanAndSd mean_and_sd(const NumberStyle& style, double mean, double sd);

/// "1.58 (0.70 to 2.46)", "1.58 [0.70, 2.46]".
///
/// An interval that excludes zero never shows a limit of 0.00 (nor an estimate): such a number gets its first
/// significant digit. Where both limits are that small, all three get two significant digits of the larger one (one,
/// for Digits::brief).
std::string estimate(const NumberStyle& style, double value, Interval interval, Digits digits = Digits::statistic,
                     bool plus = false);

/// The estimate alone, with the digits that it has beside its interval: "1.58".
std::string beside_interval(const NumberStyle& style, double value, Interval interval,
                            Digits digits = Digits::statistic, bool plus = false);

/// An interval alone, with the same digits: "0.70 to 2.46", "[0.70, 2.46]".
std::string interval(const NumberStyle& style, Interval interval, Digits digits = Digits::statistic);

/// The limits of an interval, each with the digits that it has there.
struct LowerAndUpper {
  std::string lower, upper;
};
LowerAndUpper lower_and_upper(const NumberStyle& style, Interval interval, Digits digits = Digits::statistic);

/// "33"; two decimals where they are not whole: "27.43".
std::string degrees_of_freedom(double value);

}  // namespace ecpr::document
