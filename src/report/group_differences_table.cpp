#include "ecpr/report/group_differences_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "column_of.hpp"
#include "ecpr/base/text.hpp"
#include "outcome_rows.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::GroupDifferences;
using document::Cell;
using document::ColumnKind;
using document::Label;
using document::Table;
using document::Text;
using statistics::FTest;

namespace {

Cell f_cell(const FTest& test) {
  document::TestStatistic cell{"F", test.f, test.numerator_degrees_of_freedom};
  if (test.denominator_degrees_of_freedom) cell.second_degrees_of_freedom = *test.denominator_degrees_of_freedom;
  return Cell(cell);
}

Cell p_cell(const FTest& test) { return Cell(document::PValue{test.p, test.log10_p}); }

const Cell blank{Text()};

/// The tests of an outcome; the cells of adjusted means are blank.
std::vector<ColumnOf<GroupDifferences>> test_columns(const analysis::Settings& settings) {
  const Text f = document::italic("F");
  return {
      {{Label({}, {"People with a score at both waves."}), ColumnKind::count},
       [](const GroupDifferences&) { return blank; }},
      {{Label("Observed", {"Post minus pre."}), ColumnKind::number}, [](const GroupDifferences&) { return blank; }},
      {{Label(f, {"One-way analysis of variance of the changes, the group by time test of a mixed analysis of variance "
                  "with two waves (Maxwell et al 2018)."}),
        ColumnKind::test},
       [](const GroupDifferences& of) { return f_cell(of.test.change.fisher); }},
      {{{}, ColumnKind::p_value}, [](const GroupDifferences& of) { return p_cell(of.test.change.fisher); }},
      {{Label("Welch", {"Analysis of variance of the changes for unequal variances (Welch 1951)."}),
        ColumnKind::p_value},
       [](const GroupDifferences& of) { return p_cell(of.test.change.welch); }},
      {{Label(
            f,
            {"Analysis of covariance: post scores by group at equal pre scores, with one slope (Maxwell et al 2018)."}),
        ColumnKind::test},
       [](const GroupDifferences& of) { return f_cell(of.test.ancova.group); }},
      {{{}, ColumnKind::p_value}, [](const GroupDifferences& of) { return p_cell(of.test.ancova.group); }},
      {{Label(
            "Adjusted post mean",
            {"What the mean post score would be if the mean pre score of the group were that of all groups compared."}),
        ColumnKind::estimate, settings.confidence},
       [](const GroupDifferences&) { return blank; }},
  };
}

/// "Peers \u2212 Clinicians, 1.22 (P=.03)": contrasts whose adjusted P is below alpha.
std::vector<Text> clear_contrasts(const Analysis& analysis, const statistics::AnalysisOfCovariance& ancova) {
  constexpr std::size_t most = 10;
  std::vector<Text> parts;
  std::size_t more = 0;
  for (const auto& contrast : ancova.contrasts) {
    const bool clear =
        contrast.p_adjusted ? *contrast.p_adjusted < analysis.settings.alpha : contrast.log10_p.has_value();
    if (!clear) continue;
    if (parts.size() == most) {
      ++more;
      continue;
    }
    parts.push_back(Text(analysis.groups[contrast.group_a] + " \u2212 " + analysis.groups[contrast.group_b] + ", ") +
                    document::Number{contrast.difference} + " (" +
                    document::PValue{contrast.p_adjusted, contrast.log10_p} + ")");
  }
  if (more > 0) parts.emplace_back(fmt::format("{} more", more));
  return parts;
}

Text left_out_note(const Analysis& analysis, const std::vector<std::size_t>& left_out) {
  std::vector<std::string> names;
  for (const std::size_t group : left_out) names.push_back(analysis.groups[group]);
  const std::size_t fewest = std::max<std::size_t>(2, analysis.settings.min_cell);
  return fmt::format("Left out, with fewer than {} pairs: {}.", fewest, listed(names));
}

std::vector<Text> notes_of(const Analysis& analysis, const GroupDifferences& of) {
  std::vector<Text> notes;
  if (!of.test.left_out.empty()) notes.push_back(left_out_note(analysis, of.test.left_out));
  for (const std::string& note : of.notes) notes.push_back(as_sentence(note));
  const auto contrasts = clear_contrasts(analysis, of.test.ancova);
  if (!contrasts.empty())
    notes.push_back(Text("Adjusted means that differ, with P values adjusted after Holm over all pairs of groups: ") +
                    joined(contrasts, "; ", "; ") + ".");
  return notes;
}

void add_adjusted_means(Table& table, const Analysis& analysis, const GroupDifferences& of) {
  const int indent = table.rows.back().indent + 1;
  for (const auto& mean : of.test.ancova.adjusted_means) {
    std::vector<Cell> cells(table.columns.size(), blank);
    const statistics::PairedTTest& test = analysis.comparison(of.outcome, mean.group).test;
    cells[0] = document::Count{test.n};
    cells[1] = document::Number{test.mean_change};
    cells.back() = document::Estimate{mean.mean, mean.interval, {}, analysis.settings.confidence};
    table.rows.push_back({Label(analysis.groups[mean.group]), std::move(cells), indent, false});
  }
}

}  // namespace

Blocks group_differences_table(const Analysis& analysis, const ReportOptions& options) {
  if (analysis.group_differences.empty()) return {};
  const auto columns = test_columns(analysis.settings);
  Table table;
  table.caption = caption(analysis, options, "Groups against each other");
  table.row_header = "Outcome and group";
  table.columns = headers(columns);
  table.header_groups = {{"Mean change", 1, 4}, {"Post scores at equal pre scores", 5, 3}};
  for (const std::size_t place : outcomes_of(analysis, false)) {
    const GroupDifferences& of = analysis.group_differences[place];
    document::Row row = outcome_row(analysis.outcomes[place]);
    row.cells = cells(columns, of);
    for (Text& note : notes_of(analysis, of)) row.label.notes.push_back(std::move(note));
    table.rows.push_back(std::move(row));
    add_adjusted_means(table, analysis, of);
  }
  if (table.rows.empty()) return {};
  table.notes = {
      "P values of this table are not adjusted over the outcomes. People were not assigned to the groups by chance, "
      "so that a difference may have other causes than the group."};
  return {std::move(table)};
}

}  // namespace ecpr::report
