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

TEST_CASE("a slip out of range is to be corrected, and not to be called missing everywhere") {
  std::string rows = "id,ucla3_1,ucla3_2,ucla3_3\n";
  for (int i = 0; i < 30; ++i) rows += "p" + std::to_string(i) + ",1,2,3\n";
  const auto survey = two_files(rows + "a,44,0,5\n", rows, loneliness);
  REQUIRE(survey.problems.total() == 3);
  const std::string correct =
      "correct the cell, or empty it; if many answers are so, the form may have asked for other answers than 1 to 3 "
      "(ecpr instruments show ucla3)";
  for (const auto& problem : survey.problems.kept()) CHECK(remedy(survey, problem) == correct);
  const auto own =
      two_files("id,q\na,7\n", "id,q\na,2\n", "[[outcome]]\nname = \"calm\"\ncolumns = [\"q\"]\nrange = [1, 4]\n");
  CHECK(remedy(own, own.problems.kept().at(0)) ==
        "correct the cell, or empty it; if the form of calm has other answers than 1 to 4: range = [LOWEST, HIGHEST] "
        "under its [[outcome]]");
}

TEST_CASE("a code for no answer is named only where no outcome has it as an answer") {
  const auto remedy_with = [](const std::string& range) {
    const auto survey = two_files("id,q,r\na,99,2\n", "id,q,r\na,2,2\n",
                                  "[[outcome]]\nname = \"q\"\ncolumns = [\"q\"]\nrange = [1, 4]\n"
                                  "[[outcome]]\nname = \"r\"\ncolumn = \"r\"\nrange = " +
                                      range);
    return remedy(survey, survey.problems.kept().at(0));
  };
  CHECK(remedy_with("[0, 10]\n") == "if it means no answer: --missing=99 (missing = [\"99\"] under [input])");
  CHECK(remedy_with("[0, 100]\n") ==
        "correct the cell, or empty it; if the form of q has other answers than 1 to 4: range = [LOWEST, HIGHEST] "
        "under its [[outcome]]");
}

TEST_CASE("fractions are no answers to a single item of few whole answers") {
  const std::string item = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\nsingle_item = true\nrange = ";
  const auto problems = [](const std::string& outcome) {
    const auto survey = two_files("id,hope\na,3.5\n", "id,hope\na,2\n", outcome);
    return sentences(survey);
  };
  CHECK(problems(item + "[1, 4]\n") ==
        Sentences{"pre.csv:2: column 'hope': '3.5' is not a whole number (hope); treated as missing (id 'a')"});
  CHECK(problems(item + "[1, 4]\nwhole = false\n").empty());
  CHECK(problems(item + "[0, 100]\n").empty());
  CHECK(problems(std::string(hope)).empty());
}

TEST_CASE("a sign may stand between thousands where other numbers have the other one") {
  const auto survey = two_files("id;hope\na;1.000\nb;900,5\nc;0.500\n", "id;hope\na;1.5\nb;1200\nc;2\n", hope);
  CHECK(sentences(survey) == Sentences{"pre.csv:2: column 'hope': '1.000' may be a fraction or have a sign between "
                                       "thousands; treated as missing (id 'a')"});
  CHECK(std::isnan(score_of(survey, "hope", "a")));
  CHECK(score_of(survey, "hope", "b") == 900.5);
  CHECK(score_of(survey, "hope", "c") == 0.5);
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "write numbers without a sign between thousands, or say which sign is that of fractions: --decimal , or "
        "--decimal . (decimal = \",\" or \".\" under [input])");
  CHECK(two_files("id;hope\na;1.000\nb;2.125\n", "id;hope\na;1.5\nb;1.250\n", hope).problems.total() == 0);
}

