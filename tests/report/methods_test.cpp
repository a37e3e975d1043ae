#include "ecpr/report/methods.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const Change change{149, 1.58, {0.70, 2.46}, 4.06, 0.003, 1.28, 0.01};

report::ReportOptions options() {
  report::ReportOptions options;
  options.version = "1.2.3";
  return options;
}

}  // namespace

TEST_CASE("the whole methods of a study with groups, subscales and single items") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  const std::vector<analysis::Comparison> three(3, comparison_of(change));
  add_outcome(study, scale("a", "Hope"), three);
  add_outcome(study, scale("b", "Flourishing"), three);
  analysis::Outcome subscale = scale("c", "Sensing");
  subscale.indented = true;
  subscale.minimum_answered = 8;
  add_outcome(study, subscale, three);
  add_outcome(study, single_item("i", "Share emotions"), three);
  study.participants.duplicates = 1;
  study.participants.blank_ids = 2;
  study.participants.repaired = 1;
  study.participants.excluded = 3;
  study.participants.exclusions = {{"withdrew", 2, {2, 0}}, {"staff", 1, {0, 1}}};
  study.settings.min_cell = 5;
  study.reliability = {{0, {}, true, 8, 160, 0.874, Interval{0.85, 0.9}, {}}};
  study.notes = {"Ids were taken from column 'participant_id'."};
  CHECK(
      page(lines_of(report::methods(study, options()))) ==
      page({
          "# Methods",
          "The same people were asked before (pre) and after (post), without a control group. Of 185 people who "
          "answered before, 151 (81.6%) also answered after, matched by participant_id; 34 answered before only and "
          "14 after only. 1 of the pairs was joined by hand, as the ids were spelt differently. Left out: 1 further "
          "row of the same person and wave, 2 rows without id and 3 people (withdrew: 2, staff: 1). Results are "
          "given for all participants and by role "
          "(2 groups).",
          "Answers out of range or unreadable were treated as missing. Reverse-keyed items were reversed over "
          "their whole possible range. A scale was scored when enough of its items were answered (at least 7 of 8 "
          "items "
          "for hope and flourishing; all 8 items for sensing), an incomplete one prorated by the person's own mean "
          "of the answered items. Missing scores were not imputed: every outcome uses the people who have it at both "
          "waves.",
          "Pre and post scores were compared by two-tailed paired t tests; every change is post minus pre. Intervals "
          "are 95% CIs. The effect size is a standardized mean change. Cohen d_z: mean change divided by the SD of "
          "the changes; CI from the noncentral t distribution. P values were adjusted by the method of Holm over the "
          "outcomes, the subscales of a total and the single items (each a family of its own), within all "
          "participants and within each group; Holm-adjusted P<.05 was called significant. Of groups with fewer than "
          "5 pairs only n is shown. Reliability is Cronbach alpha with Feldt's CI, from the people who answered "
          "every item in a wave. All numbers were computed with ecpr 1.2.3.",
          "The supplement repeats the comparisons without the assumption of normal changes (exact Wilcoxon "
          "signed-rank test with the Hodges-Lehmann estimate; 20% trimmed means after Yuen), with a JZS Bayes factor.",
          "## Limitations",
          "Without a control group a change cannot be attributed to the intervention: regression to the mean, "
          "repeated testing and events between the waves may account for it. People were treated as independent of "
          "each other. 34 (18.4%) of 185 people who answered before did not answer after; the results are those of "
          "people who answered both times.",
          "## Notes on the data",
          "- Ids were taken from column 'participant_id'.",
      }));
}

TEST_CASE("ready scores, one family, no adjustment, nobody lost") {
  analysis::Analysis study = study_without_results();
  add_outcome(study, score("x", "Pulse"), {comparison_of(change)});
  study.settings.adjust = Adjustment::none;
  study.settings.effect_sizes = {"d_av", "g_z"};
  study.settings.average_interval = statistics::AverageInterval::bonett;
  study.settings.alpha = 0.01;
  study.participants = {};
  study.participants.pre = study.participants.post = study.participants.matched = 1;
  CHECK(
      page(lines_of(report::methods(study, {}))) ==
      page({
          "# Methods",
          "The same people were asked before (pre) and after (post), without a control group. Of 1 person who "
          "answered before, 1 (100%) also answered after, matched by participant_id; 0 answered before only and 0 "
          "after only.",
          "Scores were taken as they stood in the data. Values out of range or unreadable were treated as missing; "
          "missing scores were not imputed.",
          "Pre and post scores were compared by two-tailed paired t tests; every change is post minus pre. Intervals "
          "are 95% CIs. The effect sizes are standardized mean changes. Cohen d_av: mean change divided by the root "
          "mean square of the pre and post SDs; CI after Bonett (2008). Hedges g_z: mean change divided by the SD of "
          "the changes, times the exact small-sample correction J with n\u22121 degrees of freedom; CI from the "
          "noncentral t distribution, without J. P values were not adjusted for multiple comparisons; P<.01 was "
          "called significant.",
          "The supplement repeats the comparisons without the assumption of normal changes (exact Wilcoxon "
          "signed-rank test with the Hodges-Lehmann estimate; 20% trimmed means after Yuen), with a JZS Bayes factor.",
          "## Limitations",
          "Without a control group a change cannot be attributed to the intervention: regression to the mean, "
          "repeated testing and events between the waves may account for it. People were treated as independent of "
          "each other. Everybody who answered before also answered after.",
      }));
}

