#include "ecpr/report/findings.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using instruments::Direction;

namespace {

const Change clear{149, 1.58, {0.70, 2.46}, 4.06, 0.003, 1.28, 0.01};
const Change unclear{149, 0.3, {-0.2, 0.8}, 1.1, 0.27, 0.09, 0.54};

Change reversed(Change change) {
  return {change.n, -change.mean, scaled(change.limits, -1), -change.t, change.p, -change.d_z, change.p_adjusted};
}

std::vector<std::string> findings_of(const analysis::Analysis& study) { return lines_of(report::findings(study, {})); }

analysis::Analysis unadjusted_study(std::vector<std::string> groups = {}) {
  analysis::Analysis study = study_without_results(std::move(groups));
  study.settings.adjust = Adjustment::none;
  return study;
}

}  // namespace

TEST_CASE("one significant improvement has its numbers") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("flourish8", "Flourishing"), {comparison_of(clear)});
  const std::vector<std::string> expected = {"# Findings",
                                             "Scores improved significantly (P<.05) in flourishing (mean change 1.58, "
                                             "95% CI 0.70 to 2.46; t(148)=4.06; P=.003; "
                                             "d_z=1.28)."};
  CHECK(page(findings_of(study)) == page(expected));
}

TEST_CASE("adjusted P values stand beside the others and in the threshold") {
  analysis::Analysis study = study_without_results();
  add_outcome(study, scale("flourish8", "Flourishing"), {comparison_of(clear)});
  CHECK(findings_of(study).at(1) ==
        "Scores improved significantly (Holm-adjusted P<.05) in flourishing (mean change 1.58, 95% CI 0.70 to 2.46; "
        "t(148)=4.06; P=.003; adjusted P=.01; d_z=1.28).");
  study.settings.adjust = Adjustment::benjamini_hochberg;
  CHECK(findings_of(study).at(1).starts_with("Scores improved significantly (Benjamini-Hochberg-adjusted P<.05) in "));
  study.settings.adjust = Adjustment::bonferroni;
  CHECK(findings_of(study).at(1).starts_with("Scores improved significantly (Bonferroni-adjusted P<.05) in "));
}

TEST_CASE("the threshold is the level that was asked for") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("a", "Hope"), {comparison_of(unclear)});
  const auto threshold = [&](double alpha) {
    study.settings.alpha = alpha;
    return findings_of(study).at(1).substr(0, 40);
  };
  CHECK(threshold(0.005) == "No outcome changed significantly (P<.005");
  CHECK(threshold(0.1) == "No outcome changed significantly (P<.1).");
}

TEST_CASE("several outcomes of one course share a sentence") {
  analysis::Analysis study = unadjusted_study();
  for (const char* label : {"Flourishing", "Hope", "Mindfulness"}) {
    add_outcome(study, scale(label, label), {comparison_of(clear)});
  }
  const std::string numbers = " (mean change 1.58, 95% CI 0.70 to 2.46; t(148)=4.06; P=.003; d_z=1.28)";
  CHECK(findings_of(study).at(1) == "Scores improved significantly (P<.05) in flourishing" + numbers + ", hope" +
                                        numbers + " and mindfulness" + numbers + ".");
}

TEST_CASE("courses are worded by the outcome's direction") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("a", "Loneliness", Direction::lower_is_better), {comparison_of(reversed(clear))});
  add_outcome(study, scale("b", "Hope"), {comparison_of(reversed(clear))});
  add_outcome(study, score("c", "Pulse"), {comparison_of(clear)});
  add_outcome(study, score("d", "pH"), {comparison_of(reversed(clear))});
  const std::string up = " (mean change 1.58, 95% CI 0.70 to 2.46; t(148)=4.06; P=.003; d_z=1.28).";
  const std::string down =
      " (mean change \u22121.58, 95% CI \u22122.46 to \u22120.70; t(148)=\u22124.06; P=.003; d_z=\u22121.28).";
  CHECK(page(findings_of(study)) ==
        page({"# Findings", "Scores improved significantly (P<.05) in loneliness" + down,
              "Scores worsened significantly in hope" + down, "Scores increased significantly in Pulse" + up,
              "Scores decreased significantly in pH" + down}));
}

