// How a report was made: its files, its settings, the program.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::report {

/// A section that lists the input files (rows, encoding, delimiter, SHA-256 where it is known) and every setting that
/// shaped the numbers, so that whoever has the files can make the same report again.
Blocks record(const analysis::Analysis& analysis, const survey::Survey& survey, const ReportOptions& options);

}  // namespace ecpr::report
