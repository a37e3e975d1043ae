#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

/// What is said of a column `name` beside the score "hope_now" in both files.
Texts notes(const std::string& name, const std::string& tables = "") {
  const std::string outcome = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope_now\"\n" + tables;
  return two_files("id,hope_now," + name + "\na,1,x\nb,2,y\n", "id,hope_now\na,2\nb,3\n", outcome).notes;
}

std::string note(const std::string& name, const std::string& wanted) {
  return "pre.csv: not used, though nearly named like a column that is: '" + name + "' (like '" + wanted + "')";
}

}  // namespace

TEST_CASE("columns that are nearly called like a used one are said") {
  CHECK(notes("Hope_Now") == Texts{note("Hope_Now", "hope_now")});
  CHECK(notes("hope now") == Texts{note("hope now", "hope_now")});
  CHECK(notes("hoqe_now") == Texts{note("hoqe_now", "hope_now")});
  CHECK(notes("hope_now.1") == Texts{note("hope_now.1", "hope_now")});
  CHECK(notes("hope_now...3") == Texts{note("hope_now...3", "hope_now")});
}

TEST_CASE("other columns are passed over in silence") {
  for (const char* name : {"comment", "hope", "hope_now_1", "how_open", "", "1"}) CHECK(notes(name).empty());
}

TEST_CASE("numbers tell columns apart by nature") {
  const std::string outcome = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope_1\"\n";
  CHECK(two_files("id,hope_1,hope_2\na,1,2\n", "id,hope_1\na,2\n", outcome).notes.empty());
}

TEST_CASE("a group that one file spells otherwise is found out") {
  const std::string outcomes = std::string(hope) + "[group]\ncolumn = \"role\"\n";
  CHECK(two_files("id,role,hope\na,x,1\n", "id,rolle,hope\na,x,2\n", outcomes).notes ==
        Texts{"post.csv: not used, though nearly named like a column that is: 'rolle' (like 'role')"});
}

TEST_CASE("several are put together") {
  const std::string outcomes = std::string(hope) + "[group]\ncolumn = \"role\"\n";
  CHECK(two_files("id,role,hope,Role,HOPE\na,x,1,,\n", "id,hope\na,2\n", outcomes).notes ==
        Texts{"pre.csv: not used, though nearly named like a column that is: 'HOPE' (like 'hope') and 'Role' (like "
              "'role')"});
}
