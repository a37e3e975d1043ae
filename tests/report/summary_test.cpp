#include "ecpr/report/summary.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using document::Tone;

namespace {

const Change better{24, 3.12, {1.44, 4.8}, 3, 0.0004, 0.29, 0.0008};
const Change unclear{60, -0.13, {-0.36, 0.1}, -1.1, 0.27, -0.09, 0.54};

const document::Table& change_lines(const report::Blocks& blocks) { return std::get<document::Table>(blocks.at(1)); }

Tone tone_of_verdict(const report::Blocks& blocks, std::size_t row) {
  const auto& text = std::get<document::Text>(change_lines(blocks).rows.at(row).cells.back().content);
  return std::get<document::Run>(text.pieces().at(0)).tone;
}

}  // namespace

TEST_CASE("one screen says what changed, by how much, in whom") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  study.participants.duplicates = 2;
  add_outcome(study, scale("a", "Hope"), {comparison_of(better), comparison_of(unclear), comparison_of(better)});
  add_outcome(study, scale("b", "Loneliness", instruments::Direction::lower_is_better),
              {comparison_of(better), comparison_of(unclear), comparison_of(unclear)});
  add_outcome(study, score("c", "Pulse"), {comparison_of(better), comparison_of(better), comparison_of(better)});
  analysis::Outcome subscale = scale("d", "Sensing");
  subscale.indented = true;
  add_outcome(study, subscale, {comparison_of(better), comparison_of(better), comparison_of(unclear)});
  for (const char* label : {"Share emotions", "Take care"}) {
    add_outcome(study, single_item(label, label),
                {comparison_of(better), comparison_of(better), comparison_of(better)});
  }
  CHECK(
      page(lines_of(report::summary(study, {}))) ==
      page({
          "Of 185 people who answered before, 151 (81.6%) also answered after, matched by participant_id; 34 answered "
          "before only and 14 after only. Left out: 2 further rows of the same person and wave.",
          "What changed (all participants, paired t test, Holm over 3 outcomes).",
          "Mean change (95% CI) | Adjusted P value | d_z | ",
          "Hope | +3.12 (1.44 to 4.80) | <.001 | 0.29 | better",
          "Loneliness | \u22120.13 (\u22120.36 to 0.10) | .54 | \u22120.09 | not significant",
          "Pulse | +3.12 (1.44 to 4.80) | <.001 | 0.29 | higher",
          "Subscales: none of 1 changed significantly.",
          "Single items: better in 2 of 2 (Share emotions, Take care).",
          "Largest observed improvement among groups with at least 10 pairs: Peers (hope); Clinicians (loneliness).",
      }));
}

TEST_CASE("the largest improvement stands with the P value between all groups, where there is one") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians"});
  for (const char* label : {"Hope", "Meaning"})
    add_outcome(study, scale(label, label), {comparison_of(better), comparison_of(unclear), comparison_of(unclear)});
  study.group_differences = {{.outcome = 0, .test = {}}, {.outcome = 1, .test = {}}};
  study.group_differences[0].test.change.fisher.p = 0.004;
  study.group_differences[1].test.change.fisher.p = Undefined{"too few"};
  CHECK(lines_of(report::summary(study, {})).back() ==
        "Largest observed improvement among groups with at least 10 pairs, with the P value between all groups: Peers "
        "(hope P=.004, meaning without a test).");
  study.group_differences[1].test.left_out = {1};
  CHECK(lines_of(report::summary(study, {})).back() ==
        "Largest observed improvement among groups with at least 10 pairs, with the P value between all groups with at "
        "least 2 pairs: Peers (hope P=.004, meaning without a test).");
}

TEST_CASE("verdicts have tones that a reader without colours does not need") {
  analysis::Analysis study = study_without_results();
  study.settings.adjust = Adjustment::none;
  add_outcome(study, scale("a", "Hope"), {comparison_of(better)});
  add_outcome(study, scale("b", "Loneliness", instruments::Direction::lower_is_better), {comparison_of(better)});
  add_outcome(study, score("c", "Pulse"), {undefined_comparison(1, "fewer than 2 pairs")});
  const auto blocks = report::summary(study, {});
  const auto lines = lines_of(change_lines(blocks));
  CHECK(lines.at(0) == "What changed (all participants, paired t test, P values not adjusted).");
  CHECK(lines.at(1) == "Mean change (95% CI) | P value | d_z | ");
  CHECK(lines.at(2).ends_with("| better"));
  CHECK(tone_of_verdict(blocks, 0) == Tone::better);
  CHECK(lines.at(3).ends_with("| worse"));
  CHECK(tone_of_verdict(blocks, 1) == Tone::worse);
  CHECK(lines.at(4) == "Pulse | \u2014(a) | \u2014(a) | \u2014(a) | no test");
  CHECK(tone_of_verdict(blocks, 2) == Tone::quiet);
}

TEST_CASE("a study of many outcomes keeps to a screen") {
  analysis::Analysis study = study_without_results();
  for (int i = 0; i < 23; ++i) add_outcome(study, score("x" + std::to_string(i), "Pulse"), {comparison_of(better)});
  const auto blocks = report::summary(study, {});
  CHECK(change_lines(blocks).rows.size() == 20);
  CHECK(lines_of(blocks).back() == "And 3 more outcomes, see below.");
}

TEST_CASE("groups that are hidden are not among those of which the largest improvement is named") {
  analysis::Analysis study = study_without_results({"Peers", "Clinicians", "Family"});
  study.settings.min_cell = 20;
  Change small = better;
  small.n = 19;
  add_outcome(study, scale("a", "Hope"),
              {comparison_of(better), comparison_of(unclear), comparison_of(small), comparison_of(better)});
  study.comparisons[2].withheld = true;
  CHECK(lines_of(report::summary(study, {})).back() ==
        "Largest observed improvement among groups with at least 20 pairs: Peers (hope).");
}
