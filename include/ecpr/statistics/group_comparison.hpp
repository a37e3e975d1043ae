// Groups against each other on one outcome: tests of the change, and analysis of covariance.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ecpr/statistics/ancova.hpp"
#include "ecpr/statistics/one_way_change.hpp"

namespace ecpr::statistics {

/// Which groups were compared, and with what result. Groups are named by their index.
struct GroupComparison {
  std::vector<std::size_t> groups;    ///< compared: at least 2 pairs each, ascending
  std::vector<std::size_t> left_out;  ///< fewer than 2 pairs, ascending
  OneWayTests change;                 ///< do the mean changes differ?
  AnalysisOfCovariance ancova;        ///< its groups carry the indices of the caller
};

/// Compares the groups that have at least 2 pairs; all sums and means are over these groups.
///
/// `group_of_pair` holds one index below `number_of_groups` per pair; throws std::invalid_argument otherwise.
/// With fewer than 2 such groups everything is empty, for that reason. O(pairs + groups^2).
GroupComparison group_comparison(const PairedSample& sample, std::span<const std::size_t> group_of_pair,
                                 std::size_t number_of_groups, double confidence);

}  // namespace ecpr::statistics
