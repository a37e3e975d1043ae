#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Sentences = std::vector<std::string>;

const std::string header = "id,who5_1,who5_2,who5_3,who5_4,who5_5\n";

/// Thirty people who all answer `cells`.
std::string thirty(const std::string& cells) {
  std::string rows;
  for (int i = 0; i < 30; ++i) rows += "p" + std::to_string(i) + "," + cells + "\n";
  return rows;
}

std::string well_being(const std::string& coding = "") {
  return "[[outcome]]\ninstrument = \"who5\"\n" + (coding.empty() ? "" : "coding = \"" + coding + "\"\n");
}

survey::Survey read(const std::string& pre, const std::string& post, const std::string& coding = "") {
  return two_files(header + pre, header + post, well_being(coding));
}

const std::string usual = "3,3,3,3,3";

TEST_CASE("a code that only the other coding allows is reported with that coding") {
  const auto survey = read(thirty(usual) + "a,0,6,3,3,3\n", thirty(usual));
  CHECK(sentences(survey) ==
        Sentences{"pre.csv:32: column 'who5_2': '6' is outside 0 to 5 (WHO-5 Well-Being Index), but not in the coding "
                  "from-1 (1 = at no time); treated as missing (id 'a')"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "if the form was coded so: --coding who5=from-1 (coding = \"from-1\" in the study file)");
  // The 0 shows that the assumed coding is right: the 6 is a slip.
  CHECK(outcome_named(survey, "who5").unscored.empty());
  CHECK(score_of(survey, "who5", "p1") == 60);
}

TEST_CASE("an assumed coding that nothing speaks for and a code speaks against is asked for") {
  const auto survey = read(thirty(usual) + "a,1,6,3,3,3\n", thirty(usual));
  CHECK(outcome_named(survey, "who5").unscored ==
        "the coding from-0 is assumed, but 1 answer fits the coding from-1 (1 = at no time) alone; state the coding: "
        "--coding who5=from-1 (coding = \"from-1\" in the study file)");
  CHECK(std::isnan(score_of(survey, "who5", "p1")));
  // Each wave is judged by itself: the first may be of one form, the second of another.
  CHECK(outcome_named(read(thirty("0,0,0,0,0"), thirty(usual) + "a,1,6,3,3,3\n"), "who5").unscored ==
        outcome_named(survey, "who5").unscored);
}

TEST_CASE("a stated coding is kept") {
  const auto from_0 = read(thirty(usual) + "a,1,6,3,3,3\n", thirty(usual), "from-0");
  CHECK(outcome_named(from_0, "who5").unscored.empty());
  CHECK(score_of(from_0, "who5", "p1") == 60);
  const auto from_1 = read(thirty(usual) + "a,1,6,3,3,3\n", thirty(usual), "from-1");
  CHECK(from_1.problems.total() == 0);
  CHECK(score_of(from_1, "who5", "p1") == 40);
  CHECK(score_of(from_1, "who5", "a") == 44);
  const auto slip = read(thirty(usual) + "a,0,6,3,3,3\n", thirty(usual), "from-1");
  CHECK(sentences(slip) ==
        Sentences{"pre.csv:32: column 'who5_1': '0' is outside 1 to 6 (WHO-5 Well-Being Index), but not in the coding "
                  "from-0 (0 = at no time); treated as missing (id 'a')"});
}

TEST_CASE("many codes of the other coding: not scored, and the coding is named") {
  const auto survey = read(thirty("6,6,3,3,3"), thirty(usual));
  CHECK(
      outcome_named(survey, "who5").unscored ==
      "60 of 300 answers are outside 0 to 5: another form or coding is suspected; 60 of them fit the coding from-1 (1 "
      "= at no time): --coding who5=from-1 (coding = \"from-1\" in the study file)");
  const auto mixed = read(thirty("6,9,3,3,3"), thirty(usual), "from-0");
  CHECK(
      outcome_named(mixed, "who5").unscored ==
      "60 of 300 answers are outside 0 to 5: another form or coding is suspected; 30 of them fit the coding from-1 (1 "
      "= at no time): --coding who5=from-1 (coding = \"from-1\" in the study file)");
}

TEST_CASE("every instrument whose codings differ in range asks for the other") {
  const auto asked = [](const std::string& id, int items, const std::string& top) {
    std::string names = "id", answers, last;
    for (int i = 1; i <= items; ++i) {
      names += "," + id + "_" + std::to_string(i);
      answers += ",1";
      last += i == 1 ? "," + top : ",1";
    }
    std::string rows = names + "\n";
    for (int i = 0; i < 30; ++i) rows += "p" + std::to_string(i) + answers + "\n";
    const auto survey = two_files(rows + "a" + last + "\n", rows, "[[outcome]]\ninstrument = \"" + id + "\"\n");
    const std::string& reason = survey.outcomes[0].unscored;
    return reason.find("the coding from-0 is assumed, but 1 answer fits the coding from-1") == 0 &&
           reason.find("--coding " + id + "=from-1") != std::string::npos;
  };
  CHECK(asked("hhs30", 30, "4"));
  CHECK(asked("who5", 5, "6"));
  CHECK(asked("pss10", 10, "5"));
  CHECK(asked("iri28", 28, "5"));
  CHECK(asked("phq9", 9, "4"));
  CHECK(asked("gad7", 7, "4"));
}

TEST_CASE("a wrong name of a coding lists the right ones") {
  CHECK(refusal<UsageError>([] { read(thirty(usual), thirty(usual), "from-2"); }) ==
        "study.toml:7: there is no coding 'from-2'; there are from-0 (0 = at no time) and from-1 (1 = at no time)");
}

}  // namespace
