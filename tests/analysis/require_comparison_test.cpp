// Studies of which no outcome can be compared.
#include "ecpr/analysis/require_comparison.hpp"

#include <doctest/doctest.h>

#include "analysis_run.hpp"
#include "refusal.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::string refusal_of(const std::string& pre, const std::string& post, const std::string& outcomes) {
  const WorkingFolder folder;
  folder.write("pre.csv", pre);
  folder.write("post.csv", post);
  const auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + outcomes);
  const auto survey = survey::read_survey(study, {});
  const auto analysis = analysis::analyse(survey, study);
  return refusal<InputError>([&] { analysis::require_comparison(analysis, survey); });
}

}  // namespace

TEST_CASE("nobody has a score in both waves") {
  CHECK(refusal_of("id,a,b\n1,50%,\n2,40%,1\n", "id,a,b\n1,60%,2\n2,70%,\n",
                   "[[outcome]]\nname = \"a\"\ncolumn = \"a\"\n[[outcome]]\nname = \"b\"\ncolumn = \"b\"\n") ==
        "no outcome could be compared: nobody has a score of 'a' or 'b' in both waves; ecpr check, with the same "
        "input, shows what stands in the columns and what could not be read");
}

TEST_CASE("a questionnaire that is not scored says why") {
  const std::string rows =
      "id,flourish_1,flourish_2,flourish_3,flourish_4,flourish_5,flourish_6,flourish_7,flourish_8\n"
      "1,0,0,6,5,4,3,2,1\n2,0,1,2,3,4,5,6,0\n";
  CHECK(refusal_of(rows, rows, "[[outcome]]\ninstrument = \"flourish8\"\nitems = \"flourish_{item}\"\n") ==
        "no outcome could be compared: flourish8 is not scored: 8 of 32 answers are outside 1 to 7: another form or "
        "coding is suspected; ecpr check, with the same input, shows what stands in the columns and what could not be "
        "read");
}

TEST_CASE("one pair of one outcome is enough") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,a,b\n1,5,x\n");
  folder.write("post.csv", "id,a,b\n1,6,x\n");
  const auto study = study_of(
      "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n"
      "[[outcome]]\nname = \"a\"\ncolumn = \"a\"\n[[outcome]]\nname = \"b\"\ncolumn = \"b\"\n");
  const auto survey = survey::read_survey(study, {});
  CHECK_NOTHROW(analysis::require_comparison(analysis::analyse(survey, study), survey));
}
