#include "ecpr/survey/open_problems.hpp"

#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("problems that the study settles are not open") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,hope\na,1\na,2\nb,3\nb,3\n,4\n");
  folder.write("post.csv", "id,hope\na,1\nb,2\n");
  const auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\nduplicates = \"first\"\n" +
                              std::string(hope));
  const auto survey = survey::read_survey(study, {});
  CHECK(survey.problems.total() == 3);
  CHECK(open_problems(survey, study) == 1);
  CHECK(open_problems(two_files("id,hope\nb,3\nb,3\n", "id,hope\nb,2\n", hope),
                      study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\n" + std::string(hope))) == 1);
}
