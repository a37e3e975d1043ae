// The results of a study as one document: what changed, the findings in words, the tables, the methods.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// A part of the report that can be asked for by name.
struct Section {
  std::string_view name;     ///< "changes"
  std::string_view summary;  ///< what it shows, for a help text
  Blocks (*build)(const analysis::Analysis& analysis, const ReportOptions& options);  ///< empty: nothing to show
};

/// All of them, in reading order.
std::span<const Section> sections();

/// Throws UsageError, with a suggestion or the list, for a name that no section has.
void require_sections(const std::vector<std::string>& names);

/// The document: the summary (unless sections are chosen), then the sections that have something to show.
///
/// Tables are numbered from `caption_start` in the order in which they stand. Throws UsageError for a name in
/// `options.tables` that no section has.
document::Document analysis_report(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
