// The two waves of every outcome side by side: which items they have, and whether their codes are those of one form.
#pragma once

#include <string>
#include <vector>

#include "settle.hpp"
#include "unanswered_items.hpp"

namespace ecpr::survey {

/// What keeps an outcome from being compared, and what is to be said beside its scores.
struct WaveFit {
  std::string reason;            ///< why nothing of it is compared: half a sentence; empty: it is
  std::vector<ScaleFit> scales;  ///< per scale of its questionnaire, or one
};

/// Reports items that nobody answered in a wave, and outcomes whose waves do not look like one form, and says per
/// outcome what follows. With `items_of_all_waves` the questionnaires of `survey.sources` lose items.
std::vector<WaveFit> compare_waves(const Rows& rows, const Settled& settled, Survey& survey);

}  // namespace ecpr::survey
