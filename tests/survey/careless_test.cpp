#include "ecpr/survey/careless.hpp"

#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

const std::string calm =
    "[[outcome]]\nname = \"calm\"\ncolumns = [\"a\", \"b\", \"c\", \"d\"]\nrange = [1, 5]\nreversed = [\"b\", \"d\"]\n";

survey::Survey audited(std::string_view pre, std::string_view post, std::string_view outcomes) {
  const WorkingFolder folder;
  folder.write("pre.csv", pre);
  folder.write("post.csv", post);
  const auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + std::string(outcomes));
  return survey::read_survey(study, {.hash = false, .item_sums = survey::ItemSums::none, .audit = true});
}

/// What is said of "x" with these answers before and, the last of them, of nobody else.
Texts careless(const std::string& answers, const std::string& outcomes = calm, const std::string& header = "a,b,c,d") {
  const std::string careful = header == "a,b,c,d" ? "1,4,2,5" : "1,2,1,2,1,2,1,2,1,2,1,2";
  const auto survey = audited("id," + header + "\nw," + careful + "\nx," + answers + "\n",
                              "id," + header + "\nx," + careful + "\nw," + careful + "\n", outcomes);
  Texts found;
  for (const auto& one : survey.careless) found.push_back(sentence(survey, one, false));
  return found;
}

}  // namespace

TEST_CASE("one answer to items that go against each other") {
  CHECK(careless("3,3,3,3") ==
        Texts{"pre.csv:3: id 'x' gave one answer to all of the 4 items of calm, though some are reversed"});
  CHECK(careless("3,3,3,2").empty());
  CHECK(careless("3,3,3,").empty());  // three answers may be meant
}

TEST_CASE("one answer to items of one direction is an opinion") {
  const std::string outcome = "[[outcome]]\nname = \"calm\"\ncolumns = [\"a\", \"b\", \"c\", \"d\"]\nrange = [1, 5]\n";
  CHECK(careless("5,5,5,5", outcome).empty());
}

TEST_CASE("ten equal answers in a row") {
  const std::string items = "a,b,c,d,e,f,g,h,i,j,k,l";
  std::string columns;
  for (const char letter : std::string("abcdefghijkl"))
    columns += std::string(columns.empty() ? "\"" : ", \"") + letter + "\"";
  const std::string outcome = "[[outcome]]\nname = \"long\"\ncolumns = [" + columns + "]\nrange = [1, 5]\n";
  CHECK(careless("2,4,4,4,4,4,4,4,4,4,4,1", outcome, items) ==
        Texts{"pre.csv:3: id 'x' gave one answer to 10 items in a row, of the 12 of long"});
  CHECK(careless("2,4,4,4,4,4,4,4,4,4,3,1", outcome, items).empty());
  CHECK(careless("4,4,4,4,4,,4,4,4,4,4,4", outcome, items).empty());  // a gap ends the row
}

TEST_CASE("fewer than half of the items answered") {
  CHECK(careless("3,,,") == Texts{"pre.csv:3: id 'x' answered 1 of 4 items"});
  CHECK(careless("3,,2,").empty());
  CHECK(careless("3,9,9,").empty());  // what cannot be used was answered
}

TEST_CASE("nothing is looked for without an audit, and nobody is left out in one") {
  const std::string pre = "id,a,b,c,d\nx,3,3,3,3\n", post = "id,a,b,c,d\nx,1,4,2,5\n";
  CHECK(two_files(pre, post, calm).careless.empty());
  const auto survey = audited(pre, post, calm);
  CHECK(survey.careless.size() == 1);
  CHECK(survey.problems.total() == 0);
  CHECK(score_of(survey, "calm", "x") == 3);
}

TEST_CASE("an audit shows undecided duplicates and one wave, and what follows from them") {
  const auto twice = audited("id,hope\nx,1\nx,2\ny,1\n", "id,hope\nx,3\ny,2\n", hope);
  CHECK(twice.obstacle ==
        "pre.csv: an id has two different rows in the same wave: 'x' (lines 2 and 3); correct an id that was mistyped, "
        "or, if the rows are one person's, decide with "
        "--duplicates first, last or most-complete (duplicates = \"...\" under [input])");
  CHECK(sentences(twice) == Texts{"pre.csv:3: id 'x' has another row with different answers in this wave"});
  CHECK(remedy(twice, twice.problems.kept()[0]) ==
        "correct an id that was mistyped; if the rows are one person's: --duplicates first, last or most-complete "
        "(duplicates = \"...\" under [input])");
  CHECK(twice.duplicates == 1);
  const auto one_wave = audited("id,hope\nx,1\n", "id,hope\nx,\n", hope);
  CHECK(one_wave.obstacle == "post.csv: nobody has an answer in the post wave");
  CHECK(audited("id,hope\nx,1\n", "id,hope\nx,2\n", hope).obstacle.empty());
}
