#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Scores = std::vector<double>;
using Sentences = std::vector<std::string>;

const std::string fidelity =
    "[[measure]]\nname = \"fidelity\"\nfile = \"ratings.csv\"\ncolumns = [\"f1\", \"f2\"]\nrange = [0, 2]\n"
    "score = \"sum\"\nmark = 3\n";
const std::string satisfaction =
    "[[measure]]\nname = \"satisfaction\"\nlabel = \"Satisfaction\"\nwave = \"post\"\ncolumns = [\"s1\", \"s2\"]\n"
    "reversed = [\"s2\"]\nrange = [1, 5]\nminimum_answered = 1\n";

survey::Survey with_ratings(std::string_view ratings, const std::string& measures = fidelity) {
  const WorkingFolder folder;
  folder.write("survey.csv", "id,hope_pre,hope_post\na,1,2\n");
  folder.write("ratings.csv", ratings);
  return survey_of(
      "[input]\nfile = \"survey.csv\"\n[[outcome]]\nname = \"hope\"\npre = \"hope_pre\"\n"
      "post = \"hope_post\"\n" +
      measures);
}

}  // namespace

TEST_CASE("a measure of a wave: everybody who answered in it, matched or not") {
  const auto survey =
      two_files("id,hope\na,1\nb,1\n", "id,hope,s1,s2\nc,2,5,1\na,2,4,\nb,2,,\n", std::string(hope) + satisfaction);
  REQUIRE(survey.measures.size() == 1);
  CHECK(survey.measures[0].source.label == "Satisfaction");
  CHECK(survey.measures[0].scores == Scores{4, 5});  // people in order of their ids: a, c
  CHECK(survey.measures[0].not_scored == 0);         // b answered none of its items
  CHECK_FALSE(survey.measures[0].mark);
  REQUIRE(survey.measures[0].products);
  CHECK(survey.measures[0].products->n == 1);
  CHECK(survey.outcomes.size() == 1);
}

TEST_CASE("a file of ratings: a row each, without ids") {
  const auto survey = with_ratings("f1,session,f2\n2,1,1\n1,2,\n,3,\n2,4,2\n");
  REQUIRE(survey.measures.size() == 1);
  CHECK(survey.measures[0].scores == Scores{3, 4});
  CHECK(survey.measures[0].not_scored == 2);
  CHECK(survey.measures[0].mark == 3.0);
  CHECK(survey.measures[0].products->n == 2);
  REQUIRE(survey.files.size() == 2);
  CHECK(survey.files[1].base_name == "ratings.csv");
  CHECK(survey.files[1].rows == 4);
  CHECK(survey.people() == 1);
}

TEST_CASE("two measures of one file read it once") {
  const auto survey =
      with_ratings("f1,f2,room\n2,1,9\n", fidelity +
                                              "[[measure]]\nname = \"room\"\nfile = \"ratings.csv\"\ncolumn = "
                                              "\"room\"\nrange = [0, 10]\n");
  CHECK(survey.files.size() == 2);
  CHECK(survey.measures[0].scores == Scores{3});
  CHECK(survey.measures[1].scores == Scores{9});
  CHECK_FALSE(survey.measures[1].products);
}

TEST_CASE("what is wrong in a file of ratings is said as of any other") {
  const auto survey = with_ratings("f1,f2\n2,7\n2,yes\n1\n");
  CHECK(sentences(survey) ==
        Sentences{"ratings.csv:2: column 'f2': '7' is outside 0 to 2 (fidelity); treated as missing",
                  "ratings.csv:3: column 'f2': 'yes' is no number and no known answer of fidelity; treated as missing",
                  "ratings.csv:4: the row has 1 of 2 cells; the others are taken as missing"});
  CHECK(refusal<InputError>([] { with_ratings("f1,g2\n2,1\n"); }) ==
        "column 'f2' not found in ratings.csv; its columns are 'f1' and 'g2'");
  CHECK(refusal<InputError>([] { with_ratings("f1,f2\n"); }) ==
        "ratings.csv: the file has a header but no rows below it");
}

TEST_CASE("a file of ratings is no wave") {
  const WorkingFolder folder;
  folder.write("survey.csv", "id,hope_pre,hope_post\na,1,\nb,,2\n");
  folder.write("ratings.csv", "f1,f2\n1,1\n");
  const auto survey = survey_of(
      "[input]\nfile = \"survey.csv\"\nid = \"id\"\n[[outcome]]\nname = \"hope\"\n"
      "pre = \"hope_pre\"\npost = \"hope_post\"\n" +
      fidelity);
  CHECK(refusal<InputError>([&] { survey::require_pairs(survey); }) ==
        "survey.csv: no pairs: none of 1 person before and 1 after has the same 'id' in both waves, the first are 'a' "
        "and 'b'; --id COLUMN names another column");
}

TEST_CASE("more files of measures than a problem can name are refused") {
  std::string measures;
  for (int i = 0; i < 201; ++i)
    measures += "[[measure]]\nname = \"m" + std::to_string(i) + "\"\nfile = \"f" + std::to_string(i) +
                ".csv\"\ncolumn = \"x\"\nrange = [0, 1]\n";
  CHECK(refusal<InputError>([&] { with_ratings("x\n1\n", measures); }) ==
        "the measures stand in 201 files, more than 200");
}

TEST_CASE("clusters: the value before, else after; changes and gaps are counted") {
  const auto survey =
      two_files("id,session,hope\na,1,1\nb,2,1\nc,,1\nd,,1\n", "id,session,hope\na,1,2\nb,1,2\nc,3,2\nd,,2\n", hope,
                "id = \"id\"\ncluster = \"session\"");
  CHECK(survey.cluster_column == "session");
  CHECK(survey.clusters == Sentences{"1", "2", "3"});
  CHECK(survey.cluster == std::vector<std::uint32_t>{0, 1, 2, survey::nobody});
  CHECK(survey.notes == Sentences{"1 person has another value of 'session' after than before; the one before counts",
                                  "1 person has no value of 'session', and counts as a cluster alone"});
  CHECK(refusal<InputError>([] { two_files("id,hope\na,1\n", "id,hope\na,2\n", hope, "cluster = \"session\""); }) ==
        "column 'session' not found in pre.csv; its columns are 'id' and 'hope'");
}
