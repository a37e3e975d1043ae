#include "ecpr/report/reliability_table.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

analysis::Analysis study_with_scales() {
  analysis::Analysis study = study_without_results({"Peers"});
  const analysis::Comparison comparison = comparison_of({149, 1.58, {0.70, 2.46}, 4.06, 0.003, 1.28, 0.01});
  add_outcome(study, scale("a", "Hope"), {comparison, comparison});
  add_outcome(study, score("x", "Pulse"), {comparison, comparison});
  return study;
}

}  // namespace

TEST_CASE("alpha stands with its interval for both waves, of all participants") {
  analysis::Analysis study = study_with_scales();
  study.reliability = {
      {0, {}, false, 8, 180, 0.874, Interval{0.85, 0.9}, {}},
      {0, {}, true, 8, 160, Undefined{"the items do not vary"}, Undefined{"the items do not vary"}, {}},
      {0, std::size_t{0}, false, 8, 30, 0.5, Interval{0.1, 0.8}, {}}};
  CHECK(page(lines_of(report::reliability_table(study, {}))) ==
        page({
            "Reliability of the scales among all who answered (N=199).",
            "Scale | Items | Pre | Post | r pre-post(a)",
            "n(b) | Cronbach alpha (95% CI)(c) | n(b) | Cronbach alpha (95% CI)(c)",
            "Hope | 8 | 180 | 0.87 (0.85 to 0.90) | 160 | \u2014(d) | 0.63",
            "(a) Pearson correlation between the waves; no retest reliability, as an intervention lies between them.",
            "(b) People who answered every item in that wave, matched or not.",
            "(c) CI after Feldt (1965).",
            "(d) The items do not vary.",
            "CI: confidence interval.",
        }));
}

TEST_CASE("omega has a column where it was computed, or was not for a reason") {
  analysis::Analysis study = study_with_scales();
  study.reliability = {{0, {}, false, 8, 180, 0.874, Interval{0.85, 0.9}, 0.881},
                       {0, {}, true, 8, 160, 0.874, Interval{0.85, 0.9}, Undefined{"2 items only"}}};
  const auto lines = lines_of(report::reliability_table(study, {}));
  CHECK(lines.at(2) ==
        "n(b) | Cronbach alpha (95% CI)(c) | Omega total(d) | n(b) | Cronbach alpha (95% CI)(c) | Omega "
        "total(d)");
  CHECK(lines.at(3) == "Hope | 8 | 180 | 0.87 (0.85 to 0.90) | 0.88 | 160 | 0.87 (0.85 to 0.90) | \u2014(e) | 0.63");
}

TEST_CASE("a scale with an item against the others has a note") {
  analysis::Analysis study = study_with_scales();
  study.reliability = {{0, {}, false, 8, 180, -0.2, Interval{-0.5, 0.1}, 0.3}, {0, {}, true, 8, 160, 0.8, {}, 0.8}};
  study.reliability[0].smallest_item_rest = -0.3;
  const std::string text = page(lines_of(report::reliability_table(study, {})));
  CHECK(text.find("An item goes against the others (item-rest correlation below 0): a forgotten reversal?") !=
        std::string::npos);
  study.reliability[0].smallest_item_rest = 0.0;
  CHECK(page(lines_of(report::reliability_table(study, {}))).find("goes against") == std::string::npos);
}

TEST_CASE("a wave without reliability is dashes; no scale, no table") {
  analysis::Analysis study = study_with_scales();
  CHECK(report::reliability_table(study, {}).empty());
  study.reliability = {{0, {}, true, 8, 160, 0.874, Interval{0.85, 0.9}, {}}};
  CHECK(lines_of(report::reliability_table(study, {})).at(3) ==
        "Hope | 8 | \u2014 | \u2014 | 160 | 0.87 (0.85 to 0.90) | 0.63");
}
