// Who really changed.
#pragma once

#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::analysis {

/// What the counts of one outcome rest on, the same in every group; the counts are empty.
ReliableChange reliable_change_basis(const Analysis& analysis, std::size_t place, const survey::Survey& survey);

/// `basis` with the counts of `sample` in `group` (empty: all participants).
ReliableChange reliable_change(const Analysis& analysis, ReliableChange basis, std::optional<std::size_t> group,
                               const Defined<statistics::PairedSample>& sample);

}  // namespace ecpr::analysis
