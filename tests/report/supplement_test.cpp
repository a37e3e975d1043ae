#include "ecpr/report/supplement.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

analysis::Comparison with_supplement() {
  analysis::Comparison comparison = comparison_of({20, 1.5, {0.5, 2.5}, 3, 0.01, 0.7, 0.02});
  comparison.supplement = full_supplement();
  return comparison;
}

/// The table of the supplement whose caption begins so, as lines; nothing without it.
std::vector<std::string> table(const analysis::Analysis& study, const std::string& caption) {
  for (const auto& block : report::supplement(study, {})) {
    const auto* found = std::get_if<document::Table>(&block);
    if (found && shown(found->caption.text).starts_with(caption)) return lines_of(*found);
  }
  return {};
}

analysis::Analysis one_outcome(std::vector<std::string> groups = {}) {
  analysis::Analysis study = study_without_results(std::move(groups));
  const std::vector<analysis::Comparison> comparisons(study.groups.size() + 1, with_supplement());
  add_outcome(study, scale("a", "Hope"), comparisons);
  return study;
}

}  // namespace

TEST_CASE("other tests of the changes, with what they are") {
  CHECK(
      page(table(one_outcome(), "Other tests")) ==
      page({
          "Other tests of the changes (N=151).",
          "Outcome | n | Normality | Signed ranks | 20% trimmed means | BF_10(a)",
          "W(b) | P value | V(c) | P value | Hodges-Lehmann change (95% CI)(d) | Rank-biserial r(e) | Trimmed change "
          "(95% CI)(f) | P value",
          "Hope | 20 | 0.95 | .34 | 101.5 | .13 | 1.25 (0.50 to 2.00) | 0.40 | 1.10 (0.40 to 1.80) | .005 | 7.40",
          "(a) JZS Bayes factor for a change against none, prior scale \u221A2/2 (Rouder et al 2009): above 1 the "
          "data speak for a change, below 1 against it.",
          "(b) Shapiro-Wilk test of the changes (Royston 1995): a small P value says that they are not normal.",
          "(c) Wilcoxon signed-rank test: the sum of the ranks of the positive changes. Changes of 0 are left out of "
          "the test, equal ones share their rank; exact two-tailed P value given the ties (Streitberg and R\u00f6hmel "
          "1986).",
          "(d) Typical change: the median of the averages of all pairs of changes, those of 0 included (Hodges and "
          "Lehmann 1963); CI from the signed-rank distribution.",
          "(e) Matched rank-biserial correlation (Kerby 2014): 1 when all changes are positive, \u22121 when all are "
          "negative.",
          "(f) Trimmed mean of post minus that of pre, 20% left out at either end; Yuen's paired t test (Wilcox "
          "2012).",
          "Changes are post minus pre. P values of this table are not adjusted.",
          "BF: Bayes factor; CI: confidence interval.",
      }));
}

TEST_CASE("a normal approximation is said so where it was used") {
  analysis::Analysis study = one_outcome();
  study.comparisons[0].supplement.wilcoxon.method = statistics::SignedRankMethod::normal_approximation;
  const std::string text = page(table(study, "Other tests"));
  CHECK(text.find("| .13(g) |") != std::string::npos);
  CHECK(text.find("(g) Normal approximation, as more than 200 changes are not 0.") != std::string::npos);
}

TEST_CASE("what was asked for stands in a table of its own, and only then") {
  analysis::Analysis study = one_outcome();
  CHECK(table(study, "Further tests").empty());
  study.settings.equivalence = {-0.5, 0.5, statistics::BoundUnit::raw};
  study.settings.bootstrap = 10'000;
  study.settings.seed = 7;
  study.settings.cluster_column = "session";
  CHECK(
      page(table(study, "Further tests")) ==
      page({
          "Further tests of the mean change (N=151).",
          "Outcome | Equivalence, 90% CI(a) | Lower bound P value | Upper bound P value | Bootstrap, mean change, "
          "95% CI(b) | Bootstrap, d_z, 95% CI(b) | Clusters(c) | ICC(d) | Cluster-robust, 95% CI(e) | t test (df) | "
          "P value",
          "Hope | 0.60 to 2.40 | .001 | .97 | 0.70 to 2.30 | 0.20 to 1.20 | 5 | 0.11 | \u22120.30 to 3.30 | 2.50 "
          "(3.25) | .08(f)",
          "(a) Two one-sided t tests (Schuirmann 1987) of bounds of \u22120.5 and +0.5: the change is equivalent to "
          "none when both P values are below alpha, that is, when this CI lies within the bounds.",
          "(b) Bias-corrected and accelerated bootstrap (BCa, Efron 1987) of 10,000 resamples, seed 7.",
          "(c) Different values of session; a person without one is a cluster alone.",
          "(d) Intraclass correlation of the changes within session, by analysis of variance (Donner 1986).",
          "(e) Mean change with CR2 standard errors by session and Satterthwaite degrees of freedom (Pustejovsky and "
          "Tipton 2018).",
          "(f) Fewer than 4 degrees of freedom: P and interval of the cluster-robust test cannot be relied on (Tipton "
          "2015).",
          "CI: confidence interval; df: degrees of freedom; ICC: intraclass correlation.",
      }));
  study.settings.equivalence = {-0.3, 0.3, statistics::BoundUnit::d_z};
  study.comparisons[0].supplement.bootstrap->d_z.method = statistics::BootstrapMethod::percentile;
  study.comparisons[0].supplement.bootstrap->without_variance = 12;
  const std::string text = page(table(study, "Further tests"));
  CHECK(text.find("of \u22120.3 and +0.3 SDs of the changes (so that the bounds depend on the data)") !=
        std::string::npos);
  CHECK(text.find("Percentile interval, as BCa does not exist here.") != std::string::npos);
  CHECK(text.find("12 of the resamples had no variance and are left out.") != std::string::npos);
}

