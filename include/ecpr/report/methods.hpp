// The methods of an article, as far as the results know them.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Design, matching, scoring and missing answers, tests, effect sizes, adjustment, software; what cannot be concluded;
/// and the notes on the data.
Blocks methods(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
