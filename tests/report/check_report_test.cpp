#include "ecpr/report/check_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>

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
      "File | Rows | Columns | Encoding | Delimiter | Platform",
      "pre.csv | 3 | 5 | UTF-8 | comma | none",
      "post.csv | 3 | 4 | UTF-8 | semicolon | none",
      "People.",
      "n",
      "Answered before | 3",
      "Answered after | 3",
      "Both times, matched by id | 2",
      "Before only | 1",
      "After only | 1",
      "Further rows of the same person and wave | 0",
      "Rows without id | 0",
      "Groups.",
      "role | Pre | Post | Matched | Pre only | Post only",
      "Peers | 1 | 2 | 1 | 0 | 1",
      "Clinicians, others | 1 | 0 | 0 | 1 | 0",
      "No group | 1 | 1 | 1 | 0 | 0",
      "Outcomes.",
      "Outcome | Items | Answers pre, n (%) | Answers post, n (%) | Missing | Out of range | Unreadable",
      "Hope(a) | 2 | 5 (83) | 6 (100) | 1 | 1 | 0",
      "pulse(b) | 1 | 3 (100) | 2 (67) | 1 | 0 | 0",
      "(a) Columns: hope_1 and hope_2.",
      "(b) Columns: pulse.",
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
    survey.problems.add(problem_at(ProblemKind::out_of_range, line, 2), line == 8 ? "7" : "-99", "a");
  }
  survey.problems.add(problem_at(ProblemKind::blank_id, 12, 0), "", "");
  const auto lines = check_of(survey);
  CHECK(lines.at(0) == "8 problems of 2 kinds were found, listed below.");
  const std::vector<std::string> problems(lines.begin() + 25, lines.end());
  const std::string end =
      ": column 'hope_1': '-99' is outside 1 to 4 (Hope) and may be a code for no answer, which --missing=-99 names; "
      "treated as missing (id 'a')";
  CHECK(page(problems) == page({
                              "Answers that cannot be used.",
                              "Answer | What it is | Outcome | n",
                              "-99 | out of range | Hope | 6",
                              "7 | out of range | Hope | 1",
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
                              "What settles them:",
                              "- write the id into the file, or name another column: --id COLUMN",
                          }));
}

TEST_CASE("many different answers that cannot be used are counted, the most frequent first") {
  survey::Survey survey = small_survey();
  for (int value = 0; value < 25; ++value) {
    for (int times = 0; times <= value; ++times)
      survey.problems.add(problem_at(ProblemKind::unreadable, 2, 2), "text " + std::to_string(value), "a");
  }
  const auto lines = check_of(survey);
  const auto title = std::find(lines.begin(), lines.end(), "Answers that cannot be used.");
  REQUIRE(lines.end() - title > 22);
  CHECK(title[2] == "text 24 | cannot be read | Hope | 25");
  CHECK(title[21] == "text 5 | cannot be read | Hope | 6");
  CHECK(title[22] == "And 5 more different ones.");
}

TEST_CASE("who was left out, joined, or may be joined") {
  survey::Survey survey = small_survey();
  survey.other_waves = {"T3", "T4"};
  survey.other_wave_rows = 7;
  survey.repaired = 1;
  survey.excluded = 3;
  survey.exclusions = {{"withdrew", 2, {1, 0}}, {"staff", 1, {0, 1}}};
  survey.near_misses = {{2, 3, survey::Likeness::letter_case}};
  survey.files[0].previews = 2;
  const auto lines = check_of(survey);
  const std::vector<std::string> people(lines.begin() + 7, lines.begin() + 24);
  CHECK(page(people) == page({
                            "Answered before | 3",
                            "Answered after | 3",
                            "Both times, matched by id | 2",
                            "  Joined by the list of repairs | 1",
                            "Before only | 1",
                            "After only | 1",
                            "  Pairs of ids that resemble each other, not joined | 1",
                            "Further rows of the same person and wave | 0",
                            "Rows without id | 0",
                            "People left out: withdrew | 2",
                            "People left out: staff | 1",
                            "Rows of other waves (T3 and T4) | 7",
                            "Previews and tests of the form | 2",
                            "Groups.",
                            "role | Pre | Post | Matched | Pre only | Post only | Left out",
                            "Peers | 1 | 2 | 1 | 0 | 1 | 1",
                            "Clinicians, others | 1 | 0 | 0 | 1 | 0 | 1",
                        }));
}

TEST_CASE("an obstacle, an outcome without scores, and notes") {
  survey::Survey survey = small_survey();
  survey.problems.add(problem_at(ProblemKind::undecided_duplicate, 12, survey::no_place), "", "b");
  survey.obstacle = "pre.csv: an id has two different rows";
  survey.outcomes[0].unscored = "more than 5% of its answers are out of range";
  survey.notes = {"Ids were taken from column 'id'."};
  study::Study study;
  study.title = "Spring cohort";
  CHECK(shown(report::check_report(survey, study).title) == "Check of the data: Spring cohort");
  const auto lines = check_of(survey);
  CHECK(
      lines.at(0) ==
      "The data cannot be analysed as they are: pre.csv: an id has two different rows. 1 problem was found, described "
      "below.");
  CHECK(page(lines).find("(b) Not scored: more than 5% of its answers are out of range.") != std::string::npos);
  CHECK(lines.at(lines.size() - 2) == "# Notes");
  CHECK(lines.back() == "- Ids were taken from column 'id'.");
}

TEST_CASE("second rows are settled where the study says which one counts") {
  survey::Survey survey = small_survey();
  survey.problems.add(problem_at(ProblemKind::settled_duplicate, 12, survey::no_place), "", "b");
  survey.problems.add(problem_at(ProblemKind::identical_row, 13, survey::no_place), "", "b");
  study::Study study;
  CHECK(lines_of(report::check_report(survey, study).blocks).at(0) ==
        "2 problems of 2 kinds were found, listed below.");
  study.input.duplicates = study::Duplicates::last;
  CHECK(lines_of(report::check_report(survey, study).blocks).at(0) ==
        "Nothing is left to settle; 2 second rows of people were dealt with as you decided, listed below.");
  survey.problems.add(problem_at(ProblemKind::blank_id, 14, 0), "", "");
  CHECK(lines_of(report::check_report(survey, study).blocks).at(0) ==
        "3 problems of 3 kinds were found, listed below.");
}

TEST_CASE("careless answers are shown with the way to leave people out") {
  survey::Survey survey = small_survey();
  survey.careless = {{1, false, survey::Carelessness::same_answer, 0, 2, 2}};
  const auto lines = check_of(survey);
  const std::vector<std::string> careless(lines.end() - 3, lines.end());
  CHECK(
      page(careless) ==
      page({"# Answers that may be careless: 1",
            "- pre.csv:3: id 'a' gave one answer to all of the 2 items of Hope, though some are reversed",
            "Nobody is left out for this. Who should be: --exclude FILE (exclude = \"FILE\" under [input]), a CSV with "
            "the columns id and reason; reports count them by reason."}));
}

TEST_CASE("without groups there is no table of them") {
  survey::Survey survey = small_survey();
  survey.groups.clear();
  survey.group.assign(4, survey::nobody);
  CHECK(page(check_of(survey)).find("Groups.") == std::string::npos);
}
