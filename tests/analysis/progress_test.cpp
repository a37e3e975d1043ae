#include "ecpr/analysis/progress.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "survey_run.hpp"

using namespace ecpr;

TEST_CASE("every comparison is told of once, whatever the threads") {
  const ecpr::testing::WorkingFolder folder;
  folder.write("pre.csv", "id,role,hope,calm\na,x,1,2\nb,x,2,4\nc,y,3,1\n");
  folder.write("post.csv", "id,role,hope,calm\na,x,2,2\nb,x,5,3\nc,y,3,3\n");
  const auto study = ecpr::testing::study_of(
      "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n[group]\ncolumn = \"role\"\n"
      "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n[[outcome]]\nname = \"calm\"\ncolumn = \"calm\"\n");
  const auto survey = survey::read_survey(study, {});
  for (const unsigned threads : {1U, 4U}) {
    std::vector<std::size_t> told;
    analysis::analyse(survey, study, threads, [&](std::size_t done, std::size_t of) {
      CHECK(of == 6);
      told.push_back(done);
    });
    CHECK(told == std::vector<std::size_t>{1, 2, 3, 4, 5, 6});
  }
}
