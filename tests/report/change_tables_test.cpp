#include "ecpr/report/change_tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using instruments::Direction;

namespace {

const Change change{149, 1.58, {0.70, 2.46}, 4.06, 0.003, 1.28, 0.01};
const std::string cells =
    "10.00 (2.00) | 11.58 (2.50) | 1.58 (0.70 to 2.46) | 4.06 (148) | .003 | .01 | 1.28 (1.03 to 1.53) | 0.63";
const std::string raw_cells =
    "10.00 (2.00) | 11.58 (2.50) | 1.58 (0.70 to 2.46) | 4.06 (148) | .003 | 1.28 (1.03 to 1.53) | 0.63";

using Builder = report::Blocks (*)(const analysis::Analysis&, const report::ReportOptions&);

std::vector<std::string> table_of(Builder build, const analysis::Analysis& study,
                                  const document::NumberStyle& style = document::jmir()) {
  report::ReportOptions options;
  options.style = style;
  return lines_of(build(study, options), style);
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

analysis::Analysis one_outcome(analysis::Outcome outcome) {
  analysis::Analysis study = study_without_results();
  add_outcome(study, std::move(outcome), {comparison_of(change)});
  return study;
}

}  // namespace

TEST_CASE("table 2 has every column, footnote and abbreviation") {
  const std::vector<std::string> expected = {
      "Pre-post changes in outcomes (N=151).",
      "Outcome | n(a) | Pre, mean (SD) | Post, mean (SD) | Mean change (95% CI)(b) | t test (df)(c) | P value | "
      "Adjusted "
      "P value(d) | Cohen d_z (95% CI)(e) | r pre-post(f)",
      "Loneliness(g,h) | 149 | " + cells,
      "(a) People with a score at both waves; every number of the row comes from them.",
      "(b) Post minus pre; CI from the t distribution.",
      "(c) Two-tailed paired t test.",
      "(d) Holm adjustment over 1 outcome.",
      "(e) Cohen d_z: mean change divided by the SD of the changes; CI from the noncentral t distribution.",
      "(f) Pearson correlation between the waves; no retest reliability, as an intervention lies between them.",
      "(g) Loneliness Scale, 8 to 48; scored when at least 7 of 8 items are answered, prorated.",
      "(h) Lower scores are better, so a negative change is an improvement.",
      "CI: confidence interval; df: degrees of freedom; SD: standard deviation.",
  };
  const auto lines =
      table_of(report::changes_table, one_outcome(scale("ucla3", "Loneliness", Direction::lower_is_better)));
  CHECK(page(lines) == page(expected));
}

TEST_CASE("without adjustment there is no adjusted column, and a footnote says so") {
  analysis::Analysis study = one_outcome(score("x", "Pulse"));
  study.settings.adjust = Adjustment::none;
  const auto lines = table_of(report::changes_table, study);
  CHECK(lines.at(1) ==
        "Outcome | n(a) | Pre, mean (SD) | Post, mean (SD) | Mean change (95% CI)(b) | t test (df)(c) | P value(d) | "
        "Cohen d_z (95% CI)(e) | r pre-post(f)");
  CHECK(lines.at(2) == "Pulse | 149 | " + raw_cells);
  CHECK(has(lines, "(d) Not adjusted for multiple comparisons."));
}

TEST_CASE("the adjustment names its method and its families") {
  analysis::Analysis study = one_outcome(scale("aels11", "Listening"));
  analysis::Outcome subscale = scale("aels11.sensing", "Sensing");
  subscale.indented = true;
  add_outcome(study, subscale, {comparison_of(change)});
  add_outcome(study, score("x", "Pulse"), {comparison_of(change)});
  add_outcome(study, score("y", "Untested"), {undefined_comparison(1, "fewer than 2 pairs")});
  add_outcome(study, single_item("i", "Share emotions"), {comparison_of(change)});
  study.settings.adjust = Adjustment::benjamini_hochberg;
  const auto lines = table_of(report::changes_table, study);
  CHECK(has(lines,
            "(d) Benjamini-Hochberg adjustment over 2 outcomes (not indented) and, separately, 1 subscale "
            "(indented)."));
  CHECK(lines.at(3).starts_with("  Sensing("));
  study.settings.adjust = Adjustment::bonferroni;
  CHECK(has(table_of(report::items_table, study), "(d) Bonferroni adjustment over 1 single item."));
}

TEST_CASE("every effect size has its column and its definition") {
  analysis::Analysis study = one_outcome(score("x", "Pulse"));
  study.settings.effect_sizes = {"d_z", "d_av", "d_rm", "d_pre", "g_z", "g_av"};
  study.settings.confidence = 0.9;
  const auto lines = table_of(report::changes_table, study);
  CHECK(
      lines.at(1).ends_with("Cohen d_z (90% CI)(e) | Cohen d_av (90% CI)(f) | Cohen d_rm (90% CI)(g) | Cohen d_pre "
                            "(90% CI)(h) | Hedges g_z (90% CI)(i) | Hedges g_av (90% CI)(j) | r pre-post(k)"));
  CHECK(lines.at(2).ends_with(
      "1.28 (1.03 to 1.53) | 1.29 (1.04 to 1.54) | 1.30 (1.05 to 1.55) | 1.31 (1.06 to 1.56) | 1.32 (1.07 to 1.57) | "
      "1.33 (1.08 to 1.58) | 0.63"));
  CHECK(has(lines,
            "(f) Cohen d_av: mean change divided by the root mean square of the pre and post SDs; CI after Algina "
            "and Keselman (2003)."));
  CHECK(has(lines,
            "(g) Cohen d_rm: mean change divided by the SD of the changes, times the square root of "
            "2(1\u2212r), with r the pre-post correlation; CI from the noncentral t distribution, times the same "
            "factor."));
  CHECK(has(lines, "(h) Cohen d_pre: mean change divided by the pre SD; CI after Bonett (2008)."));
  CHECK(has(lines,
            "(i) Hedges g_z: mean change divided by the SD of the changes, times the exact small-sample "
            "correction J with n\u22121 degrees of freedom; CI from the noncentral t distribution, without J."));
  CHECK(has(lines,
            "(j) Hedges g_av: mean change divided by the root mean square of the pre and post SDs, times the "
            "exact small-sample correction J with n\u22121 degrees of freedom; CI after Algina and Keselman "
            "(2003), without J."));
  study.settings.average_interval = statistics::AverageInterval::bonett;
  const auto bonett = table_of(report::changes_table, study);
  CHECK(has(bonett,
            "(f) Cohen d_av: mean change divided by the root mean square of the pre and post SDs; CI after "
            "Bonett (2008)."));
  CHECK(has(bonett, lines.at(7)));
}

TEST_CASE("footnotes of outcomes say how they were scored") {
  const auto note = [](const analysis::Outcome& outcome) {
    const auto lines = table_of(report::changes_table, one_outcome(outcome));
    return lines.size() == 11 ? lines.at(9) : "no footnote";
  };
  analysis::Outcome outcome = scale("ucla3", "Loneliness");
  outcome.minimum_answered = 8;
  CHECK(note(outcome) == "(g) Loneliness Scale, 8 to 48; scored when all 8 items are answered.");
  outcome.minimum_answered = 6;
  outcome.prorated = false;
  CHECK(note(outcome) ==
        "(g) Loneliness Scale, 8 to 48; scored when at least 6 of 8 items are answered, not prorated.");
  outcome.title = outcome.label;
  CHECK(note(outcome) == "(g) Possible scores 8 to 48; scored when at least 6 of 8 items are answered, not prorated.");
  outcome.possible = {};
  CHECK(note(outcome) == "(g) Scored when at least 6 of 8 items are answered, not prorated.");
  outcome = score("x", "Pulse");
  outcome.notes = {"the coding is assumed: 1 = hardly ever"};
  CHECK(note(outcome) == "(g) The coding is assumed: 1 = hardly ever.");
}

TEST_CASE("prorated people are counted under the table") {
  analysis::Analysis study = one_outcome(scale("a", "Hope"));
  add_outcome(study, scale("b", "Flourishing"), {comparison_of(change)});
  add_outcome(study, scale("c", "Mindfulness"), {comparison_of(change)});
  study.comparisons[0].prorated = 1;
  study.comparisons[2].prorated = 12;
  CHECK(has(table_of(report::changes_table, study),
            "Scores prorated from incomplete forms, before or after: Hope, 1 person; Mindfulness, 12 people."));
}

TEST_CASE("notes of a comparison hang on its row; undefined numbers are dashes with their reason") {
  analysis::Analysis study = study_without_results();
  analysis::Comparison none = undefined_comparison(1, "fewer than 2 pairs");
  none.notes = {"not scored: another coding is suspected"};
  add_outcome(study, score("x", "Pulse"), {none});
  const auto lines = table_of(report::changes_table, study);
  const std::string dash = " | \u2014(h)";
  CHECK(lines.at(2) == "Pulse(g) | 1" + dash + dash + dash + dash + dash + dash + dash + dash);
  CHECK(has(lines, "(g) Not scored: another coding is suspected."));
  CHECK(has(lines, "(h) Fewer than 2 pairs."));
  study.comparisons[0] = comparison_of(change);
  study.comparisons[0].test.p = study.comparisons[0].p_adjusted = Undefined{"below 1e-307"};
  study.comparisons[0].test.log10_p = -1083.0;
  CHECK(table_of(report::changes_table, study).at(2) ==
        "Pulse | 149 | 10.00 (2.00) | 11.58 (2.50) | 1.58 (0.70 to 2.46) | 4.06 (148) | <.001 | <.001 | 1.28 (1.03 to "
        "1.53) | 0.63");
}

TEST_CASE("table 3 shows every group under its outcome, all participants last") {
  analysis::Analysis study = study_without_results({"Peers", "<Clinicians> & \"co\""});
  study.participants.no_group = 3;
  study.settings.min_cell = 5;
  analysis::Comparison few = comparison_of({4, 1, {0, 2}, 2, 0.1, 0.5, 0.1});
  few.withheld = true;
  add_outcome(study, scale("ucla3", "Loneliness", Direction::lower_is_better),
              {comparison_of(change), few, comparison_of(change)});
  analysis::Outcome subscale = scale("ucla3.x", "Part");
  subscale.indented = true;
  add_outcome(study, subscale, {comparison_of(change), undefined_comparison(0, "no pairs"), comparison_of(change)});
  const auto lines = table_of(report::groups_table, study);
  const std::string dash = " | \u2014", dashes = dash + dash + dash + dash + dash + dash + dash + dash;
  CHECK(lines.at(0) == "Pre-post changes in outcomes by group (N=151).");
  CHECK(lines.at(1).starts_with("Outcome and group | n(a) | Pre, mean (SD) | "));
  CHECK(lines.at(2) == "[Loneliness(g)]");
  CHECK(lines.at(3) == "  Peers | 149 | " + cells);
  CHECK(lines.at(4) == "  <Clinicians> & \"co\"(h) | 4" + dashes);
  CHECK(lines.at(5) == "  All participants(i) | 149 | " + cells);
  CHECK(lines.at(6) == "  [Part]");
  CHECK(lines.at(7) == "    Peers | 149 | " + cells);
  CHECK(lines.at(8).starts_with("    <Clinicians> & \"co\" | 0 | \u2014(j) | "));
  CHECK(has(lines,
            "(d) Holm adjustment within each group, over the outcomes that are not indented and, separately, over "
            "the indented subscales."));
  CHECK(has(lines, "(g) Lower scores are better, so a negative change is an improvement."));
  CHECK(has(lines, "(h) Fewer than 5 pairs: only n is shown."));
  CHECK(has(lines, "(i) Includes 3 people without a group."));
  CHECK(has(lines, "(j) No pairs."));
}

TEST_CASE("130 groups are 130 rows") {
  std::vector<std::string> groups;
  for (int i = 0; i < 130; ++i) groups.push_back("Site " + std::to_string(i));
  analysis::Analysis study = study_without_results(groups);
  add_outcome(study, score("x", "Pulse"), std::vector<analysis::Comparison>(131, comparison_of(change)));
  const auto blocks = report::groups_table(study, {});
  REQUIRE(blocks.size() == 1);
  const auto& rows = std::get<document::Table>(blocks[0]).rows;
  CHECK(rows.size() == 132);
  CHECK(shown(rows[130].label.text) == "Site 129");
  CHECK(shown(rows[131].label.text) == "All participants");
}

TEST_CASE("single items stand in table 4 alone") {
  analysis::Analysis study = one_outcome(score("x", "Pulse"));
  add_outcome(study, single_item("i", "Share emotions"), {comparison_of(change)});
  const auto items = table_of(report::items_table, study), outcomes = table_of(report::changes_table, study);
  CHECK(items.at(0) == "Pre-post changes in single items (N=151).");
  CHECK(items.at(2) == "Share emotions | 149 | " + cells);
  CHECK(items.at(3).starts_with("(a)"));
  CHECK(outcomes.at(2) == "Pulse | 149 | " + cells);
  CHECK(outcomes.at(3).starts_with("(a)"));
}

TEST_CASE("APA style splits means and SDs and sets its own signs") {
  const auto lines = table_of(report::changes_table, one_outcome(score("x", "Pulse")), document::apa());
  CHECK(lines.at(0) == "Pre-post changes in outcomes (N = 151)");
  CHECK(
      lines.at(3) ==
      "Pulse | 149 | 10.00 | 2.00 | 11.58 | 2.50 | 1.58 [0.70, 2.46] | 4.06 (148) | .003 | .010 | 1.28 [1.03, 1.53] | "
      ".63");
}

TEST_CASE("tables without rows are left out") {
  const analysis::Analysis nothing = study_without_results({"Peers"});
  CHECK(report::changes_table(nothing, {}).empty());
  CHECK(report::groups_table(nothing, {}).empty());
  CHECK(report::items_table(nothing, {}).empty());
  CHECK(report::groups_table(one_outcome(score("x", "Pulse")), {}).empty());
}
