#include "ecpr/report/change_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comparison_columns.hpp"
#include "ecpr/analysis/verdict.hpp"
#include "ecpr/base/text.hpp"
#include "outcome_notes.hpp"
#include "outcome_rows.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Comparison;
using analysis::Family;
using document::Label;
using document::Row;
using document::Table;
using document::Text;

namespace {

std::size_t tested(const Analysis& analysis, Family family) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    count += family_of(analysis.outcomes[i]) == family && analysis::is_tested(analysis.comparison(i, {}));
  }
  return count;
}

/// Empty when none was tested.
std::string family_sizes(const Analysis& analysis) {
  const std::size_t outcomes = tested(analysis, Family::main), subscales = tested(analysis, Family::subscales);
  if (outcomes + subscales == 0) return {};
  const std::string main = counted(outcomes, "outcome", "outcomes");
  if (subscales == 0) return main;
  return fmt::format("{} (not indented) and, separately, {} (indented)", main,
                     counted(subscales, "subscale", "subscales"));
}

Table comparison_table(const Analysis& analysis, const ReportOptions& options, std::string_view title,
                       const std::vector<ComparisonColumn>& columns) {
  Table table;
  table.caption = caption(analysis, options, title);
  table.row_header = "Outcome";
  for (const ComparisonColumn& column : columns) table.columns.push_back(column.column);
  table.header_groups = comparison_header_groups(analysis.settings);
  return table;
}

void prepend(std::vector<Text>& notes, std::vector<Text> first) {
  notes.insert(notes.begin(), std::make_move_iterator(first.begin()), std::make_move_iterator(first.end()));
}

/// Outcomes as rows, all participants.
Table overall_table(const Analysis& analysis, const ReportOptions& options, std::string_view title,
                    const std::string& families, bool single_items) {
  const Text adjustment = families.empty()
                              ? Text("Nothing could be tested.")
                              : adjustment_name(analysis.settings.adjust) + " adjustment over " + families + ".";
  const auto columns = comparison_columns(analysis.settings, adjustment);
  Table table = comparison_table(analysis, options, title, columns);
  const auto places = outcomes_of(analysis, single_items);
  for (const std::size_t place : places) {
    const analysis::Outcome& outcome = analysis.outcomes[place];
    Row row = comparison_row(analysis.comparison(place, {}), columns, analysis.settings);
    row.label.text = outcome.label;
    row.indent = outcome.indented ? 1 : 0;
    prepend(row.label.notes, outcome_notes(outcome));
    table.rows.push_back(std::move(row));
  }
  if (const Text note = prorated_note(analysis, places); !note.empty()) table.notes.push_back(note);
  return table;
}

void add_compared_groups(Table& table, const Analysis& analysis, std::size_t outcome,
                         const std::vector<ComparisonColumn>& columns) {
  const int indent = table.rows.back().indent + 1;
  for (std::size_t group = 0; group <= analysis.groups.size(); ++group) {
    const bool is_all = group == analysis.groups.size();
    const auto wanted = is_all ? std::nullopt : std::optional(group);
    Row row = comparison_row(analysis.comparison(outcome, wanted), columns, analysis.settings);
    const Label label = is_all ? all_participants(analysis) : Label(analysis.groups[group]);
    row.label.text = label.text;
    prepend(row.label.notes, label.notes);
    row.indent = indent;
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Blocks changes_table(const Analysis& analysis, const ReportOptions& options) {
  Table table = overall_table(analysis, options, "Pre-post changes in outcomes", family_sizes(analysis), false);
  if (table.rows.empty()) return {};
  return {std::move(table)};
}

Blocks groups_table(const Analysis& analysis, const ReportOptions& options) {
  const auto places = outcomes_of(analysis, false);
  if (analysis.groups.empty() || places.empty()) return {};
  const bool subscales = std::any_of(places.begin(), places.end(), [&](std::size_t i) {
    return family_of(analysis.outcomes[i]) == Family::subscales;
  });
  const Text adjustment = adjustment_name(analysis.settings.adjust) +
                          " adjustment within each group, over the outcomes" +
                          (subscales ? " that are not indented and, separately, over the indented subscales." : ".");
  const auto columns = comparison_columns(analysis.settings, adjustment);
  Table table = comparison_table(analysis, options, "Pre-post changes in outcomes by group", columns);
  table.row_header = "Outcome and group";
  for (const std::size_t place : places) {
    table.rows.push_back(outcome_row(analysis.outcomes[place]));
    table.rows.back().spanning = true;
    add_compared_groups(table, analysis, place, columns);
  }
  return {std::move(table)};
}

Blocks items_table(const Analysis& analysis, const ReportOptions& options) {
  const std::size_t items = tested(analysis, Family::items);
  const std::string families = items == 0 ? "" : counted(items, "single item", "single items");
  Table table = overall_table(analysis, options, "Pre-post changes in single items", families, true);
  if (table.rows.empty()) return {};
  return {std::move(table)};
}

}  // namespace ecpr::report