TEST_CASE("yes and no") {
  analysis::Analysis study = one_outcome();
  study.outcomes[0].possible = Interval{0, 1};
  analysis::Comparison other = with_supplement();
  other.supplement.mcnemar.reset();
  add_outcome(study, score("b", "Pulse"), {other});
  CHECK(page(table(study, "Answers of yes")) ==
        page({
            "Answers of yes (1) and no (0) (N=151).",
            "Outcome | n | Yes to no | No to yes | P value(a) | Mid P value(b)",
            "Hope | 20 | 4 | 9 | .27 | .20",
            "(a) Exact McNemar test: whether as many people changed to yes as to no.",
            "(b) The same test with half the probability of what was observed: less conservative (Fagerland et al "
            "2013).",
        }));
}

TEST_CASE("two answers other than 0 and 1, and P values below every double") {
  analysis::Analysis study = one_outcome();
  study.outcomes[0].possible = Interval{1, 2};
  auto& test = *study.comparisons[0].supplement.mcnemar;
  test.p = test.mid_p = Undefined{"P is below 1e-307"};
  test.log10_p = test.log10_mid_p = -350.0;
  const auto lines = table(study, "Questions with two");
  CHECK(lines.at(0) == "Questions with two answers (N=151).");
  CHECK(lines.at(1) == "Outcome | n | Higher to lower | Lower to higher | P value(a) | Mid P value(b)");
  CHECK(lines.at(2) == "Hope | 20 | 4 | 9 | <.001 | <.001");
  CHECK(lines.at(3) ==
        "(a) Exact McNemar test: whether as many people changed to the higher answer as to the lower one.");
  study.settings.equivalence = {-0.5, 0.5, statistics::BoundUnit::raw};
  auto& equivalence = *study.comparisons[0].supplement.equivalence;
  equivalence.p_lower = equivalence.p_upper = Undefined{"P is below 1e-307"};
  equivalence.log10_p_lower = equivalence.log10_p_upper = -350.0;
  CHECK(table(study, "Further tests").at(2) == "Hope | 0.60 to 2.40 | <.001 | <.001");
}

TEST_CASE("effect sizes that the tables of changes do not show") {
  analysis::Analysis study = one_outcome();
  study.settings.effect_sizes = {"d_z", "g_av", "d_pre", "g_z"};
  const auto lines = table(study, "Other effect sizes");
  CHECK(lines.at(1) == "Outcome | Cohen d_av (95% CI)(a) | Cohen d_rm (95% CI)(b)");
  CHECK(lines.at(2) == "Hope | 0.71 (0.46 to 0.96) | 0.72 (0.47 to 0.97)");
  study.settings.effect_sizes = {"d_z", "d_av", "d_rm", "d_pre", "g_z", "g_av"};
  CHECK(table(study, "Other effect sizes").empty());
}

TEST_CASE("reliable change by group, on the basis of all participants") {
  analysis::Analysis study = one_outcome({"Peers", "Clinicians"});
  analysis::ReliableChange change;
  change.n = 20;
  change.reliability = 0.85;
  change.threshold = 2.5;
  change.counts = statistics::ChangeCounts{5, 12, 3};
  change.minimal_important_change = 2.0;
  change.important_change_source = "Doe (2020)";
  change.important = statistics::ChangeCounts{7, 9, 4};
  analysis::ReliableChange withheld = change;
  withheld.withheld = true;
  withheld.n = 2;
  study.reliable_change = {change, withheld, change};
  CHECK(page(table(study, "Reliable change")) ==
        page({
            "Reliable change (N=151).",
            "Outcome and group | Reliability | Least reliable change(a) | n | Improved, n (%) | Unchanged, n (%) | "
            "Deteriorated, n (%) | Improved by an important change, n (%)(b)",
            "Hope(c) | 0.85(d) | 2.50 |  |  |  |  | ",
            "  Peers |  |  | 20 | 5 (25) | 12 (60) | 3 (15) | 7 (35)",
            "  Clinicians |  |  | 2 | \u2014(e) | \u2014(e) | \u2014(e) | \u2014(e)",
            "  All participants |  |  | 20 | 5 (25) | 12 (60) | 3 (15) | 7 (35)",
            "(a) A change is reliable beyond 1.96 times the square root of 2, times the SD before, times the square "
            "root of 1 minus the reliability (Jacobson and Truax 1991). SD and reliability are those of all "
            "participants, the SD from those with a score at both waves.",
            "(b) At least the minimal important change.",
            "(c) Minimal important change: 2 points (Doe (2020)).",
            "(d) Cronbach alpha of everybody who answered before.",
            "(e) Fewer pairs than a group needs to be shown.",
        }));
}

