// The columns of every table of comparisons, as a list.
#pragma once

#include <vector>

#include "column_of.hpp"
#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/report/options.hpp"
#include "effect_size_choice.hpp"

namespace ecpr::report {

using ComparisonColumn = ColumnOf<analysis::Comparison>;

/// n, pre, post, change, test, P, adjusted P (unless P values are not adjusted), effect sizes, correlation. With
/// clusters both P values are those of the cluster-robust test, beside the plain P.
/// `adjustment` is the footnote of the adjusted P.
std::vector<ComparisonColumn> comparison_columns(const analysis::Settings& settings, const document::Text& adjustment);

/// The headers over those columns: "Cluster-robust" over P and adjusted P with clusters, else none.
std::vector<document::HeaderGroup> comparison_header_groups(const analysis::Settings& settings);

/// P of the cluster-robust test, with a note where it cannot be relied on; empty where clusters are not known.
document::Cell cluster_p_cell(const analysis::Comparison& comparison);

/// An effect size with its interval and definition.
ComparisonColumn effect_size_column(const EffectSizeChoice& choice, const analysis::Settings& settings);

/// The row of a comparison: n alone, with a note, where the rest is withheld.
document::Row comparison_row(const analysis::Comparison& comparison, const std::vector<ComparisonColumn>& columns,
                             const analysis::Settings& settings);

}  // namespace ecpr::report
