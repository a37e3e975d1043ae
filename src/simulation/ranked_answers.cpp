#include "ranked_answers.hpp"

#include <algorithm>
#include <cmath>

#include "ecpr/base/number.hpp"

namespace ecpr::simulation {

namespace {

/// A power of ten, kept as two whole numbers so that k * over / under is the nearest double to a decimal.
struct Step {
  double over = 1, under = 1;

  double size() const { return over / under; }
};

RankedAnswers multiples(const Step& step, double lower, double upper) {
  // A limit such as 0.3 is not exactly three steps of 0.1: what is nearly a multiple counts as one.
  constexpr double rounding = 1e-9;
  RankedAnswers answers;
  const double last = std::floor(upper / step.size() + rounding);
  for (double k = std::ceil(lower / step.size() - rounding); k <= last; ++k) {
    answers.values.push_back(k * step.over / step.under);
    answers.texts.push_back(shortest(answers.values.back()));
  }
  return answers;
}

void reverse(RankedAnswers& answers) {
  std::reverse(answers.texts.begin(), answers.texts.end());
  std::reverse(answers.values.begin(), answers.values.end());
}

/// Ascending order of values; answers that count the same keep their order.
void sort(RankedAnswers& answers) {
  std::vector<std::size_t> places(answers.values.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return answers.values[a] < answers.values[b]; });
  RankedAnswers sorted;
  for (const std::size_t place : places) {
    sorted.texts.push_back(std::move(answers.texts[place]));
    sorted.values.push_back(answers.values[place]);
  }
  answers = std::move(sorted);
}

}  // namespace

RankedAnswers number_grid(double lower, double upper, bool whole) {
  constexpr double fewest = 20, most = 2000;
  Step step;
  while (!whole && (upper - lower) / step.size() < fewest) step.under *= 10;
  while ((upper - lower) / step.size() > most) step.over *= 10;
  return multiples(step, lower, upper);
}

RankedAnswers unbounded_grid(double mean, double sd) {
  Step step;
  while (sd / step.size() < 5) step.under *= 10;
  while (sd / step.size() >= 50) step.over *= 10;
  return multiples(step, mean - 6 * sd, mean + 6 * sd);
}

RankedAnswers item_answers(const instruments::Questionnaire& questionnaire, std::size_t item, bool reversed) {
  RankedAnswers answers;
  const auto& values = questionnaire.items[item].values;
  if (values.empty()) {
    answers = number_grid(questionnaire.lowest, questionnaire.highest, questionnaire.whole);
  } else {
    answers.values = values;
    for (std::size_t k = 0; k < values.size(); ++k)
      answers.texts.push_back(shortest(questionnaire.lowest + static_cast<double>(k)));
  }
  if (reversed) {
    for (double& value : answers.values) value = questionnaire.value_lowest + questionnaire.value_highest - value;
  }
  if (answers.values.front() > answers.values.back()) reverse(answers);
  sort(answers);
  return answers;
}

}  // namespace ecpr::simulation
