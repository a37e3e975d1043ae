#include "ecpr/survey/flow.hpp"

#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::Flow;

namespace {

std::vector<std::size_t> numbers(const Flow& flow) {
  return {flow.pre, flow.post, flow.matched, flow.pre_only, flow.post_only};
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("people are counted by wave, over all and by group, those without group last") {
  const auto survey = two_files("id,role,hope\n1,a,1\n2,a,1\n3,b,1\n4,,1\n5,b,\n", "id,hope\n1,2\n3,2\n4,2\n9,2\n",
                                std::string(hope) + "[group]\ncolumn = \"role\"\n");
  CHECK(numbers(flow_of(survey)) == Numbers{4, 4, 3, 1, 1});
  const auto groups = flow_of_groups(survey);
  REQUIRE(groups.size() == 3);
  CHECK(numbers(groups[0]) == Numbers{2, 1, 1, 1, 0});
  CHECK(numbers(groups[1]) == Numbers{1, 1, 1, 0, 0});
  CHECK(numbers(groups[2]) == Numbers{1, 2, 1, 0, 1});
}
