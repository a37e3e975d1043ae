#include "ecpr/report/measures_table.hpp"

#include <fmt/format.h>

#include "column_of.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::report {

using analysis::Measure;
using document::Cell;
using document::ColumnKind;
using document::Digits;
using document::Label;
using document::Text;

namespace {

Cell share_cell(const Measure& measure, double confidence) {
  if (!measure.mark) return document::Empty{"no mark is set"};
  Cell cell(document::Percentage{measure.at_or_above ? *measure.at_or_above : 0, measure.n, measure.share_interval,
                                 confidence});
  cell.notes.push_back(Text("A score of ") + document::Number{*measure.mark, Digits::observed} + " or more.");
  return cell;
}

std::vector<ColumnOf<Measure>> columns_of(double confidence) {
  return {
      {{Label({}, {"Ratings with a score."}), ColumnKind::count},
       [](const Measure& measure) { return Cell(document::Count{measure.n}); }},
      {{{}, ColumnKind::mean_sd},
       [](const Measure& measure) {
         return Cell(document::MeanSd{measure.mean, measure.sd});
       }},
      {{{}, ColumnKind::median_range},
       [](const Measure& measure) {
         return Cell(document::MedianRange{measure.median, measure.minimum, measure.maximum});
       }},
      {{Label("At or above the mark", {"CI after Wilson (1927)."}), ColumnKind::percentage, confidence},
       [confidence](const Measure& measure) { return share_cell(measure, confidence); }},
      {{Label("Cronbach alpha", {"From the ratings with every item answered."}), ColumnKind::number},
       [](const Measure& measure) {
         return Cell(document::Number{measure.alpha, Digits::coefficient});
       }},
  };
}

/// "Possible scores 1 to 5; 3 items, scored when at least 2 are answered; 4 ratings were not scored."
Text scale_note(const Measure& measure) {
  Text note = Text("Possible scores ") + document::Number{measure.possible.lower, Digits::observed} + " to " +
              document::Number{measure.possible.upper, Digits::observed};
  if (measure.items > 1)
    note +=
        fmt::format("; {} items, scored when {} are answered", measure.items,
                    measure.minimum_answered >= measure.items ? std::string("all")
                                                              : fmt::format("at least {}", measure.minimum_answered));
  if (measure.not_scored > 0)
    note += "; " + counted(measure.not_scored, "rating", "ratings") + " with fewer not scored";
  return note + ".";
}

}  // namespace

Blocks measures_table(const analysis::Analysis& analysis, const ReportOptions&) {
  if (analysis.measures.empty()) return {};
  const auto columns = columns_of(analysis.settings.confidence);
  document::Table table;
  table.caption = "Measures taken once";
  table.row_header = "Measure";
  table.columns = headers(columns);
  for (const Measure& measure : analysis.measures)
    table.rows.push_back({Label(measure.label, {scale_note(measure)}), cells(columns, measure), 0, false});
  return {std::move(table)};
}

}  // namespace ecpr::report
