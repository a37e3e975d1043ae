#include <fmt/format.h>

#include <algorithm>

#include "column_of.hpp"
#include "outcome_rows.hpp"
#include "supplement_tables.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::ReliableChange;
using document::Cell;
using document::ColumnKind;
using document::Digits;
using document::Label;
using document::Table;
using document::Text;

namespace {

using statistics::ChangeCounts;

const Cell blank{Text()};

/// "34 (22.5)" of the pairs, or why not.
Cell share_cell(const ReliableChange& change, const Defined<ChangeCounts>& counts, std::size_t ChangeCounts::*kind) {
  if (change.withheld) return document::Empty{"fewer pairs than a group needs to be shown"};
  if (!counts) return document::Empty{counts.reason()};
  return document::Share{(*counts).*kind, change.n};
}

ColumnOf<ReliableChange> count_column(const char* header, std::size_t ChangeCounts::*kind) {
  return {{header, ColumnKind::share},
          [kind](const ReliableChange& change) { return share_cell(change, change.counts, kind); }};
}

/// What the counts rest on: the same in every group, so that it stands in the outcome's row.
std::vector<ColumnOf<ReliableChange>> basis_columns() {
  const Text threshold =
      "A change is reliable beyond 1.96 times the square root of 2, times the SD before, times the square root of 1 "
      "minus the reliability (Jacobson and Truax 1991). SD and reliability are those of all participants, the SD "
      "from those with a score at both waves.";
  return {
      {{"Reliability", ColumnKind::number},
       [](const ReliableChange& change) {
         Cell cell(document::Number{change.reliability, Digits::coefficient});
         const bool stated = change.source == analysis::ReliabilitySource::study_file;
         if (change.reliability)
           cell.notes.emplace_back(stated ? "As stated in the study file."
                                          : "Cronbach alpha of everybody who answered before.");
         return cell;
       }},
      {{Label("Least reliable change", {threshold}), ColumnKind::number},
       [](const ReliableChange& change) { return Cell(document::Number{change.threshold}); }},
  };
}

std::vector<ColumnOf<ReliableChange>> count_columns(const Analysis& analysis) {
  std::vector<ColumnOf<ReliableChange>> columns = {
      {{{}, ColumnKind::count}, [](const ReliableChange& change) { return Cell(document::Count{change.n}); }},
      count_column("Improved", &ChangeCounts::improved),
      count_column("Unchanged", &ChangeCounts::unchanged),
      count_column("Deteriorated", &ChangeCounts::deteriorated),
  };
  const auto& all = analysis.reliable_change;
  if (std::any_of(all.begin(), all.end(), [](const auto& change) { return change.minimal_important_change; })) {
    columns.push_back(
        {{Label("Improved by an important change", {"At least the minimal important change."}), ColumnKind::share},
         [](const ReliableChange& change) {
           if (!change.minimal_important_change) return blank;
           return share_cell(change, change.important, &ChangeCounts::improved);
         }});
  }
  return columns;
}

void append(std::vector<Cell>& row, std::vector<Cell> more) {
  std::move(more.begin(), more.end(), std::back_inserter(row));
}

document::Row basis_row(const Analysis& analysis, const ReliableChange& all) {
  document::Row row = outcome_row(analysis.outcomes[all.outcome]);
  if (all.minimal_important_change)
    row.label.notes.push_back(Text("Minimal important change: ") +
                              document::Number{*all.minimal_important_change, Digits::observed} + " points (" +
                              all.important_change_source + ").");
  row.cells = cells(basis_columns(), all);
  return row;
}

/// The outcome's row; with groups, their rows and that of all participants under it.
void add_outcome(Table& table, const Analysis& analysis, std::size_t outcome) {
  const auto counts = count_columns(analysis);
  const auto of = [&](std::optional<std::size_t> group) -> const ReliableChange& {
    return analysis.reliable_change[analysis.place(outcome, group)];
  };
  document::Row row = basis_row(analysis, of({}));
  const bool by_group = !analysis.groups.empty() && of({}).threshold.has_value();
  append(row.cells, by_group ? std::vector<Cell>(counts.size(), blank) : cells(counts, of({})));
  table.rows.push_back(std::move(row));
  if (!by_group) return;
  add_group_rows(table, analysis, [&](std::optional<std::size_t> group) {
    std::vector<Cell> row_cells(basis_columns().size(), blank);
    append(row_cells, cells(counts, of(group)));
    return row_cells;
  });
}

}  // namespace

Table reliable_change_table(const Analysis& analysis, const ReportOptions& options) {
  Table table;
  const auto says_something = [](const ReliableChange& change) { return change.threshold || change.important; };
  if (std::none_of(analysis.reliable_change.begin(), analysis.reliable_change.end(), says_something)) return table;
  table.caption = caption(analysis, options, "Reliable change");
  table.row_header = analysis.groups.empty() ? "Outcome" : "Outcome and group";
  table.columns = headers(basis_columns());
  for (const auto& column : count_columns(analysis)) table.columns.push_back(column.column);
  for (const std::size_t outcome : outcomes_of(analysis, false)) add_outcome(table, analysis, outcome);
  return table;
}

}  // namespace ecpr::report
