// The supplement: what a reviewer asks for beside the tables of changes.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Tables of all outcomes, each left out where it has nothing to show: other tests of the changes; further tests that
/// were asked for; other effect sizes; reliable change by group; who was lost, by group and by score before.
Blocks supplement(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
