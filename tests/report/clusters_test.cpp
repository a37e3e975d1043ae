// Reports of people who come in clusters: every verdict is that of the cluster-robust test, and says so.
#include <doctest/doctest.h>

#include "clustered_study.hpp"
#include "ecpr/report/change_tables.hpp"
#include "ecpr/report/findings.hpp"
#include "ecpr/report/methods.hpp"
#include "ecpr/report/summary.hpp"
#include "report_text.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const std::string by_session = "cluster = \"session\"\n";

}  // namespace

TEST_CASE("the summary's verdicts, intervals and P values are cluster-robust") {
  const auto lines = lines_of(report::summary(clustered(by_session), {}));
  CHECK(page({lines.begin() + 1, lines.end()}) ==
        page({"What changed (all participants, cluster-robust t test by session, Holm over 1 outcome).",
              "Mean change (95% CI) | Adjusted P value | d_z | ",
              "hope | +2.08 (\u22122.41 to 6.58) | .18 | 1.24 | not significant",
              "calm | +2.25 (\u2014)(a) | \u2014(a) | 4.50 | no test", "(a) Fewer than 2 clusters.",
              "Cluster-robust tests of fewer than 4 degrees of freedom cannot be relied on (Tipton 2015): hope."}));
}

TEST_CASE("the findings name the test that they rest on") {
  CHECK(page(lines_of(report::findings(clustered(by_session), {}))) ==
        page({"# Findings",
              "As people of the same session may be alike, what is significant is said by cluster-robust tests: CI, t "
              "and P of a mean change are theirs.",
              "No outcome changed significantly (Holm-adjusted cluster-robust P<.05).",
              "Scores improved, but not significantly, in hope (mean change 2.08, 95% CI \u22122.41 to 6.58; "
              "t(2.00)=2.00; P=.18; adjusted P=.18; d_z=1.24; fewer than 4 degrees of freedom: P and interval of the "
              "cluster-robust test cannot be relied on (Tipton 2015)).",
              "No cluster-robust test was possible for calm (fewer than 2 clusters)."}));
}

TEST_CASE("the tables show the plain P beside the cluster-robust ones") {
  const auto lines = lines_of(report::changes_table(clustered(by_session), {}));
  CHECK(lines.at(1) ==
        "Outcome | n(a) | Pre, mean (SD) | Post, mean (SD) | Mean change (95% CI)(b) | t test (df)(c) | P value | "
        "Cluster-robust | Cohen d_z (95% CI)(d) | r pre-post(e)");
  CHECK(lines.at(2) == "P value(f) | Adjusted P value(g)");
  CHECK(lines.at(3).find("4.30 (11) | .001 | .18(h) | .18 | ") != std::string::npos);
  CHECK(lines.at(4).find("9.00 (3) | .003 | \u2014(l) | \u2014(l) | ") != std::string::npos);
  CHECK(lines.at(6) ==
        "(b) Post minus pre; CI from the t distribution, as if people were independent of each other; the "
        "cluster-robust CI stands in the supplement.");
  CHECK(lines.at(7) ==
        "(c) Two-tailed paired t test, as if people were independent of each other; not adjusted, and not what is "
        "called significant.");
  CHECK(lines.at(10) ==
        "(f) Test with CR2 standard errors by session and Satterthwaite degrees of freedom; it says what is called "
        "significant.");
  CHECK(lines.at(11) == "(g) Holm adjustment over 1 outcome.");
  CHECK(lines.at(16) == "(l) Fewer than 2 clusters.");
}

TEST_CASE("unadjusted cluster-robust P values have one column") {
  const auto lines = lines_of(report::changes_table(clustered(by_session, "[analysis]\nadjust = \"none\"\n"), {}));
  CHECK(lines.at(2) == "P value(f,g)");
  CHECK(lines.at(10).ends_with("it says what is called significant."));
  CHECK(lines.at(11) == "(g) Not adjusted for multiple comparisons.");
}

TEST_CASE("the methods tell which test decides") {
  const auto lines = lines_of(report::methods(clustered(by_session), {}));
  CHECK(lines.at(3).find("every change is post minus pre. As people of the same session may be alike, the mean change "
                         "was tested with CR2 standard errors by session and Satterthwaite degrees of freedom; this "
                         "cluster-robust test says what is called significant, and the plain t test stands beside it. "
                         "Intervals are 95% CIs.") != std::string::npos);
  CHECK(lines.at(3).find("Cluster-robust P values were adjusted by the method of Holm over the outcomes; Holm-adjusted "
                         "cluster-robust P<.05 was called significant.") != std::string::npos);
  CHECK(page(lines).find("Only the cluster-robust tests allow for people of the same session being alike; every other "
                         "test and interval treats people as independent of each other.") != std::string::npos);
}
