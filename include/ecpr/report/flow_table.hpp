// Who answered when, group by group.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// An overview without number: people before, after, at both times and at one alone, and those whom the user left out;
/// none without groups, where the sentence about the flow says it all.
Blocks flow_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
