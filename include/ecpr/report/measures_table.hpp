// Table 8: what was measured once.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// A row per measure: how many ratings, mean, median and range, share at or above its mark, alpha. Nothing is tested.
/// Empty without measures.
Blocks measures_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
