#include "ecpr/report/measures_table.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

analysis::Measure fidelity() {
  analysis::Measure measure;
  measure.label = "Fidelity";
  measure.n = 8;
  measure.not_scored = 1;
  measure.items = 3;
  measure.minimum_answered = 2;
  measure.possible = {1, 5};
  measure.mean = 4.25;
  measure.sd = 0.5;
  measure.median = 4.5;
  measure.minimum = 3.0;
  measure.maximum = 5.0;
  measure.mark = 4.0;
  measure.at_or_above = std::size_t{6};
  measure.share_interval = Interval{0.409, 0.929};
  measure.alpha = 0.875;
  return measure;
}

}  // namespace

TEST_CASE("a row per measure with its scale, its mark and Wilson's interval") {
  analysis::Analysis study = study_without_results();
  analysis::Measure overall = fidelity();
  overall.label = "Overall rating";
  overall.items = overall.minimum_answered = 1;
  overall.not_scored = 0;
  overall.mark.reset();
  overall.alpha = Undefined{"a measure of 1 item has no alpha"};
  study.measures = {fidelity(), overall};
  CHECK(page(lines_of(report::measures_table(study, {}))) ==
        page({
            "Measures taken once.",
            "Measure | n(a) | Mean (SD) | Median (range) | At or above the mark, % (95% CI)(b) | Cronbach alpha(c)",
            "Fidelity(d) | 8 | 4.25 (0.50) | 4.5 (3 to 5) | 75 (41 to 93)(e) | 0.88",
            "Overall rating(f) | 8 | 4.25 (0.50) | 4.5 (3 to 5) | \u2014(g) | \u2014(h)",
            "(a) Ratings with a score.",
            "(b) CI after Wilson (1927).",
            "(c) From the ratings with every item answered.",
            "(d) Possible scores 1 to 5; 3 items, scored when at least 2 are answered; 1 rating with fewer not scored.",
            "(e) A score of 4 or more.",
            "(f) Possible scores 1 to 5.",
            "(g) No mark is set.",
            "(h) A measure of 1 item has no alpha.",
            "CI: confidence interval; SD: standard deviation.",
        }));
}

TEST_CASE("no table without measures") { CHECK(report::measures_table(study_without_results(), {}).empty()); }
