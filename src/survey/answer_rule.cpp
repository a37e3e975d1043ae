#include "answer_rule.hpp"

#include <algorithm>
#include <cmath>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "layout.hpp"

namespace ecpr::survey {

MissingWords::MissingWords(const std::vector<std::string>& own) {
  for (const auto& word : own) {
    words_.insert(comparison_key(word));
    if (const auto number = parse_number(word)) codes_.push_back(*number);
  }
}

bool MissingWords::is_usual(std::string_view cell) {
  static constexpr std::array<std::string_view, 7> usual = {"na", "n/a", ".", "nan", "null", "-", "#n/a"};
  cell = trimmed_unicode(cell);
  if (cell.empty()) return true;
  if (cell.size() > 4) return false;
  return std::find(usual.begin(), usual.end(), case_folded(cell)) != usual.end();
}

bool MissingWords::is_word(std::string_view cell) const {
  return !words_.empty() && words_.contains(comparison_key(cell));
}

bool MissingWords::is_code(double number) const {
  return std::find(codes_.begin(), codes_.end(), number) != codes_.end();
}

bool MissingWords::is_own(std::string_view cell) const {
  if (is_word(cell)) return true;
  if (codes_.empty()) return false;
  const auto number = parse_number(cell);
  return number && is_code(*number);
}

std::optional<double> NumberSpelling::parse(std::string_view cell) const {
  std::optional<double> number;
  if (point) number = parse_number(cell, '.');
  if (!number && comma) number = parse_number(cell, ',');
  if (!number && thousands != 0) number = parse_thousands(trimmed_unicode(cell), thousands);
  return number;
}

bool may_have_thousands(std::string_view cell) {
  if (!cell.empty() && cell.front() == '-') cell.remove_prefix(1);
  constexpr std::size_t behind = 4;  // the sign and three digits
  if (cell.size() <= behind || cell.size() > behind + 3 || cell.front() == '0') return false;
  const std::size_t sign = cell.size() - behind;
  if (cell[sign] != '.' && cell[sign] != ',') return false;
  return std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }) + 1 ==
         static_cast<std::ptrdiff_t>(cell.size());
}

std::optional<double> parse_thousands(std::string_view cell, char sign) {
  const char decimal = sign == ',' ? '.' : ',';
  const std::string_view whole = cell.substr(0, cell.find(decimal));
  const std::string_view digits = whole.starts_with('-') ? whole.substr(1) : whole;
  constexpr std::size_t group = 4;  // the sign and three digits
  const std::size_t first = digits.find(sign);
  if (first == digits.npos || first == 0 || first >= group || digits.front() == '0') return std::nullopt;
  if ((digits.size() - first) % group != 0) return std::nullopt;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool between = i >= first && (i - first) % group == 0;
    if (between ? digits[i] != sign : digits[i] < '0' || digits[i] > '9') return std::nullopt;
  }
  const std::string_view fraction = cell.substr(whole.size());
  return parse_number(replaced(whole, std::string_view(&sign, 1), "") + std::string(fraction), decimal);
}

char thousands_sign(std::string_view cell) {
  if (parse_thousands(cell, ',')) return ',';
  return parse_thousands(cell, '.') ? '.' : '\0';
}

AnswerRule::AnswerRule(const study::Outcome& outcome, const MissingWords& missing, NumberSpelling spelling, bool post)
    : missing_(&missing), spelling_(spelling), recoding_(post ? outcome.recode_post : outcome.recode_pre) {
  const auto& questionnaire = outcome.questionnaire;
  whole_ = (outcome.scored || (outcome.single_item && outcome.range)) && questionnaire.whole;
  if (outcome.scored) {
    lowest_ = questionnaire.lowest;
    highest_ = questionnaire.highest;
  } else if (outcome.range) {
    lowest_ = outcome.range->lower;
    highest_ = outcome.range->upper;
  }
  for (const auto& other : questionnaire.other_codings) other_ranges_.push_back({other.lowest, other.highest});
  for (const auto& label : questionnaire.labels) labels_.emplace(comparison_key(label.text), label.answer);
  for (const auto& label : outcome.labels) own_labels_.emplace(comparison_key(label.text), label.answer);
  single_.fill(look_closer);
  if (!is_coded(outcome)) return;
  for (int character = 1; character < 128; ++character) {
    const char text = static_cast<char>(character);
    const Answer answer = read(std::string_view(&text, 1));
    if (answer.finding == Finding::usable || answer.finding == Finding::missing)
      single_[static_cast<std::size_t>(character)] = code_of(answer);
  }
}

std::uint8_t AnswerRule::code_of(const Answer& answer) const {
  switch (answer.finding) {
    case Finding::usable: return static_cast<std::uint8_t>(answer.value - lowest_);
    case Finding::missing: return code::missing;
    case Finding::unreadable: return code::unreadable;
    case Finding::not_whole: return code::out_of_range;
    case Finding::out_of_range: break;
  }
  const bool fits = std::any_of(other_ranges_.begin(), other_ranges_.end(), [&](const Interval& range) {
    return answer.value >= range.lower && answer.value <= range.upper && answer.value == std::floor(answer.value);
  });
  return fits ? code::other_coding : code::out_of_range;
}

AnswerRule::Answer AnswerRule::judged(double value) const {
  if (value < lowest_ || value > highest_) return {Finding::out_of_range, value};
  if (whole_ && value != std::floor(value)) return {Finding::not_whole, value};
  return {Finding::usable, value};
}

/// What stands for the number in `cell`; empty where nothing else does.
std::optional<std::string> AnswerRule::recoded(std::string_view cell) const {
  if (recoding_.empty()) return std::nullopt;
  const auto number = spelling_.parse(cell);
  for (const auto& [from, to] : recoding_) {
    if (number == from) return shortest(to);
  }
  return std::nullopt;
}

AnswerRule::Answer AnswerRule::read(std::string_view cell) const {
  cell = trimmed_unicode(cell);
  if (cell.empty() || missing_->is_word(cell)) return {};
  const auto other = recoded(cell);
  if (other) cell = *other;
  const auto meaning = [&](const Labels& labels) {
    const auto found = labels.empty() ? labels.end() : labels.find(comparison_key(cell));
    return found == labels.end() ? std::nullopt : std::optional(found->second);
  };
  const auto said = [&](double value) {
    Answer answer = judged(value);
    answer.text = !spelling_.parse(cell);
    return answer;
  };
  if (const auto value = meaning(own_labels_)) return said(*value);  // before numbers: "4" = 1 recodes an export
  if (const auto number = spelling_.parse(cell)) {
    if (missing_->is_code(*number)) return {};
    Answer answer = judged(*number);
    answer.decimals = rounded_decimals(cell);
    return answer;
  }
  if (const auto value = meaning(labels_)) return said(*value);
  return {MissingWords::is_usual(cell) ? Finding::missing : Finding::unreadable, 0};
}

}  // namespace ecpr::survey
