// Tables of the supplement: a row of all participants per outcome.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "column_of.hpp"
#include "ecpr/analysis/analysis.hpp"
#include "outcome_rows.hpp"

namespace ecpr::report {

using ComparisonColumns = std::vector<ColumnOf<analysis::Comparison>>;

inline void append(ComparisonColumns& columns, ComparisonColumns more) {
  std::move(more.begin(), more.end(), std::back_inserter(columns));
}

/// A table with a row for every outcome whose comparison of all participants is `wanted`.
template <class Wanted>
document::Table outcome_table(const analysis::Analysis& analysis, document::Text caption,
                              const ComparisonColumns& columns, Wanted wanted) {
  document::Table table;
  table.caption = std::move(caption);
  table.row_header = "Outcome";
  table.columns = headers(columns);
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const analysis::Comparison& all = analysis.comparison(i, {});
    if (!wanted(all)) continue;
    document::Row row = outcome_row(analysis.outcomes[i]);
    row.cells = cells(columns, all);
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// The same for all outcomes.
inline document::Table outcome_table(const analysis::Analysis& analysis, document::Text caption,
                                     const ComparisonColumns& columns) {
  return outcome_table(analysis, std::move(caption), columns, [](const analysis::Comparison&) { return true; });
}

/// A column of a part of the supplement that was asked for; an em dash where there is none.
template <class Part, class Show>
ColumnOf<analysis::Comparison> requested_column(document::Column column,
                                                std::optional<Part> analysis::Supplement::*part, Show show) {
  return {std::move(column), [part, show](const analysis::Comparison& comparison) {
            const auto& found = comparison.supplement.*part;
            return found ? show(*found) : document::Cell(document::Empty{});
          }};
}

}  // namespace ecpr::report