TEST_CASE("one adjusted family without groups") {
  analysis::Analysis study = study_without_results();
  add_outcome(study, scale("a", "Hope"), {comparison_of(change)});
  study.settings.adjust = Adjustment::bonferroni;
  const std::string text = page(lines_of(report::methods(study, {})));
  CHECK(text.find("P values were adjusted by the method of Bonferroni over the outcomes; Bonferroni-adjusted P<.05 was "
                  "called significant.") != std::string::npos);
}

TEST_CASE("what was asked for, who was lost, groups and measures are told") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  add_outcome(study, scale("a", "Hope"), std::vector<analysis::Comparison>(3, comparison_of(change)));
  study.settings.equivalence = {-0.5, 0.5, statistics::BoundUnit::raw};
  study.settings.bootstrap = 10'000;
  study.settings.seed = 7;
  study.settings.cluster_column = "session";
  study.attrition.resize(3);
  study.attrition[2].test.n_lost = 4;
  study.reliable_change.resize(3);
  study.reliable_change[2].threshold = 2.0;
  study.group_differences.resize(1);
  study.measures.resize(1);
  study.comparisons[2].supplement.shapiro_wilk.w = 0.9;
  const auto lines = lines_of(report::methods(study, {}));
  CHECK(lines.at(4) ==
        "The supplement repeats the comparisons without the assumption of normal changes (exact Wilcoxon signed-rank "
        "test with the Hodges-Lehmann estimate; 20% trimmed means after Yuen), with a Shapiro-Wilk test of the changes "
        "and a JZS Bayes factor. Reliable change is counted after Jacobson and Truax. People without a score after are "
        "compared with the others on their score before, and the mean change is estimated with them by maximum "
        "likelihood. Equivalence of the mean change with none was tested by two one-sided t tests. Bootstrap intervals "
        "(BCa) are from 10,000 resamples with seed 7. The groups were compared "
        "with each other by analysis of variance of the changes, by Welch's version of it, and by analysis of "
        "covariance with the pre score as covariate; contrasts of adjusted means were adjusted by the method of Holm. "
        "Measures taken once are described, with Wilson's interval for a share, and not tested.");
  CHECK(lines.back().find("Only the cluster-robust tests allow for people of the same session being alike; ") !=
        std::string::npos);
}

TEST_CASE("tests that were not made, or not exactly, are not claimed") {
  analysis::Analysis study = study_without_results();
  add_outcome(study, scale("a", "Hope"), {comparison_of(change)});
  add_outcome(study, scale("b", "Loneliness"), {comparison_of(change)});
  study.comparisons[0].supplement.shapiro_wilk.w = 0.9;
  study.comparisons[1].supplement.wilcoxon.v = 12.0;
  study.comparisons[1].supplement.wilcoxon.method = statistics::SignedRankMethod::normal_approximation;
  CHECK(lines_of(report::methods(study, {})).at(4) ==
        "The supplement repeats the comparisons without the assumption of normal changes (Wilcoxon signed-rank test, "
        "exact up to 200 changes that are not 0, else by normal approximation, with the Hodges-Lehmann estimate; 20% "
        "trimmed means after Yuen), with a Shapiro-Wilk test of the changes, where it exists, and a JZS Bayes factor.");
}

TEST_CASE("that everybody came back is said of everything only where it holds of every outcome") {
  analysis::Analysis study = study_without_results();
  study.participants.pre_only = 0;
  for (const char* label : {"Hope", "Loneliness"}) add_outcome(study, scale(label, label), {comparison_of(change)});
  study.comparisons[1].pre_only = 2;
  CHECK(lines_of(report::methods(study, {}))
            .back()
            .ends_with("Everybody who answered before also answered after, but some have no score after in loneliness; "
                       "the results are those of people with a score at both waves."));
}

TEST_CASE("comparisons of people who were lost are not claimed where they are hidden") {
  analysis::Analysis study = study_without_results({"Peers"});
  study.settings.min_cell = 5;
  add_outcome(study, scale("a", "Hope"), {comparison_of(change), comparison_of(change)});
  study.attrition.resize(2);
  study.attrition[1].test.n_lost = 3;
  study.attrition[1].withheld = true;
  study.reliable_change.resize(2);
  study.reliable_change[0].threshold = 2.0;
  study.reliable_change[0].withheld = true;
  const auto lines = lines_of(report::methods(study, {}));
  CHECK(lines.at(3).find("Of groups with fewer than 5 pairs only n is shown. Where fewer than 5 people with a score "
                         "before have one after, or have none, the two are only counted.") != std::string::npos);
  CHECK(lines.at(4).find("Bayes factor. People without a score after are too few to be compared with the others; the "
                         "mean change is estimated with them by maximum likelihood.") != std::string::npos);
}
