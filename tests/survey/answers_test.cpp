#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Sentences = std::vector<std::string>;

const std::string loneliness = "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"hardly-ever-first\"\n";
const std::string complete = "id,ucla3_1,ucla3_2,ucla3_3\na,1,2,3\n";

/// Loneliness of "a" before from three cells; problems are in pre.csv, line 2.
survey::Survey loneliness_of(const std::string& cells, const std::string& more = "", const std::string& input = "") {
  return two_files("id,ucla3_1,ucla3_2,ucla3_3\na," + cells + "\n", complete, loneliness + more,
                   "id = \"id\"\n" + input);
}

TEST_CASE("an answer out of range is missing and reported, never clamped") {
  std::string rows = "id,ucla3_1,ucla3_2,ucla3_3\n";
  for (int i = 0; i < 30; ++i) rows += "p" + std::to_string(i) + ",1,2,3\n";
  const auto survey = two_files(rows + "a,1,7,3\nb,0,1.5,3\nc,1,-99,3\n", rows + "a,1,2,3\n", loneliness);
  CHECK(sentences(survey) ==
        Sentences{
            "pre.csv:32: column 'ucla3_2': '7' is outside 1 to 3 (UCLA 3-item Loneliness Scale); treated as "
            "missing (id 'a')",
            "pre.csv:33: column 'ucla3_1': '0' is outside 1 to 3 (UCLA 3-item Loneliness Scale); treated as "
            "missing (id 'b')",
            "pre.csv:33: column 'ucla3_2': '1.5' is not a whole number (UCLA 3-item Loneliness Scale); treated "
            "as missing (id 'b')",
            "pre.csv:34: column 'ucla3_2': '-99' is outside 1 to 3 (UCLA 3-item Loneliness Scale) and may be a code "
            "for no answer, which --missing=-99 names; treated as "
            "missing (id 'c')"});
  CHECK(std::isnan(score_of(survey, "ucla3", "a")));
  CHECK(score_of(survey, "ucla3", "a", true) == 6);
  CHECK(score_of(survey, "ucla3", "p3") == 6);
  CHECK(survey.answers[0].pre == 99);
  CHECK(survey.answers[0].post == 93);
  CHECK(survey.answers[0].out_of_range == 4);
  CHECK(survey.answers[0].unreadable == 0);
  CHECK(remedy(survey, survey.problems.kept()[3]) ==
        "if it means no answer: --missing=-99 (missing = [\"-99\"] under [input])");
}

TEST_CASE("more than 5% out of range: not scored, with the reason") {
  std::string pre = "id,ucla3_1,ucla3_2,ucla3_3\n", post = pre;
  for (int i = 0; i < 10; ++i)
    (pre += "p" + std::to_string(i) + ",1,2,3\n"), post += "p" + std::to_string(i) + ",1,1,1\n";
  const auto with = [&](const std::string& row) { return two_files(pre + row, post, loneliness); };
  // 33 + 30 answers: 3 are 4.8%.
  CHECK(outcome_named(with("z,4,4,4\n"), "ucla3").unscored.empty());
  const auto survey = with("y,1,2,4\nz,4,4,4\n");
  CHECK(outcome_named(survey, "ucla3").unscored ==
        "4 of 66 answers are outside 1 to 3: another form or coding is suspected");
  CHECK(std::isnan(score_of(survey, "ucla3", "p0")));
  CHECK(std::isnan(score_of(survey, "ucla3", "p0", true)));
  CHECK(survey.products.empty());
}

TEST_CASE("a number is the whole cell") {
  for (const char* cell : {"3 - often", "3/3", "0x1", "1_0", "inf", "2 3", "1e", "II"}) {
    CAPTURE(cell);
    const auto survey = loneliness_of("1," + std::string(cell) + ",3");
    CHECK(sentences(survey) == Sentences{"pre.csv:2: column 'ucla3_2': '" + std::string(cell) +
                                         "' is no number and no known answer of UCLA 3-item Loneliness Scale; treated "
                                         "as missing (id 'a')"});
    CHECK(std::isnan(score_of(survey, "ucla3", "a")));
    CHECK(survey.answers[0].unreadable == 1);
  }
  for (const char* cell : {"2", " 2 ", "2.0", "+2", "\"2\"", "2e0", "02", "\u00A02\u200B"}) {
    CAPTURE(cell);
    const auto survey = loneliness_of("1," + std::string(cell) + ",3");
    CHECK(survey.problems.total() == 0);
    CHECK(score_of(survey, "ucla3", "a") == 6);
  }
}

TEST_CASE("the usual words for missing are silent, other codes only when the study names them") {
  for (const char* cell : {"", " ", "NA", "n/a", "N/A", ".", "NaN", "nan", "null", "NULL", "-", "#N/A", "\u00A0"}) {
    CAPTURE(cell);
    const auto survey = loneliness_of("1," + std::string(cell) + ",3");
    CHECK(survey.problems.total() == 0);
    CHECK(survey.answers[0].pre == 2);
    CHECK(std::isnan(score_of(survey, "ucla3", "a")));
  }
  for (const char* cell : {"-99", "-99.0", " -99 ", "Prefer not to say", "prefer  NOT to say", "8"}) {
    CAPTURE(cell);
    const auto survey =
        loneliness_of("1," + std::string(cell) + ",3", "", "missing = [\"-99\", \"Prefer not to say\", 8]\n");
    CHECK(survey.problems.total() == 0);
    CHECK(survey.answers[0].pre == 2);
  }
  CHECK(loneliness_of("1,--,3").problems.count(survey::ProblemKind::unreadable) == 1);
  // A code within the range is missing, too, when the study says so.
  CHECK(std::isnan(score_of(loneliness_of("1,3,2", "", "missing = [\"3\"]\n"), "ucla3", "a")));
}

