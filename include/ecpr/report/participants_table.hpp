// Table 1: who the matched people are.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Characteristics of the matched people: a column per group and one for all, n (%) or mean (SD).
///
/// With more than 6 groups the groups become rows of their own and only all participants have a column. Groups with
/// fewer matched people than `min_cell` show no numbers but n. Empty without characteristics and groups.
Blocks participants_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
