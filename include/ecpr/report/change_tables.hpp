// Tables 2 to 4: what changed between the waves, in everybody, by group, and in single items.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// A row per outcome that is no single item, all participants; subscales indented. Empty without such an outcome.
Blocks changes_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// The same outcomes as spanning rows, with a row per group and all participants last. Empty without groups.
Blocks groups_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// A row per single item, all participants. Empty without single items.
Blocks items_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
