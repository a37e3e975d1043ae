// Items that nobody answered in a wave: no scale is scored from other items before than after.
#pragma once

#include <string>
#include <vector>

#include "answers_seen.hpp"

namespace ecpr::survey {

/// Why a scale is not scored (empty: it is), and what is to be said beside its scores, half a sentence each.
struct ScaleFit {
  std::string reason;
  std::vector<std::string> notes;
};

/// Compares which items of the outcome at `place` were answered in the two waves, scale by scale (a single item: one).
///
/// Reports items that nobody answered in a wave, or in both, where 4 people or more answered the others; their scales
/// are not scored. With `items_of_all_waves` they are taken out of the scales in `survey.sources` instead, and noted.
/// An item that a tenth or fewer answered in one wave and more than half in the other is noted.
std::vector<ScaleFit> compare_items(const Rows& rows, const OutcomeSeen& seen, std::size_t place, Survey& survey);

}  // namespace ecpr::survey
