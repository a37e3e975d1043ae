// Who was lost, outcome by outcome.
#pragma once

#include <cstddef>
#include <optional>

#include "ecpr/statistics/attrition.hpp"

namespace ecpr::analysis {

/// The scores before of those who have one after, against those who have none.
struct Attrition {
  std::size_t outcome = 0;           ///< place in Analysis::outcomes
  std::optional<std::size_t> group;  ///< place in Analysis::groups; empty: all participants
  bool withheld = false;             ///< some, but fewer than min_cell people on a side: only the counts are shown
  statistics::Attrition test;
};

}  // namespace ecpr::analysis
