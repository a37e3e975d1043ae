// Which answers the texts of a survey stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/instruments/questionnaire.hpp"

namespace ecpr::draft {

/// Texts with their answers.
struct AnswerTexts {
  std::vector<instruments::AnswerLabel> answers;  ///< one per text, in order of the answers; empty: not understood
  double lowest = 0, highest = 0;                 ///< answers that were possible
  bool numbered = false;                          ///< every text begins with its number: "3 - often"
};

/// The answers of two or more different `texts`: their own numbers, or their places in one of the usual rows of
/// answers ("never" to "always"), 1 for the first. "No" is 0 and "yes" is 1.
AnswerTexts answers_for(const std::vector<std::string>& texts);

/// "often" of "3 - often", "3 = often" and the like; empty without such a number.
std::string_view words_behind_number(std::string_view text);

}  // namespace ecpr::draft
