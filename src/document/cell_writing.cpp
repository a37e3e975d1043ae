#include "ecpr/document/cell_writing.hpp"

#include <algorithm>

namespace ecpr::document {

namespace {

constexpr std::string_view em_dash = "\u2014";

/// Writes the cell of one kind of quantity; collects the reasons of missing parts.
class CellWriter {
 public:
  CellWriter(const NumberStyle& style, std::vector<std::string>& reasons) : style_(style), reasons_(reasons) {}

  std::string operator()(const Count& value) { return count(value.value); }

  std::string operator()(const Share& value) {
    if (value.of == 0) because("no observations");
    return count(value.count) + " (" + percent(value.count, value.of) + ")";
  }

  std::string operator()(const Percentage& value) {
    if (value.of == 0) return missing("no observations");
    const std::string text = percent(value.count, value.of);
    if (!value.interval) return text + missing_interval(value.interval.reason());
    return text + std::string(style_.interval_open) + percent_of(value.interval->lower, value.of) +
           std::string(style_.interval_between) + percent_of(value.interval->upper, value.of) +
           std::string(style_.interval_close);
  }

  std::string operator()(const Number& value) {
    return value.value ? number(style_, *value.value, value.digits, value.plus) : missing(value.value.reason());
  }

  std::string operator()(const MeanSd& value) {
    if (!value.mean) return missing(value.mean.reason());
    if (!value.sd) return number(style_, *value.mean) + in_parentheses(value.sd.reason());
    const MeanAndSd both = mean_and_sd(style_, *value.mean, *value.sd);
    return both.mean + " (" + both.sd + ")";
  }

  std::string operator()(const MedianRange& value) {
    if (!value.median) return missing(value.median.reason());
    const std::string text = number(style_, *value.median, Digits::observed);
    if (!value.minimum || !value.maximum) return text + in_parentheses(value.minimum.reason());
    return text + " (" + number(style_, *value.minimum, Digits::observed) + " to " +
           number(style_, *value.maximum, Digits::observed) + ")";
  }

  std::string operator()(const Estimate& value) {
    if (value.value && value.interval) {
      return estimate(style_, *value.value, *value.interval, value.digits, value.plus);
    }
    if (value.value) {
      return number(style_, *value.value, value.digits, value.plus) + missing_interval(value.interval.reason());
    }
    if (!value.interval) return missing(value.value.reason());
    because(value.value.reason());
    return std::string(em_dash) + " (" + interval(style_, *value.interval, value.digits) + ")";
  }

  std::string operator()(const Limits& value) {
    return value.interval ? interval(style_, *value.interval, value.digits) : missing(value.interval.reason());
  }

  std::string operator()(const TestStatistic& value) {
    if (!value.value) return missing(value.value.reason());
    std::string text = number(style_, *value.value);
    if (!value.degrees_of_freedom) return text + in_parentheses(value.degrees_of_freedom.reason());
    text += " (" + degrees_of_freedom(*value.degrees_of_freedom);
    if (value.second_degrees_of_freedom) text += ", " + degrees_of_freedom(*value.second_degrees_of_freedom);
    return text + ")";
  }

  std::string operator()(const PValue& value) {
    if (!value.p && !value.log10_p) because(value.p.reason());
    return p_value(style_, value);
  }

 private:
  void because(const std::string& reason) {
    if (!reason.empty() && std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end()) {
      reasons_.push_back(reason);
    }
  }
  std::string missing(const std::string& reason) {
    because(reason);
    return std::string(em_dash);
  }
  std::string in_parentheses(const std::string& reason) { return reason.empty() ? "" : " (" + missing(reason) + ")"; }
  std::string missing_interval(const std::string& reason) {
    if (reason.empty()) return "";
    return std::string(style_.interval_open) + missing(reason) + std::string(style_.interval_close);
  }

  const NumberStyle& style_;
  std::vector<std::string>& reasons_;
};

}  // namespace

std::string cell_text(const NumberStyle& style, const Quantity& quantity, std::vector<std::string>& reasons) {
  return std::visit(CellWriter(style, reasons), quantity);
}

}  // namespace ecpr::document