TEST_CASE("numbers in one wave and texts in the other are asked about") {
  const std::string numbers = "id,ucla3_1,ucla3_2,ucla3_3\na,1,2,3\n",
                    texts = "id,ucla3_1,ucla3_2,ucla3_3\na,Often,Often,Hardly ever\n";
  const auto survey = two_files(numbers, texts, loneliness);
  CHECK(sentences(survey) ==
        Sentences{"pre.csv:2: Loneliness: the answers are numbers before and texts after; the numbers are read as 1 = "
                  "hardly ever; whether the numbers mean the same as the texts, the data do not show"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "look into the form or the export for what 1 stands for; if it is as the texts say: \"1\" = NUMBER under "
        "[outcome.answers] says so; if the numbers run the other way: --coding ucla3=often-first (coding = \"...\" in "
        "the study file)");
  CHECK(two_files(texts, numbers, loneliness).problems.count(survey::ProblemKind::mixed_answers) == 1);
  CHECK(two_files(texts, texts, loneliness).problems.total() == 0);
  CHECK(two_files(numbers, texts, loneliness + "[outcome.answers]\n\"1\" = 1\n").problems.total() == 0);
  const std::string item = "[[outcome]]\nname = \"calm\"\ncolumn = \"q\"\n[outcome.answers]\n\"yes\" = 1\n\"no\" = 0\n";
  CHECK(two_files("id,q\na,1\n", "id,q\na,yes\n", item).problems.count(survey::ProblemKind::mixed_answers) == 1);
  const auto in_waves = one_file("id,wave,q\na,pre,1\na,post,yes\nb,pre,0\nb,post,no\nb,later,1\n", item);
  CHECK(in_waves.problems.count(survey::ProblemKind::mixed_answers) == 1);
}

TEST_CASE("more than 5% out of range: not scored, with the reason") {
  std::string pre = "id,ucla3_1,ucla3_2,ucla3_3\n", post = pre;
  for (int i = 0; i < 10; ++i)
    (pre += "p" + std::to_string(i) + ",1,2,3\n"), post += "p" + std::to_string(i) + ",1,1,1\n";
  const auto with = [&](const std::string& row) { return two_files(pre + row, post, loneliness); };
  CHECK(outcome_named(with("z,4,2,2\n"), "ucla3").unscored.empty());
  CHECK(outcome_named(with("z,4,2,2\n"), "ucla3").unusable ==
        "1 of 63 answers counts as missing: 1 out of range or not whole");
  // 33 + 30 answers: 3 are 4.8% of all, and 9% of those before.
  CHECK(outcome_named(with("z,4,4,4\n"), "ucla3").unscored ==
        "3 of 33 answers before are outside 1 to 3: another form or coding is suspected");
  const auto survey = with("y,1,2,4\nz,4,4,4\n");
  CHECK(outcome_named(survey, "ucla3").unscored ==
        "4 of 66 answers are outside 1 to 3: another form or coding is suspected");
  CHECK(remedy(survey, survey.problems.kept().at(0)) ==
        "ucla3 is not scored: 4 of 66 answers are outside 1 to 3: another form or coding is suspected; see what the "
        "form asked for (ecpr instruments show ucla3): \"TEXT\" = NUMBER, a line for each answer under "
        "[outcome.answers], recodes it");
  CHECK(std::isnan(score_of(survey, "ucla3", "p0")));
  CHECK(std::isnan(score_of(survey, "ucla3", "p0", true)));
  CHECK(survey.products.empty());
}

TEST_CASE("more than 5% unreadable: not scored, with the commonest text and the line for it") {
  std::string pre = "id,ucla3_1,ucla3_2,ucla3_3\n", post = pre;
  for (int i = 0; i < 10; ++i)
    (pre += "p" + std::to_string(i) + ",Often,Hardly ever,Often\n"),
        post += "p" + std::to_string(i) + ",Often,Often,Often\n";
  const auto with = [&](const std::string& row) { return two_files(pre + row, post, loneliness); };
  const auto reason = [&](const std::string& row) { return outcome_named(with(row), "ucla3").unscored; };
  CHECK(reason("z,Ofen,Often,Often\n").empty());
  CHECK(outcome_named(with("z,Ofen,Often,Often\n"), "ucla3").unusable ==
        "1 of 63 answers counts as missing: 1 unreadable");
  CHECK(reason("z,Sometimes,Perhaps,Sometimes\n") ==
        "3 of 33 answers before cannot be read, most often 'Sometimes', which is nearly 'Some of the time': "
        "\"Sometimes\" "
        "= 2 under [outcome.answers]");
  CHECK(reason("y,Perhaps,1,1\nz,Perhaps,7,4\n") ==
        "4 of 66 answers cannot be used, 2 outside 1 to 3 and 2 that cannot be read, most often 'Perhaps'; if it is an "
        "answer: \"Perhaps\" = NUMBER under [outcome.answers]; if it means no answer: missing = [\"Perhaps\"] under "
        "[input]");
  const auto survey = with("y,Sometimes,1,1\nz,Sometimes,Sometimes,Sometimes\n");
  CHECK(std::isnan(score_of(survey, "ucla3", "p0")));
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "if it is the answer 'Some of the time': \"Sometimes\" = 2 under [outcome.answers]; if it means no answer: "
        "--missing=\"Sometimes\" (missing = [\"Sometimes\"] under [input])");
}

TEST_CASE("scales of one's own and single items follow the same rule, from three cells on") {
  const auto reason = [](const std::string& pre, const std::string& outcome) {
    const auto survey = two_files("id,q\na,1\nb,2\nc,3\nd,4\n" + pre, "id,q\na,1\nb,2\nc,3\nd,4\n",
                                  "[[outcome]]\nname = \"calm\"\n" + outcome);
    return outcome_named(survey, "calm").unscored;
  };
  const std::string own = "columns = [\"q\"]\nrange = [1, 4]\n";
  CHECK(reason("e,44\nf,9\n", own).empty());
  CHECK(reason("e,44\nf,9\ng,9\n", own) == "3 of 11 answers are outside 1 to 4: another form or coding is suspected");
  const std::string item = "column = \"q\"\nsingle_item = true\n";
  CHECK(reason("e,never\nf,never\n", item).empty());
  CHECK(reason("e,never\nf,never\ng,never\n", item) ==
        "3 of 11 answers cannot be read, most often 'never'; if it is an answer: \"never\" = NUMBER under "
        "[outcome.answers]; if it means no answer: missing = [\"never\"] under [input]");
  CHECK(reason("e,never\nf,never\ng,never\n", "column = \"q\"\n").empty());
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
  CHECK(survey.problems.count(survey::ProblemKind::unreadable) == 0);
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
        "if it is the answer 'Some of the time': \"Sometimes\" = 2 under [outcome.answers]; if it means no answer: "
        "--missing=\"Sometimes\" (missing = [\"Sometimes\"] under [input])");
  const auto numbered = loneliness_of("1 - Hardly,2,3", answers);
  CHECK(remedy(numbered, numbered.problems.kept()[0]) ==
        "if it is an answer: \"1 - Hardly\" = 1 under [outcome.answers]; if it means no answer: --missing=\"1 - "
        "Hardly\" (missing = [\"1 - Hardly\"] under [input])");
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
