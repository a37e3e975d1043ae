#include "ecpr/report/check_report.hpp"

#include <doctest/doctest.h>

#include "report_text.hpp"
#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::ProblemKind;

namespace {

std::vector<std::string> check_of(const survey::Survey& survey) {
  return lines_of(report::check_report(survey, study::Study{}).blocks);
}

}  // namespace

TEST_CASE("the page of a survey without problems") {
  const auto page_without_problems = page({
      "No problems were found.",
      "Files.",
      "File | Rows | Columns | Encoding | Delimiter",
      "pre.csv | 3 | 5 | UTF-8 | comma",
      "post.csv | 3 | 4 | UTF-8 | semicolon",
      "3 people answered before and 3 after; 2 did both times (matched by id), 1 before only, 1 after only.",
      "Outcomes.",
      "Outcome | Items | Answers pre, n (%) | Answers post, n (%) | Out of range | Unreadable",
      "Hope | 2 | 5 (83) | 6 (100) | 1 | 0",
      "pulse | 1 | 3 (100) | 2 (67) | 0 | 0",
      "Groups.",
      "role | Pre | Post | Matched",
      "Peers | 1 | 2 | 1",
      "Clinicians, others | 1 | 0 | 0",
      "No group | 1 | 1 | 1",
  });
  CHECK(page(check_of(small_survey())) == page_without_problems);
}

TEST_CASE("where nobody is matched, that stands first") {
  survey::Survey survey = small_survey();
  survey.waves = {1, 1, 1, 2};
  const std::string nobody = "Nobody has the same id in both waves: nothing can be compared.";
  CHECK(check_of(survey).at(0) == nobody);
  survey.problems.add(problem_at(ProblemKind::blank_id, 12, 0), "", "");
  CHECK(check_of(survey).at(0) == nobody + " 1 problem was found, described below.");
}

TEST_CASE("problems stand kind by kind, the first of each with what settles them") {
  survey::Survey survey = small_survey();
  for (std::uint32_t line = 2; line < 9; ++line) {
    survey.problems.add(problem_at(ProblemKind::out_of_range, line, 2), "-99", "a");
  }
  survey.problems.add(problem_at(ProblemKind::blank_id, 12, 0), "", "");
  const auto lines = check_of(survey);
  CHECK(lines.at(0) == "8 problems of 2 kinds were found, listed below.");
  const std::vector<std::string> problems(lines.begin() + 15, lines.end());
  const std::string end = ": column 'hope_1': '-99' is outside 1 to 4 (Hope); treated as missing (id 'a')";
  CHECK(page(problems) == page({
                              "# Problems",
                              "## Answers out of range: 7",
                              "The first 5:",
                              "- pre.csv:2" + end,
                              "- pre.csv:3" + end,
                              "- pre.csv:4" + end,
                              "- pre.csv:5" + end,
                              "- pre.csv:6" + end,
                              "What settles them:",
                              "- if it means no answer: --missing=-99 (missing = [\"-99\"] under [input])",
                              "## Rows without id: 1",
                              "- pre.csv:12: the row has no id in column 'id' and is left out",
                          }));
}

TEST_CASE("one problem, an outcome without scores, other waves, repairs and notes") {
  survey::Survey survey = small_survey();
  survey.problems.add(problem_at(ProblemKind::blank_id, 12, 0), "", "");
  survey.outcomes[0].unscored = "more than 5% of its answers are out of range";
  survey.other_waves = {"T3", "T4"};
  survey.other_wave_rows = 7;
  survey.repaired = 1;
  survey.excluded = 2;
  survey.notes = {"Ids were taken from column 'id'."};
  study::Study study;
  study.title = "Spring cohort";
  CHECK(shown(report::check_report(survey, study).title) == "Check of the data: Spring cohort");
  const auto lines = check_of(survey);
  CHECK(lines.at(0) == "1 problem was found, described below.");
  CHECK(
      lines.at(5) ==
      "3 people answered before and 3 after; 2 did both times (matched by id), 1 before only, 1 after only. Left out: "
      "7 rows of other waves (T3 and T4). 1 pair joined by hand. 2 rows excluded.");
  CHECK(lines.at(8) == "Hope(a) | 2 | 5 (83) | 6 (100) | 1 | 0");
  CHECK(lines.at(10) == "(a) Not scored: more than 5% of its answers are out of range.");
  CHECK(lines.at(lines.size() - 2) == "# Notes");
  CHECK(lines.back() == "- Ids were taken from column 'id'.");
}

TEST_CASE("without groups there is no table of them") {
  survey::Survey survey = small_survey();
  survey.groups.clear();
  survey.group.assign(4, survey::nobody);
  CHECK(page(check_of(survey)).find("Groups.") == std::string::npos);
}
