#include "ecpr/survey/notes.hpp"

#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Notes = std::vector<std::string>;

}  // namespace

TEST_CASE("notes for others call the files by their names alone") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,hope,Hope\na,1,1\n");
  folder.write("post.csv", "id,hope\na,2\n");
  const auto survey = survey_of("[input]\npre = \"./pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + std::string(hope));
  const std::string sentence = "pre.csv: not used, though nearly named like a column that is: 'Hope' (like 'hope')";
  CHECK(survey.notes == std::vector<std::string>{"./" + sentence});
  CHECK(notes_without_folders(survey) == std::vector<std::string>{sentence});
}

TEST_CASE("notes for results hold no id") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,hope\na,1\nb,1\n");
  folder.write("post.csv", "id,hope\na,2\nc,2\n");
  folder.write("repairs.csv", "post_id,pre_id,same_person\nx7,b,yes\n");
  folder.write("exclude.csv", "id,reason\ny8,withdrew\nb,withdrew\n");
  const auto survey = survey_of(
      "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\nrepairs = \"repairs.csv\"\nexclude = "
      "\"exclude.csv\"\n" +
      std::string(hope));
  CHECK(notes_without_folders(survey) ==
        Notes{"repairs.csv: 1 of 1 repair is not used, as no row has the id after or before: 'x7' (line 2)",
              "exclude.csv: 1 of 2 ids are in no row: 'y8' (line 2)"});
  CHECK(notes_for_results(survey) ==
        Notes{"repairs.csv: 1 of 1 repair is not used, as no row has the id after or before",
              "exclude.csv: 1 of 2 ids are in no row"});
}

TEST_CASE("notes for results hold no cell") {
  const auto survey = two_files("id,age,hope\na,34 years,1\nb,29,1\n", "id,hope\na,2\nb,2\n",
                                std::string(hope) + "[[characteristic]]\ncolumn = \"age\"\nkind = \"number\"\n");
  CHECK(notes_for_results(survey) ==
        Notes{"column 'age' should hold numbers (kind = \"number\"): 1 person has no number there, which counts as "
              "missing; mend the file, or say kind = \"category\""});
}

TEST_CASE("notes for results name further waves, but not what may be a slip in somebody's cell") {
  const auto noted = [](int late, int other) {
    std::string rows = "id,wave,hope\na,pre,1\na,post,2\n";
    for (int i = 0; i < late; ++i) rows += "l" + std::to_string(i) + ",late,3\n";
    for (int i = 0; i < other; ++i) rows += "o" + std::to_string(i) + ",in May " + std::to_string(i) + ",3\n";
    return notes_for_results(one_file(rows, hope, "wave = \"wave\"\nid = \"id\"")).back();
  };
  CHECK(noted(5, 0) == "survey.csv: 5 rows of the wave 'late' left out: neither pre nor post");
  CHECK(noted(5, 1) == "survey.csv: 6 rows of the waves 'late' and 1 other left out: neither pre nor post");
  CHECK(noted(4, 0) == "survey.csv: 4 rows of 1 other wave left out: neither pre nor post");
  CHECK(noted(4, 2) == "survey.csv: 6 rows of 3 other waves left out: neither pre nor post");
}
