// The tables of the supplement, one function each; no rows: nothing to show.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// Shapiro-Wilk, Wilcoxon, Hodges-Lehmann, Yuen, Bayes factor: a row per outcome, all participants.
document::Table other_tests_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// Equivalence, bootstrap, clusters, as far as they were asked for.
document::Table requested_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// McNemar's test, a row per outcome with two answers.
document::Table two_answers_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// The effect sizes that the tables of changes do not show.
document::Table other_effect_sizes_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// How many people really changed: per outcome, by group.
document::Table reliable_change_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// Who answered once only, by group.
document::Table retention_table(const analysis::Analysis& analysis, const ReportOptions& options);

/// Scores before of those with a score after and of those without, and the change under two assumptions about them.
document::Table attrition_table(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
