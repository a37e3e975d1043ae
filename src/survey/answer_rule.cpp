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

bool MissingWords::is_own(std::string_view cell) const {
  if (words_.empty()) return false;
  if (words_.contains(comparison_key(cell))) return true;
  if (codes_.empty()) return false;
  const auto number = parse_number(cell);
  return number && std::find(codes_.begin(), codes_.end(), *number) != codes_.end();
}

std::optional<double> NumberSpelling::parse(std::string_view cell) const {
  std::optional<double> number;
  if (point) number = parse_number(cell, '.');
  if (!number && comma) number = parse_number(cell, ',');
  return number;
}

AnswerRule::AnswerRule(const study::Outcome& outcome, const MissingWords& missing, NumberSpelling spelling)
    : missing_(&missing), spelling_(spelling) {
  const auto& questionnaire = outcome.questionnaire;
  bounded_ = outcome.scored || outcome.range.has_value();
  whole_ = outcome.scored && questionnaire.whole;
  lowest_ = outcome.scored ? questionnaire.lowest : outcome.range ? outcome.range->lower : 0;
  highest_ = outcome.scored ? questionnaire.highest : outcome.range ? outcome.range->upper : 0;
  for (const auto& label : questionnaire.labels) labels_.emplace(comparison_key(label.text), label.answer);
  for (const auto& label : outcome.labels) labels_[comparison_key(label.text)] = label.answer;
  single_.fill(look_closer);
  if (!is_coded(outcome)) return;
  for (int character = 1; character < 128; ++character) {
    const char text = static_cast<char>(character);
    const Answer answer = read(std::string_view(&text, 1));
    if (answer.finding == Finding::usable) single_[static_cast<std::size_t>(character)] = code_of(answer.value);
    if (answer.finding == Finding::missing) single_[static_cast<std::size_t>(character)] = code::missing;
  }
}

AnswerRule::Answer AnswerRule::read(std::string_view cell) const {
  cell = trimmed_unicode(cell);
  if (cell.empty() || missing_->is_own(cell)) return {Finding::missing, 0};
  auto number = spelling_.parse(cell);
  if (!number && !labels_.empty()) {
    const auto label = labels_.find(comparison_key(cell));
    if (label != labels_.end()) number = label->second;
  }
  if (!number) return {MissingWords::is_usual(cell) ? Finding::missing : Finding::unreadable, 0};
  if (bounded_ && (*number < lowest_ || *number > highest_)) return {Finding::out_of_range, *number};
  if (whole_ && *number != std::floor(*number)) return {Finding::not_whole, *number};
  return {Finding::usable, *number};
}

}  // namespace ecpr::survey
