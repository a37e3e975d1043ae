// Outcomes as rows of tables.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// The outcomes that are single items, or those that are none: their places, in order.
std::vector<std::size_t> outcomes_of(const analysis::Analysis& analysis, bool single_items);

/// The label of an outcome's row, indented where it is a subscale; a note where lower scores are better.
document::Row outcome_row(const analysis::Outcome& outcome);

/// "title (N=151)", of so many people.
document::Text caption(std::string_view title, std::size_t people, const ReportOptions& options);

/// The same of all matched people.
document::Text caption(const analysis::Analysis& analysis, const ReportOptions& options, std::string_view title);

/// "All participants", with a note when some of them are in no group.
document::Label all_participants(const analysis::Analysis& analysis);

/// The cells of the row of `group` (empty: all participants).
using GroupCells = std::function<std::vector<document::Cell>(std::optional<std::size_t> group)>;

/// A row per group, all participants last, indented under the row before.
void add_group_rows(document::Table& table, const analysis::Analysis& analysis, const GroupCells& cells);

}  // namespace ecpr::report
