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
  for (const auto& item : questionnaire.items) unusable_ = std::max(unusable_, item.values.size());
  for (const auto& item : questionnaire.items) {
    value_of_.insert(value_of_.end(), item.values.begin(), item.values.end());
    value_of_.resize(value_of_.size() + unusable_ + 1 - item.values.size(), 0);
  }
}

std::size_t AnswerBlock::load(std::size_t first) {
  const std::size_t people = answers_.row->size();
  if (first >= people) return 0;
  const std::size_t count = std::min(size, people - first), items = answers_.place->size();
  for (std::size_t i = 0; i < count; ++i) {
    double* values = values_.data() + i * items;
    double* mask = mask_.data() + i * items;
    const auto row = (*answers_.row)[first + i];
    if (row == no_place) {
      std::fill_n(values, items, 0.0);
      std::fill_n(mask, items, 0.0);
    } else if (answers_.coded) {
      load_coded(row, values, mask);
    } else {
      load_numbers(row, values, mask);
    }
  }
  return count;
}

void AnswerBlock::load_coded(std::size_t row, double* values, double* mask) const {
  const std::uint8_t* answers = answers_.store->answers.data() + row * answers_.plan->answers;
  const auto& place = *answers_.place;
  const double* value_of = value_of_.data();
  for (std::size_t item = 0; item < place.size(); ++item, value_of += unusable_ + 1) {
    const std::size_t answer = std::min<std::size_t>(answers[place[item]], unusable_);
    values[item] = value_of[answer];
    mask[item] = answer < unusable_;
  }
}

void AnswerBlock::load_numbers(std::size_t row, double* values, double* mask) const {
  const double* numbers = answers_.store->numbers.data() + row * answers_.plan->numbers;
  const auto& place = *answers_.place;
  for (std::size_t item = 0; item < place.size(); ++item) {
    const double number = numbers[place[item]];
    mask[item] = std::isfinite(number);
    values[item] = std::isfinite(number) ? number : 0;
  }
}

}  // namespace ecpr::survey
