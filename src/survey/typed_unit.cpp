#include <cmath>
#include <limits>

#include "scoring.hpp"

namespace ecpr::survey {

double unit_of_answers(const WaveAnswers& answers, const std::vector<std::size_t>& items) {
  if (answers.coded || answers.store->decimals.empty()) return 0;
  int fewest = std::numeric_limits<int>::max();
  for (const auto row : *answers.row) {
    if (row == no_place) continue;
    for (const std::size_t item : items) {
      const int decimals = answers.store->decimals_at(row * answers.plan->numbers + (*answers.place)[item]);
      if (decimals > 0 && decimals < fewest) fewest = decimals;
    }
  }
  return fewest == std::numeric_limits<int>::max() ? 0 : std::pow(10.0, -fewest);
}

double unit_of_scores(const WaveAnswers& answers, const instruments::Scale& scale) {
  const bool mean = scale.aggregate == instruments::Aggregate::mean;
  const double answers_in_a_score = mean ? 1 : static_cast<double>(scale.items.size());
  return unit_of_answers(answers, scale.items) * std::abs(scale.multiplier) * answers_in_a_score;
}

}  // namespace ecpr::survey
