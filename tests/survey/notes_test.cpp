#include "ecpr/survey/notes.hpp"

#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("notes for others call the files by their names alone") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,hope,Hope\na,1,1\n");
  folder.write("post.csv", "id,hope\na,2\n");
  const auto survey = survey_of("[input]\npre = \"./pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + std::string(hope));
  const std::string sentence = "pre.csv: not used, though nearly named like a column that is: 'Hope' (like 'hope')";
  CHECK(survey.notes == std::vector<std::string>{"./" + sentence});
  CHECK(notes_without_folders(survey) == std::vector<std::string>{sentence});
}
