// Groups against each other.
#pragma once

#include "cell.hpp"
#include "ecpr/analysis/analysis.hpp"

namespace ecpr::analysis {

/// The comparison of all groups of `analysis` on the outcome at `place`, from the pairs `all` of all participants.
/// Groups below min_cell are left out like those with fewer than 2 pairs.
GroupDifferences group_differences(const Analysis& analysis, std::size_t place, const survey::Survey& survey,
                                   const Cell& all);

}  // namespace ecpr::analysis