TEST_CASE("a code for missing is the same number however the file spells it") {
  const auto survey =
      two_files("id;hope\na;-99,0\nb;1,5\n", "id;hope\na;2,5\nb;-99,00\n", hope, "id = \"id\"\nmissing = [-99]\n");
  CHECK(std::isnan(score_of(survey, "hope", "a")));
  CHECK(std::isnan(score_of(survey, "hope", "b", true)));
  CHECK(score_of(survey, "hope", "b") == 1.5);
  CHECK(survey.problems.count(survey::ProblemKind::no_answers) == survey.problems.total());
}

TEST_CASE("labels instead of numbers, whatever their case and spacing") {
  const auto survey = loneliness_of("Hardly ever,\" some  of THE time\",OFTEN");
  CHECK(survey.problems.total() == 0);
  CHECK(score_of(survey, "ucla3", "a") == 6);
  const auto often_first = two_files("id,ucla3_1,ucla3_2,ucla3_3\na,Hardly ever,Hardly ever,Often\n", complete,
                                     "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"often-first\"\n");
  CHECK(score_of(often_first, "ucla3", "a") == 5);  // a label means the same in every coding
}

TEST_CASE("own labels come before the instrument's and before numbers") {
  const std::string answers = "[outcome.answers]\n\"Never, or so\" = 1\n\"Often\" = 2\n\"5\" = 3\n";
  const auto survey = loneliness_of("\"never, OR so\",Often,5", answers);
  CHECK(survey.problems.total() == 0);
  CHECK(score_of(survey, "ucla3", "a") == 6);
  const auto unknown = loneliness_of("Sometimes,2,3", answers);
  CHECK(sentences(unknown) ==
        Sentences{"pre.csv:2: column 'ucla3_1': 'Sometimes' is no number and no known answer of UCLA 3-item Loneliness "
                  "Scale; treated as missing (id 'a')"});
  CHECK(remedy(unknown, unknown.problems.kept()[0]) ==
        "if it means no answer: --missing=\"Sometimes\" (missing = [\"Sometimes\"] under [input]); if it is an answer: "
        "\"Sometimes\" = NUMBER "
        "under "
        "[outcome.answers]");
}

TEST_CASE("a decimal comma is a number where the delimiter is none") {
  const auto survey = two_files("id;hope\na;2,5\nb;2.5\n", "id;hope\na;3\nb;1,0\n", hope);
  CHECK(score_of(survey, "hope", "a") == 2.5);
  CHECK(score_of(survey, "hope", "b") == 2.5);
  const auto quoted = two_files("id,hope\na,\"2,5\"\n", "id,hope\na,3\n", hope);
  CHECK(sentences(quoted) == Sentences{"pre.csv:2: column 'hope': '2,5' is no number; treated as missing (id 'a')"});
  const auto asked =
      two_files("id,hope\na,\"2,5\"\nb,2.5\n", "id,hope\na,3\nb,3\n", hope, "id = \"id\"\ndecimal = \",\"");
  CHECK(score_of(asked, "hope", "a") == 2.5);
  CHECK(sentences(asked) == Sentences{"pre.csv:3: column 'hope': '2.5' is no number; treated as missing (id 'b')"});
}

TEST_CASE("a ready score may have a range, and its changes are always numbers") {
  const auto survey =
      two_files("id,hope\na,0\nb,11\nc,1e308\nd,-4e307\n", "id,hope\na,10\nb,5\nc,1\nd,4e307\n", std::string(hope));
  CHECK(sentences(survey) == Sentences{"pre.csv:4: column 'hope': '1e308' is outside -4e+307 to 4e+307 (hope); treated "
                                       "as missing (id 'c')"});
  CHECK(score_of(survey, "hope", "d", true) == 4e307);
  const auto bounded =
      two_files("id,hope\na,0\nb,11\n", "id,hope\na,10\nb,2.5\n", std::string(hope) + "range = [0, 10]\n");
  CHECK(sentences(bounded) ==
        Sentences{"pre.csv:3: column 'hope': '11' is outside 0 to 10 (hope); treated as missing (id 'b')"});
  CHECK(score_of(bounded, "hope", "b", true) == 2.5);
}

TEST_CASE("fractions are answers where the scale says so, and are counted like others") {
  const std::string visual =
      "[[outcome]]\nname = \"calm\"\ncolumns = [\"v1\", \"v2\"]\nrange = [0, 10]\nwhole = false\n";
  const auto survey = two_files("id,v1,v2\na,2.5,7.25\nb,11,1\nc,x,\n", "id,v1,v2\na,0,0\nb,1,1\n", visual);
  CHECK(score_of(survey, "calm", "a") == 4.875);
  CHECK(std::isnan(score_of(survey, "calm", "b")));
  CHECK(survey.answers[0].pre == 5);
  CHECK(survey.answers[0].out_of_range == 1);
  CHECK(survey.answers[0].unreadable == 1);
  CHECK(survey.people() == 3);
}

}  // namespace
