// Which way a change goes, and which group it is largest in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::report {

/// The way of a mean change, in words that the outcome's direction allows.
enum class Course { improved, worsened, increased, decreased, unchanged };

/// "improved", "worsened", ...
std::string_view verb(Course course);

/// The course of a comparison's mean change. A change within the rounding error of the means is none, unless it is
/// significant. Requires: the comparison has a mean change.
Course course_of(const analysis::Outcome& outcome, const analysis::Comparison& comparison);

/// The group whose mean changed most in the direction of improvement.
struct LargestImprovement {
  std::size_t outcome = 0, group = 0;
};

inline constexpr std::size_t pairs_to_be_named = 10;

/// For every main outcome with a direction: the group with the largest observed improvement among those of at least
/// `pairs_to_be_named` pairs whose numbers are shown. In the order of the outcomes.
///
/// None for an outcome in which fewer than two such groups exist, none of them improved, or two share the first place
/// (up to rounding error).
std::vector<LargestImprovement> largest_improvements(const analysis::Analysis& analysis);

/// Among whom these improvements are the largest: "groups with at least 10 pairs"; with a larger `min_cell` "groups
/// with at least 15 pairs"; "... whose numbers are shown" where one of those is hidden all the same.
std::string groups_named(const analysis::Analysis& analysis, const std::vector<LargestImprovement>& improvements);

/// Whom the test between the groups compares: "all groups"; "all groups with at least 2 pairs" when it leaves a group
/// out in one of these outcomes. Requires: group differences.
std::string groups_compared(const analysis::Analysis& analysis, const std::vector<LargestImprovement>& improvements);

}  // namespace ecpr::report
