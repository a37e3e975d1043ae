#include "ecpr/export/scored_csv.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "survey_example.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::string scored(const survey::Survey& survey) {
  std::ostringstream out;
  catalogue::write_scored_csv(out, survey);
  return out.str();
}

}  // namespace

TEST_CASE("a row per person and wave that was answered, pre before post") {
  CHECK(scored(small_survey()) ==
        "id,group,wave,hope,hope_n_answered,hope_prorated,pulse\n"
        "'=d,,pre,3.5,2,0,60\n"
        "'=d,,post,4,2,0,61\n"
        "a,Peers,pre,2,1,1,70\n"
        "a,Peers,post,0.30000000000000004,2,0,\n"
        "b,\"Clinicians, others\",pre,,0,0,-1.5\n"
        "c,Peers,post,1,2,0,80\n");
}

TEST_CASE("nobody is a header alone") {
  survey::Survey survey;
  CHECK(scored(survey) == "id,group,wave\n");
}
