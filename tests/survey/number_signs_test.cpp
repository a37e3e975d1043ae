// Commas and points in numbers: of fractions, or between thousands.
#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Sentences = std::vector<std::string>;

std::string unscored(const survey::Survey& survey) { return outcome_named(survey, "hope").unscored; }

const std::string asked_for_comma =
    "'6,900' may be 6900 or 6.9: --decimal . takes its comma for a sign between thousands, --decimal , for that of a "
    "fraction (decimal = \".\" or \",\" under [input])";
const std::string tabs = "id\thope\na\t6,900\nb\t930\n";
const std::string commas = "id,hope\na,\"6,900\"\nb,930\n";

}  // namespace

TEST_CASE("groups of three digits without any evidence: the score waits until the user says what they are") {
  for (const std::string& rows : {commas, tabs}) {
    const auto survey = two_files(rows, rows, hope);
    CHECK(unscored(survey) == asked_for_comma);
    CHECK(std::isnan(score_of(survey, "hope", "b")));
    REQUIRE(survey.problems.total() == 2);
    CHECK(
        sentences(survey)[0] ==
        "pre.csv:2: column 'hope': '6,900' may be a fraction or have a sign between thousands; treated as missing (id "
        "'a')");
    CHECK(remedy(survey, survey.problems.kept()[0]) ==
          "write numbers without a sign between thousands, or say which sign is that of fractions: --decimal , or "
          "--decimal . (decimal = \",\" or \".\" under [input])");
  }
}

TEST_CASE("the user says which sign is that of fractions: the other one stands between thousands, and is said") {
  const auto point = two_files(commas, "id,hope\na,\"1,234,567.5\"\nb,-2.5\n", hope, "id = \"id\"\ndecimal = \".\"");
  CHECK(score_of(point, "hope", "a") == 6900);
  CHECK(score_of(point, "hope", "a", true) == 1234567.5);
  CHECK(score_of(point, "hope", "b", true) == -2.5);
  CHECK(point.problems.total() == 0);
  CHECK(point.notes ==
        Sentences{"pre.csv: the comma in 1 number is taken for a sign between thousands, as in '6,900'",
                  "post.csv: the comma in 1 number is taken for a sign between thousands, as in '1,234,567.5'"});
  const auto comma = two_files(commas, "id,hope\na,6.900\nb,\"1,5\"\n", hope, "id = \"id\"\ndecimal = \",\"");
  CHECK(score_of(comma, "hope", "a") == 6.9);
  CHECK(score_of(comma, "hope", "a", true) == 6900);
  CHECK(comma.notes == Sentences{"post.csv: the point in 1 number is taken for a sign between thousands, as in "
                                 "'6.900'"});
}

TEST_CASE("what is no group of three digits is no number, whatever the user says") {
  for (const std::string cell : {"69,00", "6,9000", "0,900", "6,90", ",900", "6,,900", "6,900,", "1234,567"}) {
    const auto survey =
        two_files("id,hope\na,\"" + cell + "\"\n", "id,hope\na,1\n", hope, "id = \"id\"\ndecimal = \".\"");
    CHECK(sentences(survey) ==
          Sentences{"pre.csv:2: column 'hope': '" + cell + "' is no number; treated as missing (id 'a')"});
  }
}

TEST_CASE("a comma in the other file, or semicolons, are evidence of fractions") {
  const auto by_other = two_files("id\thope\na\t6,900\n", "id\thope\na\t3,5\n", hope);
  CHECK(score_of(by_other, "hope", "a") == 6.9);
  CHECK(by_other.problems.total() == 0);
  const auto by_semicolons = two_files("id;hope\na;6,900\n", "id;hope\na;3\n", hope);
  CHECK(score_of(by_semicolons, "hope", "a") == 6.9);
}

TEST_CASE("points in groups of three between semicolons wait, too") {
  const std::string rows = "id;hope\na;6.900\nb;1.043\n";
  CHECK(unscored(two_files(rows, rows, hope)) ==
        "'6.900' may be 6900 or 6.9: --decimal , takes its point for a sign between thousands, --decimal . for that of "
        "a fraction (decimal = \",\" or \".\" under [input])");
  CHECK(unscored(two_files("id,hope\na,6.900\n", "id,hope\na,1.043\n", hope)).empty());
}

TEST_CASE("a number with two groups, or with a fraction behind one, waits with what reads it") {
  CHECK(unscored(two_files("id,hope\na,\"1,043.5\"\n", "id,hope\na,930\n", hope)) ==
        "'1,043.5' has a comma between thousands: --decimal . reads it so (decimal = \".\" under [input])");
}

TEST_CASE("a range that has one of the two numbers settles it") {
  const std::string ranged = std::string(hope) + "range = [0, 10]\n";
  CHECK(score_of(two_files(tabs, tabs, ranged), "hope", "a") == 6.9);
}
