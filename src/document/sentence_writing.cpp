#include "ecpr/document/sentence_writing.hpp"

namespace ecpr::document {

namespace {

Run undefined(const std::string& reason) { return {reason.empty() ? "not defined" : "not defined (" + reason + ")"}; }

/// Writes one kind of quantity as part of a sentence.
class SentenceWriter {
 public:
  explicit SentenceWriter(const NumberStyle& style) : style_(style) {}

  Runs operator()(const Count& value) { return {{count(value.value)}}; }

  Runs operator()(const Share& value) {
    if (value.of == 0) return {{count(value.count)}};
    return {{count(value.count) + " (" + percent(value.count, value.of) + "%)"}};
  }

  Runs operator()(const Percentage& value) {
    if (value.of == 0) return {undefined("no observations")};
    Runs runs = {{percent(value.count, value.of) + "%"}};
    if (value.interval) {
      const std::string limits = percent_of(value.interval->lower, value.of) + "%" +
                                 std::string(style_.interval_between) + percent_of(value.interval->upper, value.of) +
                                 "%";
      runs.push_back({", " + interval_name(value.confidence) + (style_.brackets_alone ? "[" + limits + "]" : limits)});
    }
    return runs;
  }

  Runs operator()(const Number& value) { return {plain_number(value.value, value.digits, value.plus)}; }

  Runs operator()(const MeanSd& value) {
    if (!value.mean) return {Run{"mean "}, undefined(value.mean.reason())};
    const Defined<double> mean = value.mean;
    const MeanAndSd both = value.sd ? mean_and_sd(style_, *mean, *value.sd) : MeanAndSd{number(style_, *mean), ""};
    if (!style_.italic_letters) {
      return {{"mean " + both.mean + (value.sd ? ", SD " + both.sd : "")}};
    }
    Runs runs = {italic("M"), {" = " + both.mean}};
    if (value.sd) runs.insert(runs.end(), {Run{", "}, italic("SD"), Run{" = " + both.sd}});
    return runs;
  }

  Runs operator()(const MedianRange& value) {
    if (!value.median) return {Run{"median "}, undefined(value.median.reason())};
    std::string text = "median " + number(style_, *value.median, Digits::observed);
    if (value.minimum && value.maximum) {
      text += " (range " + number(style_, *value.minimum, Digits::observed) + " to " +
              number(style_, *value.maximum, Digits::observed) + ")";
    }
    return {{text}};
  }

  Runs operator()(const Estimate& value) {
    if (!value.value) return {undefined(value.value.reason())};
    if (!value.interval) {
      Runs runs = {plain_number(value.value, value.digits, value.plus)};
      if (value.interval.reason().empty()) return runs;
      runs.insert(runs.end(), {Run{", " + interval_name(value.confidence)}, undefined(value.interval.reason())});
      return runs;
    }
    const std::string alone = beside_interval(style_, *value.value, *value.interval, value.digits, value.plus);
    return {{alone + ", " + interval_name(value.confidence) + interval(style_, *value.interval, value.digits)}};
  }

  Runs operator()(const Limits& value) {
    const std::string name = interval_name(value.confidence);
    if (!value.interval) return {Run{name}, undefined(value.interval.reason())};
    return {{name + interval(style_, *value.interval, value.digits)}};
  }

  Runs operator()(const TestStatistic& value) {
    Runs runs = {italic(value.symbol)};
    if (!value.value) {
      runs.insert(runs.end(), {Run{" "}, undefined(value.value.reason())});
      return runs;
    }
    std::string text;
    if (value.degrees_of_freedom) {
      text = "(" + degrees_of_freedom(*value.degrees_of_freedom);
      if (value.second_degrees_of_freedom) text += ", " + degrees_of_freedom(*value.second_degrees_of_freedom);
      text += ")";
    }
    runs.push_back({text + equals() + number(style_, *value.value)});
    return runs;
  }

  Runs operator()(const PValue& value) {
    const Run symbol = italic(std::string(style_.p_symbol));
    if (!value.p && !value.log10_p) return {symbol, Run{" "}, undefined(value.p.reason())};
    const std::string text = p_value(style_, value);
    if (text.front() == '.') return {symbol, Run{equals() + text}};
    return {symbol, Run{(style_.spaced_operators ? " " : "") + text}};
  }

  Runs operator()(const Equation& equation) {
    Runs runs = equation.symbol;
    Runs value = std::visit(*this, equation.value);
    const bool missing = !value.empty() && value.front().text.starts_with("not defined");
    runs.push_back({missing ? " " : equals()});
    runs.insert(runs.end(), value.begin(), value.end());
    return runs;
  }

 private:
  Run plain_number(const Defined<double>& value, Digits digits, bool plus) const {
    if (!value) return undefined(value.reason());
    return {number(style_, *value, digits, plus)};
  }
  std::string equals() const { return style_.spaced_operators ? " = " : "="; }
  std::string interval_name(double confidence) const { return confidence_level(confidence) + " CI "; }

  const NumberStyle& style_;
};

}  // namespace

Runs sentence_runs(const NumberStyle& style, const Quantity& quantity) {
  return std::visit(SentenceWriter(style), quantity);
}

Runs set_text(const NumberStyle& style, const Text& text) {
  Runs runs;
  for (const Text::Inline& piece : text.pieces()) {
    if (const auto* run = std::get_if<Run>(&piece)) {
      runs.push_back(*run);
    } else if (const auto* quantity = std::get_if<Quantity>(&piece)) {
      const Runs set = sentence_runs(style, *quantity);
      runs.insert(runs.end(), set.begin(), set.end());
    } else {
      const Runs set = SentenceWriter(style)(std::get<Equation>(piece));
      runs.insert(runs.end(), set.begin(), set.end());
    }
  }
  return runs;
}

std::string plain(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

}  // namespace ecpr::document
