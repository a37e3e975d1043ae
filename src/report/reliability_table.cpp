#include "ecpr/report/reliability_table.hpp"

#include <algorithm>

#include "column_of.hpp"
#include "outcome_rows.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Reliability;
using document::Cell;
using document::Column;
using document::ColumnKind;
using document::Digits;
using document::Label;
using document::Row;
using document::Table;
using document::Text;

namespace {

bool has_omega(const Reliability& reliability) {
  return reliability.omega_total || !reliability.omega_total.reason().empty();
}

std::vector<ColumnOf<Reliability>> wave_columns(const Analysis& analysis) {
  const double confidence = analysis.settings.confidence;
  const Text complete = "People who answered every item in that wave, matched or not.";
  std::vector<ColumnOf<Reliability>> columns = {
      {{Label({}, {complete}), ColumnKind::count}, [](const Reliability& r) { return Cell(document::Count{r.n}); }},
      {{Label("Cronbach alpha", {"CI after Feldt (1965)."}), ColumnKind::estimate, confidence},
       [confidence](const Reliability& r) {
         return Cell(document::Estimate{r.alpha, r.alpha_interval, Digits::coefficient, confidence});
       }},
  };
  if (std::any_of(analysis.reliability.begin(), analysis.reliability.end(), has_omega)) {
    columns.push_back(
        {{Label("Omega total",
                {"McDonald omega of one factor, by maximum likelihood on the covariances (McDonald 1999)."}),
          ColumnKind::number},
         [](const Reliability& r) {
           return Cell(document::Number{r.omega_total, Digits::coefficient});
         }});
  }
  return columns;
}

/// What one row needs: both waves of one outcome.
struct Waves {
  const Reliability* pre = nullptr;
  const Reliability* post = nullptr;
};

Waves waves_of(const Analysis& analysis, std::size_t outcome) {
  Waves waves;
  for (const Reliability& reliability : analysis.reliability) {
    if (reliability.outcome != outcome || reliability.group) continue;
    (reliability.post ? waves.post : waves.pre) = &reliability;
  }
  return waves;
}

void add_cells(Row& row, const Reliability* reliability, const std::vector<ColumnOf<Reliability>>& columns) {
  for (const auto& column : columns) {
    row.cells.push_back(reliability ? column.cell(*reliability) : Cell(document::Empty{}));
  }
}

bool goes_against_others(const Reliability* reliability) {
  return reliability && reliability->smallest_item_rest && *reliability->smallest_item_rest < 0;
}

void add_rows(Table& table, const Analysis& analysis, const std::vector<ColumnOf<Reliability>>& columns) {
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const Waves waves = waves_of(analysis, i);
    if (!waves.pre && !waves.post) continue;
    const analysis::Outcome& outcome = analysis.outcomes[i];
    Row row{
        outcome.label, {document::Count{(waves.pre ? waves.pre : waves.post)->items}}, outcome.indented ? 1 : 0, false};
    if (goes_against_others(waves.pre) || goes_against_others(waves.post))
      row.label.notes.emplace_back(
          "An item goes against the others (item-rest correlation below 0): a forgotten reversal?");
    add_cells(row, waves.pre, columns);
    add_cells(row, waves.post, columns);
    row.cells.emplace_back(document::Number{analysis.comparison(i, {}).test.correlation, Digits::coefficient});
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

Blocks reliability_table(const Analysis& analysis, const ReportOptions& options) {
  const std::vector<ColumnOf<Reliability>> columns = wave_columns(analysis);
  Table table;
  const analysis::Participants& people = analysis.participants;
  table.caption = caption("Reliability of the scales among all who answered",
                          people.matched + people.pre_only + people.post_only, options);
  table.row_header = "Scale";
  table.columns.push_back({"Items", ColumnKind::count});
  for (int wave = 0; wave < 2; ++wave) {
    for (const auto& column : columns) table.columns.push_back(column.column);
  }
  table.columns.push_back(
      {Label(Text(document::italic("r")) + " pre-post",
             {"Pearson correlation between the waves; no retest reliability, as an intervention lies between them."}),
       ColumnKind::number});
  table.header_groups = {{"Pre", 1, columns.size()}, {"Post", 1 + columns.size(), columns.size()}};
  add_rows(table, analysis, columns);
  if (table.rows.empty()) return {};
  return {std::move(table)};
}

}  // namespace ecpr::report
