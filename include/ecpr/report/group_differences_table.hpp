// Table 5: groups against each other.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Per outcome that is no single item: do the mean changes of the groups differ, do the scores after differ at the same
/// score before, and what are the adjusted means. Notes name groups that were left out, adjusted means that differ, and
/// tests that disagree. Empty without at least 2 groups.
Blocks group_differences_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
