// The kinds of numbers that stand in tables and sentences, as values: how they are written is decided later.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"

namespace ecpr::document {

/// What a number is, from which the number style knows its digits.
enum class Digits {
  statistic,    ///< means, SDs, t, F, d: two decimals
  coefficient,  ///< r, alpha, omega, W, at most 1 in size: two decimals; APA drops the leading zero
  observed,     ///< a value somebody gave (a median, a limit of a scale): up to two decimals, no trailing zeros
  brief,        ///< an overview line: one decimal
  ratio,        ///< how many times likelier: no decimals from 100 on, powers of ten from 100,000 on
};

/// People, items, rows: "151", "10,000".
struct Count {
  std::size_t value = 0;
};

/// So many of so many: "34 (22.5)" in a cell, "34 (22.5%)" in a sentence. Requires: count <= of.
struct Share {
  std::size_t count = 0, of = 0;
};

/// A share as per cent with the interval of the proportion (limits between 0 and 1): "72 (52 to 86)".
/// Requires: count <= of.
struct Percentage {
  std::size_t count = 0, of = 0;
  Defined<Interval> interval = {};
  double confidence = 0.95;
};

/// One number: "0.35". `plus` writes the sign of a positive one too: "+0.35".
struct Number {
  Defined<double> value = {};
  Digits digits = Digits::statistic;
  bool plus = false;
};

/// "5.21 (1.74)"; APA makes two columns of it. The SD alone may be missing.
struct MeanSd {
  Defined<double> mean = {}, sd = {};
};

/// "4 (2 to 5)".
struct MedianRange {
  Defined<double> median = {}, minimum = {}, maximum = {};
};

/// A number and its confidence interval: "-0.13 (-0.36 to 0.10)". Either may be missing on its own.
struct Estimate {
  Defined<double> value = {};
  Defined<Interval> interval = {};
  Digits digits = Digits::statistic;
  double confidence = 0.95;
  bool plus = false;
};

/// A confidence interval alone: "0.71 to 2.62".
struct Limits {
  Defined<Interval> interval = {};
  Digits digits = Digits::statistic;
  double confidence = 0.95;
};

/// A test statistic with its degrees of freedom: "4.06 (9)" in a cell, "t(9)=4.06" in a sentence.
struct TestStatistic {
  std::string symbol = "t";  ///< printed in italics
  Defined<double> value = {};
  Defined<double> degrees_of_freedom = {};
  std::optional<double> second_degrees_of_freedom = std::nullopt;  ///< the denominator's, of an F
};

/// A P value, between 0 and 1. One that is too small for a double has `log10_p` alone.
struct PValue {
  Defined<double> p = {};
  Defined<double> log10_p = {};
};

/// Any of them. A part without value is written as an em dash, with its reason as a footnote; a part that was never
/// asked for (no reason either) as an em dash alone.
using Quantity =
    std::variant<Count, Share, Percentage, Number, MeanSd, MedianRange, Estimate, Limits, TestStatistic, PValue>;

}  // namespace ecpr::document
