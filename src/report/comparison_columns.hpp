// The columns of every table of comparisons, as a list.
#pragma once

#include <functional>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// One column: its header and how a comparison fills it.
struct ComparisonColumn {
  document::Column column;
  std::function<document::Cell(const analysis::Comparison&)> cell;
};

/// n, pre, post, change, test, P, adjusted P (unless P values are not adjusted), effect sizes, correlation.
/// `adjustment` is the footnote of the adjusted P.
std::vector<ComparisonColumn> comparison_columns(const analysis::Settings& settings, const document::Text& adjustment);

/// The row of a comparison: n alone, with a note, where the rest is withheld.
document::Row comparison_row(const analysis::Comparison& comparison, const std::vector<ComparisonColumn>& columns,
                             const analysis::Settings& settings);

}  // namespace ecpr::report
