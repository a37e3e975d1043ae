#include "ecpr/document/number_style.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "ecpr/base/number.hpp"
#include "ecpr/document/decimal.hpp"

namespace ecpr::document {

namespace {

constexpr std::string_view minus = "\u2212", em_dash = "\u2014";
constexpr double huge = 1e9;  // from here on powers of ten
constexpr double huge_ratio = 1e5;
constexpr int most_decimals = 6;  // where more would be needed: powers of ten
constexpr double p_lowest = 0.001;

std::string raised(int exponent) {
  static constexpr std::string_view digits[] = {"\u2070", "\u00b9", "\u00b2", "\u00b3", "\u2074",
                                                "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  std::string text = exponent < 0 ? "\u207b" : "";
  for (const char c : std::to_string(std::abs(exponent))) text += digits[c - '0'];
  return text;
}

std::string power_of_ten(double value, int decimals) {
  const Scientific parts = scientific(value, decimals);
  return parts.mantissa + "\u00d710" + raised(parts.exponent);
}

void insert_thousands(std::string& text) {
  const std::size_t start = text.front() == '-' ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  if (end - start < 5) return;
  for (std::size_t i = end; i > start + 3;) text.insert(i -= 3, ",");
}

std::string with_sign(std::string text, bool plus) {
  const bool zero = text.find_first_not_of("0.,") == std::string::npos;
  if (text.front() == '-') return std::string(minus) + text.substr(1);
  return plus && !zero ? "+" + text : text;
}

std::string without_zero(std::string text) {
  if (text.starts_with("0.")) text.erase(0, 1);
  if (text.starts_with("-0.")) text.erase(1, 1);
  return text;
}

int usual_decimals(Digits digits) { return digits == Digits::brief ? 1 : 2; }

/// The decimals of a number that stands alone.
int decimals_alone(double value, Digits digits) {
  if (digits != Digits::ratio) return usual_decimals(digits);
  return std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 2;
}

bool rounds_to_zero(double value, int decimals) {
  return fixed(std::abs(value) < 1 ? value : 1, decimals).find_first_not_of("0.") == std::string::npos;
}

/// The number with `decimals` decimals, and all else of the style.
std::string written(const NumberStyle& style, double value, int decimals, Digits digits, bool plus = false) {
  std::string text;
  if (std::abs(value) >= (digits == Digits::ratio ? huge_ratio : huge)) {
    text = power_of_ten(value, 2);
  } else if (decimals > most_decimals) {
    text = rounds_to_zero(value, 2) && value != 0 ? power_of_ten(value, 2) : fixed(value, 2);
  } else {
    text = fixed(value, decimals);
    if (digits == Digits::observed && text.find('.') != std::string::npos) {
      text.erase(text.find_last_not_of('0') + 1);
      if (text.back() == '.') text.pop_back();
    }
    insert_thousands(text);
  }
  if (digits == Digits::coefficient && !style.coefficient_zero) text = without_zero(std::move(text));
  return with_sign(std::move(text), plus);
}

/// The decimals at which `value` shows `significant` digits.
int decimals_showing(double value, int significant) { return first_place(value) + significant - 1; }

/// How many decimals each number of an interval needs to stay readable.
class Readable {
 public:
  Readable(Interval interval, int usual) : usual_(usual), noise_(1e-12 * (interval.upper - interval.lower)) {
    const double largest = std::max(std::abs(interval.lower), std::abs(interval.upper));
    if (largest != 0 && rounds_to_zero(largest, usual)) usual_ = decimals_showing(largest, usual);
    excludes_zero_ = interval.lower > noise_ || interval.upper < -noise_;
  }
  int decimals(double value) const {
    if (!excludes_zero_ || std::abs(value) <= noise_) return usual_;
    return rounds_to_zero(value, std::min(usual_, most_decimals)) ? decimals_showing(value, 1) : usual_;
  }

 private:
  int usual_;
  double noise_;  // what is smaller is a zero with rounding errors
  bool excludes_zero_ = false;
};

std::string limits(const NumberStyle& style, Interval interval, Digits digits) {
  const LowerAndUpper both = lower_and_upper(style, interval, digits);
  return both.lower + std::string(style.interval_between) + both.upper;
}

int percent_decimals(std::size_t of) { return of < 100 ? 0 : of < 1000 ? 1 : 2; }

/// P with as few digits as keep it on its side of alpha; "" when six are not enough.
std::string p_digits(const NumberStyle& style, double p) {
  int decimals = std::max(3, first_place(p));
  if (style.p_two_digits && parse_number(fixed(p, 3)).value_or(0) >= 0.01) decimals = 2;
  for (; decimals <= most_decimals; ++decimals) {
    const std::string text = fixed(p, decimals);
    const double shown = parse_number(text).value_or(0);
    if (shown != 0 && (shown < style.alpha) == (p < style.alpha)) return without_zero(text);
  }
  return "";
}

/// A number between 0 and 1 with all its digits, after a comparison sign.
std::string bound(const NumberStyle& style, std::string_view sign, double value) {
  const Decimal decimal(value);
  const int decimals = static_cast<int>(decimal.digits.size()) - decimal.point;
  return std::string(sign) + (style.spaced_operators ? " " : "") + without_zero(fixed(value, decimals));
}

}  // namespace

NumberStyle jmir(double alpha) { return {.name = "jmir", .alpha = alpha}; }

NumberStyle apa(double alpha) {
  return {.name = "apa",
          .alpha = alpha,
          .p_symbol = "p",
          .p_column = "",
          .p_two_digits = false,
          .p_highest = 0.999,
          .coefficient_zero = false,
          .spaced_operators = true,
          .italic_letters = true,
          .mean_sd_in_two_columns = true,
          .brackets_alone = true,
          .number_above_caption = true,
          .interval_open = " [",
          .interval_between = ", ",
          .interval_close = "]",
          .test_column = "(df)",
          .note_prefix = "Note. ",
          .abbreviation_is = " = "};
}

std::string number(const NumberStyle& style, double value, Digits digits, bool plus) {
  return written(style, value, decimals_alone(value, digits), digits, plus);
}

std::string count(std::size_t value) { return with_thousands(value); }

std::string percent(std::size_t count, std::size_t of) {
  if (of == 0) return std::string(em_dash);
  const int decimals = percent_decimals(of);
  std::size_t scale = 100;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  std::string text = std::to_string((2 * count * scale + of) / (2 * of));
  if (decimals == 0) return text;
  const auto places = static_cast<std::size_t>(decimals);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  return text.insert(text.size() - places, ".");
}

std::string percent_of(double proportion, std::size_t of) { return fixed(proportion, percent_decimals(of), 2); }

std::string confidence_level(double confidence) {
  std::string text = fixed(confidence, 4, 2);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + "%";
}

std::string p_value(const NumberStyle& style, const PValue& value) {
  if (!value.p && !value.log10_p) return std::string(em_dash);
  const double p = value.p ? *value.p : std::pow(10, *value.log10_p);
  const double floor = std::min(p_lowest, style.alpha);
  if (p < floor) return bound(style, "<", floor);
  if (p > style.p_highest) return bound(style, ">", style.p_highest);
  const std::string digits = p_digits(style, p);
  if (!digits.empty()) return digits;
  return bound(style, p < style.alpha ? "<" : "\u2265", style.alpha);
}

MeanAndSd mean_and_sd(const NumberStyle& style, double mean, double sd) {
  const int decimals = sd > 0 && rounds_to_zero(sd, 2) ? decimals_showing(sd, 2) : 2;
  return {written(style, mean, decimals, Digits::statistic), written(style, sd, decimals, Digits::statistic)};
}

std::string degrees_of_freedom(double value) {
  if (value == std::floor(value) && value < huge) return with_thousands(static_cast<std::size_t>(value));
  return written({}, value, 2, Digits::statistic);
}

LowerAndUpper lower_and_upper(const NumberStyle& style, Interval interval, Digits digits) {
  const Readable readable(interval, usual_decimals(digits));
  return {written(style, interval.lower, readable.decimals(interval.lower), digits),
          written(style, interval.upper, readable.decimals(interval.upper), digits)};
}

std::string beside_interval(const NumberStyle& style, double value, Interval interval, Digits digits, bool plus) {
  const int decimals = Readable(interval, usual_decimals(digits)).decimals(value);
  return written(style, value, decimals, digits, plus);
}

std::string estimate(const NumberStyle& style, double value, Interval interval, Digits digits, bool plus) {
  return beside_interval(style, value, interval, digits, plus) + std::string(style.interval_open) +
         limits(style, interval, digits) + std::string(style.interval_close);
}

std::string interval(const NumberStyle& style, Interval interval, Digits digits) {
  const std::string text = limits(style, interval, digits);
  return style.brackets_alone ? "[" + text + "]" : text;
}

}  // namespace ecpr::document
