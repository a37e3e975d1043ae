// Which ids a draft takes, and how it leaves them open.
#include <doctest/doctest.h>

#include "drafted.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("a draft takes the ids under which people recur and says why, and a counter is no outcome") {
  const auto draft = drafted("ID,Email,hope\n1,a@x.org,3\n2,b@x.org,4\n3,c@x.org,5\n",
                             "ID,Email,hope\n1,c@x.org,1\n2,a@x.org,2\n3,b@x.org,2\n");
  CHECK(draft.text.find("id = \"Email\"                     # guess: by what stands in it: 3 of 3 people recur; 'ID' "
                        "counts the rows\n") != std::string::npos);
  CHECK(draft.outcomes == 1);
  CHECK(draft.held_back == 0);
  CHECK(draft.text.find("# Not used of pre.csv: 'ID'") != std::string::npos);
}

TEST_CASE("numbers that count up with gaps and never come back are no outcome") {
  std::string pre = "Answer,Alias,hope\n", post = pre;
  for (int i = 0; i < 9; ++i) {
    pre += std::to_string(3000 + 4 * i + i % 3) + ",k" + std::to_string(i) + "," + std::to_string(i % 4) + "\n";
    post += std::to_string(7000 + 5 * i + i % 2) + ",k" + std::to_string(8 - i) + "," + std::to_string(i % 3) + "\n";
  }
  const auto draft = drafted(pre, post);
  CHECK(draft.text.find("id = \"Alias\"") != std::string::npos);
  CHECK(draft.outcomes == 1);
  CHECK(draft.text.find("# Not used of pre.csv: 'Answer'") != std::string::npos);
}

TEST_CASE("a draft leaves ids open between two columns that pair different people") {
  const auto draft = drafted("code,Mail,hope\nk1,a@x.org,1\nk2,b@x.org,2\nk3,c@x.org,3\n",
                             "code,Mail,hope\nk1,b@x.org,1\nk2,a@x.org,2\nk3,c@x.org,4\n");
  CHECK(says(draft, "# id = \"code\"\n# id = \"Mail\""));
  CHECK(draft.text.find("TO DECIDE: 3 of 3 people recur by it") != std::string::npos);
  CHECK(draft.notes == std::vector<std::string>{
                           "the study does not run yet: pre.csv and post.csv: which column holds the participants' "
                           "ids? 3 people recur by 'code' and 3 by 'Mail', and these are not the same pairs; say --id "
                           "code or --id Mail (id = \"...\" under [input])"});
}

TEST_CASE("a draft without ids says what was looked at") {
  const auto draft = drafted("ID,hope\n1,3\n2,4\n3,5\n", "ID,hope\n1,1\n2,2\n3,2\n");
  CHECK(says(draft, "# id = \"ID\""));
  CHECK(draft.text.find("# TO DECIDE: people's own numbers? 'ID' counts the rows\n") != std::string::npos);
  CHECK(draft.notes == std::vector<std::string>{
                           "the study does not run yet: pre.csv and post.csv: which column holds the participants' "
                           "ids? 'ID' counts the rows; say --id COLUMN, or --id ID if these are people's own numbers "
                           "(id = \"...\" under [input])"});
}