TEST_CASE("without significance the sentences say so, whichever way the change goes") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("a", "Hope"), {comparison_of(unclear)});
  add_outcome(study, scale("b", "Negative affect", Direction::lower_is_better), {comparison_of(unclear)});
  add_outcome(study, score("c", "Pulse"), {comparison_of(reversed(unclear))});
  add_outcome(study, scale("d", "Mindfulness"), {comparison_of({149, 0, {-0.5, 0.5}, 0, 1, 0, 1})});
  const std::string numbers = " (mean change 0.30, 95% CI \u22120.20 to 0.80; t(148)=1.10; P=.27; d_z=0.09).";
  CHECK(page(findings_of(study)) ==
        page({"# Findings", "No outcome changed significantly (P<.05).",
              "Scores improved, but not significantly, in hope" + numbers,
              "Scores worsened, but not significantly, in negative affect" + numbers,
              "Scores decreased, but not significantly, in Pulse (mean change \u22120.30, 95% CI \u22120.80 to 0.20; "
              "t(148)=\u22121.10; P=.27; d_z=\u22120.09).",
              "Scores did not change on average in mindfulness (mean change 0.00, 95% CI \u22120.50 to 0.50; "
              "t(148)=0.00; P>.99; d_z=0.00)."}));
}

TEST_CASE("a mean change that is rounding alone is no improvement") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("a", "Hope"), {comparison_of({149, 3e-15, {-0.5, 0.5}, 1e-15, 1, 1e-16, 1})});
  CHECK(findings_of(study).at(2).starts_with("Scores did not change on average in hope ("));
}

TEST_CASE("outcomes without a test are named with the reason") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("a", "Hope"), {undefined_comparison(1, "fewer than 2 pairs")});
  add_outcome(study, score("b", "Pulse"), {undefined_comparison(0, "no pairs")});
  CHECK(findings_of(study) ==
        std::vector<std::string>{"# Findings",
                                 "No test was possible for hope (fewer than 2 pairs) and Pulse (no pairs)."});
}

TEST_CASE("a P value too small for a number is a test all the same") {
  analysis::Analysis study = study_without_results();
  analysis::Comparison tiny = comparison_of(clear);
  tiny.test.p = Undefined{"below 1e-307"};
  tiny.test.log10_p = -1083.0;
  tiny.p_adjusted = Undefined{"below 1e-307"};
  tiny.significant = true;
  add_outcome(study, scale("a", "Hope"), {tiny});
  CHECK(findings_of(study).at(1) ==
        "Scores improved significantly (Holm-adjusted P<.05) in hope (mean change 1.58, 95% CI 0.70 to 2.46; "
        "t(148)=4.06; P<.001; adjusted P<.001; d_z=1.28).");
}

TEST_CASE("subscales and single items have paragraphs of their own") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, scale("aels11", "Empathic listening"), {comparison_of(unclear)});
  analysis::Outcome subscale = scale("aels11.sensing", "Sensing");
  subscale.indented = true;
  add_outcome(study, subscale, {comparison_of(clear)});
  add_outcome(study, single_item("i1", "I take care of myself"), {comparison_of(unclear)});
  const auto lines = findings_of(study);
  REQUIRE(lines.size() == 6);
  CHECK(lines[1] == "No outcome changed significantly (P<.05).");
  CHECK(lines[2].starts_with("Scores improved, but not significantly, in empathic listening ("));
  CHECK(lines[3].starts_with("Among the subscales, scores improved significantly (P<.05) in sensing ("));
  CHECK(lines[4] == "No single item changed significantly (P<.05).");
  CHECK(
      lines[5].starts_with("Among the single items, scores improved, but not significantly, in I take care of "
                           "myself ("));
}

TEST_CASE("labels of the user stay as they are, abbreviations of instruments too") {
  analysis::Analysis study = unadjusted_study();
  add_outcome(study, score("a", "Life in Germany"), {comparison_of(unclear)});
  add_outcome(study, scale("phq9", "PHQ-9"), {comparison_of(unclear)});
  add_outcome(study, score("b", "<b>&$_*| \u00c4rger"), {comparison_of(reversed(unclear))});
  const std::string text = page(findings_of(study));
  CHECK(text.find(" in Life in Germany (") != std::string::npos);
  CHECK(text.find(" PHQ-9 (") != std::string::npos);
  CHECK(text.find(" in <b>&$_*| \u00c4rger (") != std::string::npos);
}

