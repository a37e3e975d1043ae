// The answers that an item or a score allows, as a file spells them, in ascending order of what they count.
#pragma once

#include <string>
#include <vector>

#include "ecpr/instruments/questionnaire.hpp"

namespace ecpr::simulation {

/// One variable: what stands in the file, and what it counts in the score, in ascending order.
struct RankedAnswers {
  std::vector<std::string> texts;
  std::vector<double> values;
};

/// Of item `item` of `questionnaire`, reversed where the scale reverses it. Fractions and wide ranges become a grid of
/// round numbers.
RankedAnswers item_answers(const instruments::Questionnaire& questionnaire, std::size_t item, bool reversed);

/// Round numbers from `lower` to `upper`, 20 to 2001 of them; whole numbers only where `whole`.
RankedAnswers number_grid(double lower, double upper, bool whole);

/// Round numbers around a score without a range: six SDs to either side of its mean, SD / 50 to SD / 5 apart.
RankedAnswers unbounded_grid(double mean, double sd);

}  // namespace ecpr::simulation