TEST_CASE("a score without reliability has one row that says so; nothing but such rows is no table") {
  analysis::Analysis study = one_outcome({"Peers"});
  analysis::ReliableChange change;
  change.reliability = change.threshold = Undefined{"no reliability of this score is stated"};
  change.counts = Undefined{"no reliability of this score is stated"};
  study.reliable_change = {change, change};
  CHECK(table(study, "Reliable change").empty());
  add_outcome(study, scale("b", "Calm"), {with_supplement(), with_supplement()});
  change.outcome = 1;
  change.reliability = 0.5;
  change.threshold = 2.5;
  change.counts = Undefined{"no direction of improvement is stated"};
  study.reliable_change.insert(study.reliable_change.end(), 2, change);
  const auto lines = table(study, "Reliable change");
  CHECK(lines.at(2) == "Hope | \u2014(b) | \u2014(b) | 0 | \u2014(b) | \u2014(b) | \u2014(b)");
  CHECK(lines.at(3) == "Calm | 0.50(c) | 2.50 |  |  |  | ");
  CHECK(lines.at(4) == "  Peers |  |  | 0 | \u2014(d) | \u2014(d) | \u2014(d)");
  CHECK(lines.at(7) == "(b) No reliability of this score is stated.");
}

TEST_CASE("who answered, by group") {
  CHECK(page(table(one_outcome({"Peers"}), "Who answered")) ==
        page({
            "Who answered, by group (N=199).",
            "role | Before | After | Both times, n (%)(a) | Before only | After only",
            "Peers | 30 | 28 | 25 (83) | 5 | 3",
            "All participants | 185 | 165 | 151 (81.6) | 34 | 14",
            "(a) Per cent of those who answered before.",
        }));
  CHECK(table(one_outcome(), "Who answered").empty());
}

TEST_CASE("people whom the user left out stand beside their group, with the reasons") {
  analysis::Analysis study = one_outcome({"Peers"});
  study.participants.excluded = 5;
  study.participants.exclusions = {{"withdrew", 3, {2}}, {"staff", 2, {0}}};
  CHECK(page(table(study, "Who answered")) ==
        page({
            "Who answered, by group (N=199).",
            "role | Before | After | Both times, n (%)(a) | Before only | After only | Left out(b)",
            "Peers | 30 | 28 | 25 (83) | 5 | 3 | 2",
            "All participants | 185 | 165 | 151 (81.6) | 34 | 14 | 5",
            "(a) Per cent of those who answered before.",
            "(b) By the list of people to exclude, and in no other column: 3 (withdrew) and 2 (staff).",
        }));
}

TEST_CASE("who was lost, and what the change would be with them") {
  analysis::Analysis study = one_outcome();
  CHECK(table(study, "Who was lost").empty());
  study.attrition = {{0, {}, false, {25, 4, 10.5, 2.0, 11.5, 3.0, 0.5, 0.75, 3.5, 0.5}}};
  CHECK(page(table(study, "Who was lost")) ==
        page({
            "Who was lost, by score before (N=185).",
            "Outcome | Matched | Lost | Difference | Mean change with the lost",
            "n(a) | Mean (SD) | n(b) | Mean (SD) | SMD(c) | t test (df)(d) | P value | If lost at random (95% CI)(e) "
            "| If unchanged(f)",
            "Hope | 25 | 10.50 (2.00) | 4 | 11.50 (3.00) | 0.50 | 0.75 (3.50) | .50 | 1.40 (0.45 to 2.35) | 1.30",
            "(a) People with a score before and after.",
            "(b) People with a score before and none after.",
            "(c) Standardized mean difference: lost minus matched, divided by the pooled SD (Cohen 1988).",
            "(d) Two-tailed t test for unequal variances (Welch 1947).",
            "(e) Mean change by maximum likelihood for a bivariate normal distribution, from everybody with a score "
            "before or after: unbiased where scores are missing at random (Little and Rubin 2020); CI from the t "
            "distribution with as many degrees of freedom as there are pairs, minus 1.",
            "(f) The mean change had nobody changed who was lost.",
            "CI: confidence interval; df: degrees of freedom; SD: standard deviation; SMD: standardized mean "
            "difference.",
        }));
  study.attrition[0].withheld = true;
  CHECK(table(study, "Who was lost").at(3).starts_with("Hope | 25 | \u2014(g) | 4 | \u2014(g) | \u2014(g) |"));
}
