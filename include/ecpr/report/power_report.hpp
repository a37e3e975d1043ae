// What a study can find, in words and tables.
#pragma once

#include "ecpr/analysis/power.hpp"
#include "ecpr/document/document.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// The answer in a sentence, and its numbers in a table. Requires: nothing in `answer` is undefined but the effect in
/// units that are not known.
document::Document power_report(const analysis::PowerAnswer& answer, const ReportOptions& options);

/// What each group could have found in each outcome, with a probability of `power`, two-sided at `alpha`.
document::Document power_report(const analysis::Analysis& analysis, double power, double alpha,
                                const ReportOptions& options);

}  // namespace ecpr::report
