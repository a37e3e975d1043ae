#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Ids = std::vector<std::string>;
using Sentences = std::vector<std::string>;

survey::Survey people(const std::string& pre, const std::string& post, const std::string& input = "") {
  return two_files("id,hope\n" + pre, "id,hope\n" + post, hope, "id = \"id\"\n" + input);
}

std::size_t matched(const survey::Survey& survey) {
  return static_cast<std::size_t>(std::count(survey.waves.begin(), survey.waves.end(), 3));
}

TEST_CASE("ids are text: numbers that look alike are different people") {
  const auto survey = people("007,1\n7,2\n12345678901234567890,3\n12345678901234567891,4\n1E5,5\n1.0,6\n",
                             "7,9\n007,8\n12345678901234567891,7\n100000,1\n1,1\n");
  CHECK(survey.people() == 8);
  CHECK(matched(survey) == 3);
  CHECK(score_of(survey, "hope", "007") == 1);
  CHECK(score_of(survey, "hope", "007", true) == 8);
  CHECK(score_of(survey, "hope", "7", true) == 9);
  CHECK(score_of(survey, "hope", "12345678901234567891") == 4);
  CHECK(score_of(survey, "hope", "12345678901234567891", true) == 7);
  CHECK(std::isnan(score_of(survey, "hope", "12345678901234567890", true)));
}

TEST_CASE("ids match in Unicode NFC and without what surrounds them") {
  const auto survey = people("Zo\u00EB,1\n p2 ,2\n\u00A0p3,3\n\uFEFFp4,4\n\"p5\u200B\",5\np 6,6\n",
                             "Zoe\u0308,9\np2,9\np3\u2009,9\n\u200Ep4,9\np5,9\np6,9\n");
  CHECK(matched(survey) == 5);
  CHECK(survey.people() == 7);
  CHECK(survey.ids == Ids{"Zo\u00EB", "p 6", "p2", "p3", "p4", "p5", "p6"});
}

TEST_CASE("people stand in byte order of their ids, whatever the order of the rows") {
  const auto survey = people("b,1\nB,2\n10,3\n9,4\n\u00E9,5\na,6\n", "a,1\nc,1\n");
  CHECK(survey.ids == Ids{"10", "9", "B", "a", "b", "c", "\u00E9"});
  CHECK(survey.waves == std::vector<std::uint8_t>{1, 1, 1, 3, 1, 2, 1});
}

TEST_CASE("case tells people apart unless the study says otherwise") {
  CHECK(matched(people("P1,1\np2,2\nSTRASSE,1\n", "p1,1\np2,2\nstra\u00DFe,1\n")) == 1);
  const auto folded = people("P1,1\np2,2\nSTRASSE,1\n", "p1,1\np2,2\nstra\u00DFe,1\n", "match = \"folded\"\n");
  CHECK(matched(folded) == 3);
  CHECK(folded.ids == Ids{"P1", "p2", "STRASSE"});  // as first typed
}

TEST_CASE("rows without id are counted, named and left out") {
  const auto survey = people("a,1\n,2\n \u00A0 ,3\nNA,4\n", "a,2\n,5\n");
  CHECK(survey.people() == 1);
  CHECK(survey.blank_ids == 4);
  const std::string rest = ": the row has no id in column 'id' and is left out";
  CHECK(sentences(survey) ==
        Sentences{"pre.csv:3" + rest, "pre.csv:4" + rest, "pre.csv:5" + rest, "post.csv:3" + rest});
}

TEST_CASE("a row without any answer is nobody's") {
  const auto survey = people("a,1\nb,\nc,NA\n", "a,2\nb,3\n");
  CHECK(survey.people() == 2);
  CHECK(survey.waves == std::vector<std::uint8_t>{3, 2});
  CHECK(sentences(survey) ==
        Sentences{"pre.csv:3: id 'b' has no answer to any outcome", "pre.csv:4: id 'c' has no answer to any outcome"});
  const auto wide = one_file("id,hope_pre,hope_post\na,1,2\nb,,\nc,3,\n", hope);
  CHECK(wide.people() == 2);
  CHECK(sentences(wide) == Sentences{"survey.csv:3: id 'b' has no answer to any outcome"});
}

TEST_CASE("blank lines and rows of blank cells are nobody's, too") {
  const auto survey = people("\na,1\n , \n,,\n", "\n\na,2\n\n");
  CHECK(survey.people() == 1);
  CHECK(survey.problems.total() == 0);
}

