// One screen that answers what changed, by how much, in whom.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Who was matched, a line per main outcome (the first 20), the subscales and single items that changed significantly,
/// and the group with the largest observed improvement in each outcome.
Blocks summary(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
