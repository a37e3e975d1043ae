// Groups against each other on one outcome.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/statistics/group_comparison.hpp"

namespace ecpr::analysis {

/// Whether the groups changed differently. Groups are named by their places in Analysis::groups.
struct GroupDifferences {
  std::size_t outcome = 0;           ///< place in Analysis::outcomes
  statistics::GroupComparison test;  ///< from the pairs of people with a group; withheld groups are left out
  bool slopes_differ = false;        ///< P < .05: adjusted means then depend on where they are taken
  /// Half sentences without full stop: that change scores and ANCOVA disagree (one finds a difference below alpha, one
  /// does not; or both do, and two groups change places), that slopes differ.
  std::vector<std::string> notes = {};
};

}  // namespace ecpr::analysis
