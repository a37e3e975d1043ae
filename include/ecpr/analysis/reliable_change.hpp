// How many people really changed, outcome by outcome.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/reliable_change.hpp"

namespace ecpr::analysis {

/// Where the reliability of a score comes from.
enum class ReliabilitySource { study_file, alpha_before };

/// Counts by the standard deviation before and the reliability of all participants, in every group alike.
struct ReliableChange {
  std::size_t outcome = 0;           ///< place in Analysis::outcomes
  std::optional<std::size_t> group;  ///< place in Analysis::groups; empty: all participants
  bool withheld = false;             ///< a group below min_cell: only its n is shown
  std::size_t n = 0;                 ///< pairs
  Defined<double> reliability;
  ReliabilitySource source = ReliabilitySource::alpha_before;
  Defined<double> threshold;                       ///< the smallest reliable change lies just above it
  Defined<statistics::ChangeCounts> counts;        ///< empty also for outcomes without a direction of improvement
  std::optional<double> minimal_important_change;  ///< published, in score units
  std::string important_change_source;             ///< who published it
  Defined<statistics::ChangeCounts> important;     ///< changes of at least that size; empty where none is published
};

}  // namespace ecpr::analysis
