#include "ecpr/report/group_differences_table.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const Undefined few{"fewer than 2 groups with at least 2 pairs"};

analysis::Analysis compared_groups() {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians", "Family"});
  const auto usual = comparison_of({25, 1.5, {0.7, 2.3}, 4, 0.003, 1.2, 0.01});
  add_outcome(study, scale("a", "Loneliness", instruments::Direction::lower_is_better),
              {usual, comparison_of({30, -0.5, {-1, 0}, -2, 0.05, -0.4, 0.1}),
               undefined_comparison(1, "fewer than 2 pairs"), usual});
  analysis::GroupDifferences differences;
  differences.test.groups = {0, 1};
  differences.test.left_out = {2};
  differences.test.change.fisher = {5.5, 1.0, 53.0, 0.0225, -1.7};
  differences.test.change.welch = {5.25, 1.0, 48.5, 0.0263, -1.6};
  differences.test.ancova.group = {4.5, 1.0, 52.0, 0.0387, -1.4};
  differences.test.ancova.adjusted_means = {{0, 11.5, 0.25, Interval{11, 12}}, {1, 10.25, 0.25, Interval{9.75, 10.75}}};
  differences.test.ancova.contrasts = {{0, 1, 1.25, 0.5, 2.5, 52.0, 0.0156, -1.8, 0.0156}};
  study.group_differences = {differences};
  return study;
}

}  // namespace

TEST_CASE("the tests of an outcome, its adjusted means below, and who was left out") {
  CHECK(page(lines_of(report::group_differences_table(compared_groups(), {}))) ==
        page({
            "Groups against each other (N=151).",
            "Outcome and group | n(a) | Mean change | Post scores at equal pre scores",
            "Observed(b) | F (df)(c) | P value | Welch P value(d) | F (df)(e) | P value | "
            "Adjusted post mean (95% CI)(f)",
            "Loneliness(g,h,i) |  |  | 5.50 (1, 53) | .02 | .03 | 4.50 (1, 52) | .04 | ",
            "  Peers | 25 | 1.50 |  |  |  |  |  | 11.50 (11.00 to 12.00)",
            "  Clinicians | 30 | \u22120.50 |  |  |  |  |  | 10.25 (9.75 to 10.75)",
            "(a) People with a score at both waves.",
            "(b) Post minus pre.",
            "(c) One-way analysis of variance of the changes, the group by time test of a mixed analysis of variance "
            "with two waves (Maxwell et al 2018).",
            "(d) Analysis of variance of the changes for unequal variances (Welch 1951).",
            "(e) Analysis of covariance: post scores by group at equal pre scores, with one slope (Maxwell et al "
            "2018).",
            "(f) What the mean post score would be if the mean pre score of the group were that of all groups "
            "compared.",
            "(g) Lower scores are better, so a negative change is an improvement.",
            "(h) Left out, with fewer than 2 pairs: Family.",
            "(i) Adjusted means that differ, with P values adjusted after Holm over all pairs of groups: Peers \u2212 "
            "Clinicians, 1.25 (P=.02).",
            "P values of this table are not adjusted over the outcomes. People were not assigned to the groups by "
            "chance, so that a difference may have other causes than the group.",
            "CI: confidence interval; df: degrees of freedom.",
        }));
}

TEST_CASE("what the analysis noted of the groups stands on the row") {
  analysis::Analysis study = compared_groups();
  study.settings.min_cell = 5;
  study.group_differences[0].notes = {"the two tests contradict each other", "the slopes differ"};
  const std::string text = page(lines_of(report::group_differences_table(study, {})));
  CHECK(text.find("Left out, with fewer than 5 pairs: Family.") != std::string::npos);
  CHECK(text.find("(i) The two tests contradict each other.\n(j) The slopes differ.\n") != std::string::npos);
}

TEST_CASE("what cannot be tested says why; single items have no row") {
  analysis::Analysis study = compared_groups();
  study.group_differences[0].test.ancova.group = statistics::no_f_test(few.reason, few, few);
  add_outcome(study, single_item("i", "Share emotions"), std::vector<analysis::Comparison>(4));
  study.group_differences.resize(2);
  const std::string text = page(lines_of(report::group_differences_table(study, {})));
  CHECK(text.find("| \u2014(j) | \u2014(j) | ") != std::string::npos);
  CHECK(text.find("(j) Fewer than 2 groups with at least 2 pairs.") != std::string::npos);
  CHECK(text.find("Share emotions") == std::string::npos);
}

TEST_CASE("no table without groups") {
  analysis::Analysis study = compared_groups();
  study.group_differences.clear();
  CHECK(report::group_differences_table(study, {}).empty());
}