TEST_CASE("the group with the largest observed improvement is named with its numbers") {
  analysis::Analysis study = unadjusted_study({"Peers", "Clinicians"});
  const Change small{30, 0.5, {0.1, 0.9}, 2.5, 0.02, 0.4, 0.02}, large{24, 1.5, {0.5, 2.5}, 3, 0.006, 0.6, 0.006};
  add_outcome(study, scale("a", "Hope"), {comparison_of(small), comparison_of(large), comparison_of(clear)});
  add_outcome(study, scale("b", "Loneliness", Direction::lower_is_better),
              {comparison_of(reversed(large)), comparison_of(reversed(small)), comparison_of(clear)});
  CHECK(findings_of(study).back() ==
        "Among the groups with at least 10 pairs, Peers had the largest observed improvement in loneliness (n=24; mean "
        "change \u22121.50, 95% CI \u22122.50 to \u22120.50; t(23)=\u22123.00; P=.006; d_z=\u22120.60); and Clinicians "
        "in "
        "hope (n=24; mean change 1.50, 95% CI 0.50 to 2.50; t(23)=3.00; P=.006; d_z=0.60). Differences between the "
        "groups were not tested.");
  study.group_differences = {{.outcome = 0, .test = {}}, {.outcome = 1, .test = {}}};
  study.group_differences[0].test.change.fisher.p = 0.04;
  study.group_differences[1].test.change.fisher.p = Undefined{"too few"};
  CHECK(
      findings_of(study).back().ends_with("Test of equal mean changes in all groups, unadjusted: hope, P=.04; "
                                          "loneliness, none (too few)."));
  study.settings.min_cell = 5;
  study.group_differences[0].test.left_out = {1};
  CHECK(findings_of(study).back().ends_with(
      " Test of equal mean changes in all groups with at least 5 pairs, unadjusted: hope, P=.04; loneliness, none (too "
      "few)."));
}

TEST_CASE("groups that are hidden are not among those with at least 10 pairs") {
  const auto with_pairs = [](std::size_t n, double mean) {
    return comparison_of({n, mean, {0.1, 0.9}, 2.5, 0.02, 0.4, 0.02});
  };
  analysis::Analysis study = unadjusted_study({"A", "B", "C"});
  study.settings.min_cell = 15;
  add_outcome(study, scale("a", "Hope"),
              {with_pairs(30, 0.6), with_pairs(30, 0.5), with_pairs(12, 2), comparison_of(clear)});
  study.comparisons[2].withheld = true;
  CHECK(findings_of(study).back().starts_with("Among the groups with at least 15 pairs, A had the largest"));
  study.comparisons[2].test.n = 20;  // hidden for another reason
  study.group_differences = {{.outcome = 0, .test = {}}};
  study.group_differences[0].test.left_out = {2};
  const std::string last = findings_of(study).back();
  CHECK(last.starts_with("Among the groups with at least 15 pairs whose numbers are shown, A had the largest"));
  CHECK(last.find("in all groups with at least 15 pairs whose numbers are shown, unadjusted") != std::string::npos);
}

TEST_CASE("no group is named where none can be") {
  const Change change{30, 0.5, {0.1, 0.9}, 2.5, 0.02, 0.4, 0.02};
  const auto paragraphs = [](const analysis::Comparison& first, const analysis::Comparison& second,
                             Direction direction) {
    analysis::Analysis study = unadjusted_study({"A", "B"});
    add_outcome(study, scale("a", "Hope", direction), {first, second, comparison_of(clear)});
    return findings_of(study).size() - 2;
  };
  analysis::Comparison better = comparison_of({30, 0.6, {0.1, 0.9}, 2.5, 0.02, 0.4, 0.02});
  const analysis::Comparison usual = comparison_of(change), few = comparison_of({9, 3, {2, 4}, 5, 0.001, 1, 0.001});
  CHECK(paragraphs(better, usual, Direction::higher_is_better) == 1);
  CHECK(paragraphs(few, usual, Direction::higher_is_better) == 0);
  CHECK(paragraphs(better, usual, Direction::lower_is_better) == 0);
  CHECK(paragraphs(better, usual, Direction::neutral) == 0);
  CHECK(paragraphs(usual, usual, Direction::higher_is_better) == 0);
  better.withheld = true;
  CHECK(paragraphs(better, usual, Direction::higher_is_better) == 0);
}

TEST_CASE("the effect size that comes first is the one in the sentences, in the journal's style") {
  analysis::Analysis study = unadjusted_study();
  study.settings.effect_sizes = {"g_av", "d_z"};
  add_outcome(study, scale("a", "Hope"), {comparison_of(clear)});
  report::ReportOptions options;
  options.style = document::apa();
  CHECK(lines_of(report::findings(study, options), options.style).at(1) ==
        "Scores improved significantly (p < .05) in hope (mean change 1.58, 95% CI [0.70, 2.46]; t(148) = 4.06; p = "
        ".003; g_av = 1.33).");
}

TEST_CASE("no outcomes, no findings") { CHECK(report::findings(study_without_results(), {}).empty()); }
