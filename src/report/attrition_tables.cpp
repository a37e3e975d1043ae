#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "column_of.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "outcome_rows.hpp"
#include "supplement_tables.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using document::Cell;
using document::ColumnKind;
using document::Label;
using document::Table;
using document::Text;

namespace {

/// One outcome: who was lost, and the change with them.
struct Lost {
  const analysis::Attrition& attrition;
  const analysis::Supplement& supplement;
};

/// A cell that a withheld row does not show.
template <class Show>
ColumnOf<Lost> shown_column(document::Column column, Show show) {
  return {std::move(column), [show](const Lost& of) {
            return of.attrition.withheld ? Cell(document::Empty{"too few people to be shown"}) : Cell(show(of));
          }};
}

std::vector<ColumnOf<Lost>> lost_columns(double confidence) {
  using document::MeanSd, document::Number;
  const Text matched = "People with a score before and after.", lost = "People with a score before and none after.";
  const Text smd = "Standardized mean difference: lost minus matched, divided by the pooled SD (Cohen 1988).";
  const Text likelihood =
      "Mean change by maximum likelihood for a bivariate normal distribution, from everybody with a score before or "
      "after: unbiased where scores are missing at random (Little and Rubin 2020); CI from the t distribution with as "
      "many "
      "degrees of freedom as there are pairs, minus 1.";
  return {
      {{Label({}, {matched}), ColumnKind::count},
       [](const Lost& of) { return Cell(document::Count{of.attrition.test.n_matched}); }},
      shown_column({{}, ColumnKind::mean_sd},
                   [](const Lost& of) {
                     return MeanSd{of.attrition.test.matched_mean, of.attrition.test.matched_sd};
                   }),
      {{Label({}, {lost}), ColumnKind::count},
       [](const Lost& of) { return Cell(document::Count{of.attrition.test.n_lost}); }},
      shown_column({{}, ColumnKind::mean_sd},
                   [](const Lost& of) {
                     return MeanSd{of.attrition.test.lost_mean, of.attrition.test.lost_sd};
                   }),
      shown_column({Label("SMD", {smd}), ColumnKind::number},
                   [](const Lost& of) { return Number{of.attrition.test.smd}; }),
      shown_column({Label({}, {"Two-tailed t test for unequal variances (Welch 1947)."}), ColumnKind::test},
                   [](const Lost& of) {
                     return document::TestStatistic{"t", of.attrition.test.t, of.attrition.test.degrees_of_freedom};
                   }),
      shown_column({{}, ColumnKind::p_value}, [](const Lost& of) { return document::PValue{of.attrition.test.p}; }),
      {{Label("If lost at random", {likelihood}), ColumnKind::estimate, confidence},
       [confidence](const Lost& of) {
         const auto& change = of.supplement.likelihood;
         return Cell(document::Estimate{change.mean_change, change.interval, {}, confidence});
       }},
      {{Label("If unchanged", {"The mean change had nobody changed who was lost."}), ColumnKind::number},
       [](const Lost& of) { return Cell(Number{of.supplement.no_change_for_lost}); }},
  };
}

bool somebody_was_lost(const Analysis& analysis) {
  return std::any_of(analysis.attrition.begin(), analysis.attrition.end(),
                     [](const auto& attrition) { return attrition.test.n_lost > 0; });
}

}  // namespace

namespace {

/// "Left out", with the reasons as its note: "... 3 (withdrew) and 2 (staff)."
Label left_out_header(const analysis::Participants& people) {
  std::vector<std::string> reasons;
  for (const auto& excluded : people.exclusions)
    reasons.push_back(with_thousands(excluded.people) + " (" + excluded.reason + ")");
  return {"Left out", {"By the list of people to exclude, and in no other column: " + listed(reasons) + "."}};
}

/// People of a group who were left out; of all without one.
std::size_t left_out(const analysis::Participants& people, std::optional<std::size_t> group) {
  if (!group) return people.excluded;
  std::size_t count = 0;
  for (const auto& excluded : people.exclusions) count += excluded.by_group[*group];
  return count;
}

}  // namespace

Table retention_table(const Analysis& analysis, const ReportOptions& options) {
  Table table;
  if (analysis.groups.empty()) return table;
  const auto& people = analysis.participants;
  table.caption = caption("Who answered, by group", people.matched + people.pre_only + people.post_only, options);
  table.row_header = Text(analysis.group_column);
  table.columns = {{"Before", ColumnKind::count},
                   {"After", ColumnKind::count},
                   {Label("Both times", {"Per cent of those who answered before."}), ColumnKind::share},
                   {"Before only", ColumnKind::count},
                   {"After only", ColumnKind::count}};
  const bool any_left_out = people.excluded > 0;
  if (any_left_out) table.columns.push_back({left_out_header(people), ColumnKind::count});
  const auto add = [&](Label label, const analysis::GroupCount& of, std::optional<std::size_t> group) {
    using document::Count;
    document::Row row{std::move(label),
                      {Count{of.pre}, Count{of.post}, document::Share{of.matched, of.pre}, Count{of.pre - of.matched},
                       Count{of.post - of.matched}}};
    if (any_left_out) row.cells.emplace_back(Count{left_out(people, group)});
    table.rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < analysis.group_counts.size(); ++i)
    add(Label(analysis.group_counts[i].label), analysis.group_counts[i], i);
  add(all_participants(analysis), {"", people.pre, people.post, people.matched}, {});
  return table;
}

Table attrition_table(const Analysis& analysis, const ReportOptions& options) {
  Table table;
  if (!somebody_was_lost(analysis)) return table;
  const auto columns = lost_columns(analysis.settings.confidence);
  table.caption = caption("Who was lost, by score before", analysis.participants.pre, options);
  table.row_header = "Outcome";
  table.columns = headers(columns);
  table.header_groups = {{"Matched", 0, 2}, {"Lost", 2, 2}, {"Difference", 4, 3}, {"Mean change with the lost", 7, 2}};
  table.abbreviations = {{"SMD", "standardized mean difference"}};
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    document::Row row = outcome_row(analysis.outcomes[i]);
    row.cells = cells(columns, Lost{analysis.attrition[analysis.place(i, {})], analysis.comparison(i, {}).supplement});
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace ecpr::report
