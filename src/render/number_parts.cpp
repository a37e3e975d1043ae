#include "number_parts.hpp"

#include <cmath>

#include "ecpr/base/text.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::string_view em_dash = "\u2014", minus = "\u2212";

NumberPart missing(const std::string& reason) { return {std::nullopt, reason.empty() ? "" : std::string(em_dash)}; }

class Parts {
 public:
  explicit Parts(const NumberStyle& style) : style_(style) {}

  std::vector<NumberPart> operator()(const Count& value) const { return {whole(value.value)}; }

  std::vector<NumberPart> operator()(const Share& value) const {
    return {whole(value.count), share(value.count, value.of)};
  }

  std::vector<NumberPart> operator()(const Percentage& value) const {
    std::vector<NumberPart> parts = {share(value.count, value.of)};
    if (value.interval && value.of > 0) {
      parts.push_back({100 * value.interval->lower, percent_of(value.interval->lower, value.of)});
      parts.push_back({100 * value.interval->upper, percent_of(value.interval->upper, value.of)});
    } else {
      parts.insert(parts.end(), 2, missing(value.interval.reason()));
    }
    return parts;
  }

  std::vector<NumberPart> operator()(const Number& value) const {
    return {single(value.value, value.digits, value.plus)};
  }

  std::vector<NumberPart> operator()(const MeanSd& value) const {
    if (!value.mean || !value.sd) return {single(value.mean, Digits::statistic), single(value.sd, Digits::statistic)};
    const MeanAndSd both = mean_and_sd(style_, *value.mean, *value.sd);
    return {{*value.mean, both.mean}, {*value.sd, both.sd}};
  }

  std::vector<NumberPart> operator()(const MedianRange& value) const {
    return {single(value.median, Digits::observed), single(value.minimum, Digits::observed),
            single(value.maximum, Digits::observed)};
  }

  std::vector<NumberPart> operator()(const Estimate& value) const {
    std::vector<NumberPart> parts = {single(value.value, value.digits, value.plus)};
    if (value.value && value.interval) {
      parts.front().text = beside_interval(style_, *value.value, *value.interval, value.digits, value.plus);
    }
    const std::vector<NumberPart> limits = both_limits(value.interval, value.digits);
    parts.insert(parts.end(), limits.begin(), limits.end());
    return parts;
  }

  std::vector<NumberPart> operator()(const Limits& value) const { return both_limits(value.interval, value.digits); }

  std::vector<NumberPart> operator()(const TestStatistic& value) const {
    std::vector<NumberPart> parts = {single(value.value, Digits::statistic), freedom(value.degrees_of_freedom), {}};
    if (value.second_degrees_of_freedom) parts.back() = freedom(*value.second_degrees_of_freedom);
    return parts;
  }

  std::vector<NumberPart> operator()(const PValue& value) const {
    return {{value.p ? std::optional<double>(*value.p) : std::nullopt, p_value(style_, value)}};
  }

 private:
  static NumberPart whole(std::size_t value) { return {static_cast<double>(value), count(value)}; }

  static NumberPart share(std::size_t part, std::size_t of) {
    if (of == 0) return {std::nullopt, std::string(em_dash)};
    return {100 * static_cast<double>(part) / static_cast<double>(of), percent(part, of)};
  }

  NumberPart single(const Defined<double>& value, Digits digits, bool plus = false) const {
    if (!value) return missing(value.reason());
    return {*value, number(style_, *value, digits, plus)};
  }

  static NumberPart freedom(const Defined<double>& value) {
    if (!value) return missing(value.reason());
    return {*value, degrees_of_freedom(*value)};
  }

  std::vector<NumberPart> both_limits(const Defined<Interval>& interval, Digits digits) const {
    if (!interval) return {missing(interval.reason()), missing(interval.reason())};
    const LowerAndUpper both = lower_and_upper(style_, *interval, digits);
    return {{interval->lower, both.lower}, {interval->upper, both.upper}};
  }

  const NumberStyle& style_;
};

std::string limit_name(double confidence, const char* which) { return confidence_level(confidence) + " CI " + which; }

struct Names {
  std::vector<std::string> operator()(const Count&) const { return {""}; }
  std::vector<std::string> operator()(const Share&) const { return {"n", "%"}; }
  std::vector<std::string> operator()(const Percentage& value) const {
    return {"%", limit_name(value.confidence, "lower"), limit_name(value.confidence, "upper")};
  }
  std::vector<std::string> operator()(const Number&) const { return {""}; }
  std::vector<std::string> operator()(const MeanSd&) const { return {"Mean", "SD"}; }
  std::vector<std::string> operator()(const MedianRange&) const { return {"Median", "Minimum", "Maximum"}; }
  std::vector<std::string> operator()(const Estimate& value) const {
    return {"Estimate", limit_name(value.confidence, "lower"), limit_name(value.confidence, "upper")};
  }
  std::vector<std::string> operator()(const Limits& value) const {
    return {limit_name(value.confidence, "lower"), limit_name(value.confidence, "upper")};
  }
  std::vector<std::string> operator()(const TestStatistic& value) const { return {value.symbol, "df", "df2"}; }
  std::vector<std::string> operator()(const PValue&) const { return {""}; }
};

std::string literal(std::string text) { return "\"" + replaced(text, "\"", "") + "\""; }

}  // namespace

std::vector<NumberPart> number_parts(const NumberStyle& style, const Quantity& quantity) {
  return std::visit(Parts(style), quantity);
}

std::vector<std::string> part_names(const Quantity& quantity) { return std::visit(Names(), quantity); }

std::string number_format(const NumberPart& part) {
  const std::string digits = replaced(replaced(part.text, minus, "-"), "+", "");
  if (digits.find_first_not_of("-.,0123456789") != std::string::npos) return literal(part.text);
  const bool shows_zero = digits.find_first_of("123456789") == std::string::npos;
  if (shows_zero && part.value && *part.value != 0) return literal(part.text);  // else "-0.00"
  const std::size_t point = digits.find('.');
  const std::string decimals(point == std::string::npos ? 0 : digits.size() - point - 1, '0');
  std::string whole = digits.find(',') != std::string::npos ? "#,##0" : "0";
  if (point == 0 || (point == 1 && digits.front() == '-')) whole = "";
  const std::string format = whole + (decimals.empty() ? "" : "." + decimals);
  if (digits.starts_with('-')) return format + ";" + literal(std::string(minus)) + format;
  return part.text.starts_with("+") ? "+" + format : format;
}

}  // namespace ecpr::render
