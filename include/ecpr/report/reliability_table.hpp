// Table 6: internal consistency of the scales.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Cronbach alpha with its interval per wave, from everyone who answered every item then, and the pre-post correlation;
/// omega where it was computed. All participants only. Empty without a scale of two or more items.
Blocks reliability_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