TEST_CASE("identical rows are one person, with a note") {
  const auto survey = people("a,1\nb,2\na,1.0\na,1\n", "a,2\nb,2\nb,2\n");
  CHECK(survey.people() == 2);
  CHECK(survey.duplicates == 3);
  CHECK(sentences(survey) == Sentences{"pre.csv:4: id 'a' answered the same twice; counted once",
                                       "pre.csv:5: id 'a' answered the same twice; counted once",
                                       "post.csv:4: id 'b' answered the same twice; counted once"});
  const auto wide = one_file("id,hope_pre,hope_post\na,1,2\na,1,2\n", hope);
  CHECK(wide.duplicates == 1);
  CHECK(sentences(wide) == Sentences{"survey.csv:3: id 'a' answered the same twice; counted once"});
}

TEST_CASE("different rows of one person in a wave are refused until the user decides") {
  const auto refused = [](const std::string& pre, const std::string& post) {
    return refusal<InputError>([&] { people(pre, post); });
  };
  const std::string decide =
      "; correct an id that was mistyped, or, if the rows are one person's, decide with --duplicates first, last or "
      "most-complete (duplicates = "
      "\"...\" under [input])";
  CHECK(refused("a,1\nb,2\na,3\n", "a,2\n") ==
        "pre.csv: an id has two different rows in the same wave: 'a' (lines 2 and 4)" + decide);
  CHECK(refused("a,1\n", "a,2\nb,1\na,3\nb,2\n") ==
        "post.csv: some ids have two different rows in the same wave: 'a' (lines 2 and 4) and 'b' (lines 3 and 5)" +
            decide);
  std::string many;
  for (int i = 0; i < 8; ++i) many += "p" + std::to_string(i) + ",1\np" + std::to_string(i) + ",2\n";
  CHECK(refused(many, "a,2\n") ==
        "pre.csv: some ids have two different rows in the same wave: 'p0' (lines 2 and 3), 'p1' (lines 4 and 5), 'p2' "
        "(lines 6 and 7), 'p3' (lines 8 and 9), 'p4' (lines 10 and 11) and 3 more" +
            decide);
  const std::string wide = "id,hope_pre,hope_post\na,1,2\na,1,3\n";
  CHECK(refusal<InputError>([&] { one_file(wide, hope); }) ==
        "survey.csv: an id has two different rows in the same wave: 'a' (lines 2 and 3)" + decide);
  const std::string long_file = "id,wave,hope\na,pre,1\na,post,2\na,pre,3\n";
  CHECK(refusal<InputError>([&] { one_file(long_file, hope); }) ==
        "survey.csv: an id has two different rows in the same wave: 'a' (lines 2 and 4)" + decide);
}

TEST_CASE("the first, the last or the most complete row, as decided") {
  const std::string header = "id,x,y\n", post = header + "a,9,9\nb,9,9\n";
  const std::string pre = header + "a,1,\nb,1,1\na,2,2\na,3,3\n";
  const std::string outcomes = "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\n[[outcome]]\nname = \"y\"\ncolumn = \"y\"\n";
  const auto decided = [&](const std::string& rule) {
    return two_files(pre, post, outcomes, "duplicates = \"" + rule + "\"");
  };
  const auto first = decided("first");
  CHECK(score_of(first, "x", "a") == 1);
  CHECK(first.duplicates == 2);
  const std::string rest = ": id 'a' has two different rows in this wave; this one is left out";
  CHECK(sentences(first) == Sentences{"pre.csv:4" + rest, "pre.csv:5" + rest});
  const auto last = decided("last");
  CHECK(score_of(last, "x", "a") == 3);
  CHECK(sentences(last) == Sentences{"pre.csv:2" + rest, "pre.csv:4" + rest});
  const auto complete = decided("most-complete");
  CHECK(score_of(complete, "x", "a") == 2);
  CHECK(sentences(complete) == Sentences{"pre.csv:2" + rest, "pre.csv:5" + rest});
  CHECK(complete.people() == 2);
}

TEST_CASE("pairs are counted per outcome") {
  const std::string outcomes = "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\n[[outcome]]\nname = \"y\"\ncolumn = \"y\"\n";
  const auto survey = two_files("id,x,y\na,1,1\nb,1,\nc,,1\n", "id,x,y\na,1,1\nb,1,1\nc,1,\nd,1,1\n", outcomes);
  CHECK(matched(survey) == 3);
  CHECK(std::isnan(score_of(survey, "y", "b")));
  CHECK(score_of(survey, "y", "b", true) == 1);
  CHECK(std::isnan(score_of(survey, "x", "c")));
  CHECK(survey.waves == std::vector<std::uint8_t>{3, 3, 3, 2});
}

}  // namespace
