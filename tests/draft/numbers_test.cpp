// Numbers of which a draft cannot tell what they are.
#include <doctest/doctest.h>

#include "drafted.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("numbers that may have a comma between thousands wait, beside others or alone") {
  for (const std::string second : {"930", "\"5,100\""}) {
    const std::string rows = "code,steps\nk1,\"6,900\"\nk2," + second + "\n";
    const auto draft = drafted(rows, rows);
    CHECK(says(draft, "pre = \"pre.csv\"\npost = \"post.csv\"\nid = \"code\""));
    CHECK(says(draft,
               "# TO DECIDE: '6,900' may be 6900 or 6.9; \".\" or \",\" says which sign is that of fractions\n"
               "# decimal = \".\""));
    CHECK(says(draft, "# name = \"steps\"\n# column = \"steps\"\n# # higher_is = \"better\""));
    CHECK(draft.text.find("# seen: numbers such as '6,900'") != std::string::npos);
    REQUIRE(draft.decisions.size() == 2);
    CHECK(draft.decisions[0].find("steps (line ") != std::string::npos);
    CHECK(draft.decisions[0].ends_with("'6,900' may be 6900 or 6.9)"));
    CHECK(draft.decisions[1].starts_with("also left to decide: decimal (line "));
  }
}

TEST_CASE("a decimal comma in any column of a file is evidence for all of them") {
  const std::string rows = "code,steps,hope\nk1,\"6,900\",\"2,5\"\nk2,\"5,100\",3\n";
  const auto draft = drafted(rows, "code,steps,hope\nk1,\"6,900\",\"2,5\"\nk2,\"5,200\",4\n");
  CHECK(says(draft, "pre = { file = \"pre.csv\", decimal = \",\" }\npost = { file = \"post.csv\", decimal = \",\" }"));
  CHECK(draft.outcomes == 2);
}
