#include "answer_block.hpp"

#include <algorithm>
#include <cmath>

namespace ecpr::survey {

AnswerBlock::AnswerBlock(const instruments::Questionnaire& questionnaire, const WaveAnswers& answers)
    : answers_(answers) {
  const auto items = static_cast<Eigen::Index>(questionnaire.items.size());
  values_.setZero(size, items);
  mask_.setZero(size, items);
  if (!answers.coded) return;
  value_of_.resize(questionnaire.items.size());
  for (std::size_t item = 0; item < value_of_.size(); ++item) {
    value_of_[item].fill(0);
    std::copy(questionnaire.items[item].values.begin(), questionnaire.items[item].values.end(),
              value_of_[item].begin());
  }
}

std::size_t AnswerBlock::load(std::size_t first) {
  const std::size_t people = answers_.row->size();
  if (first >= people) return 0;
  const std::size_t count = std::min(size, people - first);
  for (std::size_t item = 0; item < answers_.place->size(); ++item) load_item(item, first, count);
  return count;
}

void AnswerBlock::load_item(std::size_t item, std::size_t first, std::size_t count) {
  const auto column = static_cast<Eigen::Index>(item);
  const std::size_t place = (*answers_.place)[item];
  for (std::size_t i = 0; i < count; ++i) {
    const auto row = (*answers_.row)[first + i];
    double value = 0, there = 0;
    if (row != no_place && answers_.coded) {
      const std::uint8_t answer = answers_.store->answers[row * answers_.plan->answers + place];
      there = answer < code::first_unusable;
      value = value_of_[item][answer];
    } else if (row != no_place) {
      const double number = answers_.store->numbers[row * answers_.plan->numbers + place];
      there = !std::isnan(number);
      value = there != 0 ? number : 0;
    }
    values_(static_cast<Eigen::Index>(i), column) = value;
    mask_(static_cast<Eigen::Index>(i), column) = there;
  }
}

}  // namespace ecpr::survey
