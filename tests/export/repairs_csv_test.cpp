#include "ecpr/export/repairs_csv.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("proposed repairs are a CSV that can be handed back") {
  survey::Survey survey = small_survey();
  std::ostringstream none;
  catalogue::write_repairs_csv(none, survey);
  CHECK(none.str() == "post_id,pre_id,same_person,why,post_line,pre_line\n");
  survey.ids = {"=d", "a", "=b,1", "B 1"};
  survey.near_misses = {{2, 3, survey::Likeness::spelling}};
  std::ostringstream one;
  catalogue::write_repairs_csv(one, survey);
  CHECK(one.str() ==
        "post_id,pre_id,same_person,why,post_line,pre_line\n"
        "B 1,\"'=b,1\",yes,\"they differ in case, blanks, punctuation or zeros\",3,4\n");
}
