#include <doctest/doctest.h>

#include <string>

#include "close_to.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

double unit_of(const survey::Survey& survey, const std::string& name = "hope") {
  return outcome_named(survey, name).typed_unit;
}

double unit_of_hope(const std::string& before, const std::string& after) {
  return unit_of(two_files("id,hope\na,1\nb," + before + "\n", "id,hope\na,1\nb," + after + "\n", hope));
}

TEST_CASE("the unit of an outcome is the largest of both waves, of cells with 9 digits or more") {
  CHECK(unit_of_hope("2", "3") == 0);
  CHECK(unit_of_hope("2.5", "3.333333") == 0);
  CHECK(unit_of_hope("2.5", "3.33333333333333") == close_to(1e-14));
  CHECK(unit_of_hope("17.3333333333333", "2.66666666666667") == close_to(1e-13));
  CHECK(unit_of_hope("2.66666666666667", "17.3333333333333") == close_to(1e-13));
  CHECK(unit_of_hope("2.66666666666667", "1.333333333e-3") == close_to(1e-12));
  CHECK(unit_of_hope("1234567890", "1000000000000001") == 0);
  CHECK(unit_of_hope("1.234567891e-290", "3") == close_to(1e-299));
  CHECK(unit_of_hope("2", "1.23456789123456789e-307") == 0);  // below the smallest double
}

TEST_CASE("answers that are not used have no say") {
  const std::string rows = "id,wave,hope\na,1,2\na,2,2.6666666666\na,3,2.666666667\nb,1,3.666666667\nb,2,1\n";
  const std::string outcome = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\nrange = [1, 3]\n";
  const auto survey = one_file(rows, outcome, "id = \"id\"\nwave = { column = \"wave\", pre = \"1\", post = \"2\" }");
  CHECK(unit_of(survey) == close_to(1e-10));
}

TEST_CASE("outcomes have units of their own, with a decimal comma too") {
  const auto survey = two_files("id;hope;joy\na;2,666666667;1\n", "id;hope;joy\na;2,333333333333;1\n",
                                std::string(hope) + "[[outcome]]\nname = \"joy\"\ncolumn = \"joy\"\n");
  CHECK(unit_of(survey) == close_to(1e-9));
  CHECK(unit_of(survey, "joy") == 0);
}

TEST_CASE("a mean of typed answers has their unit, a sum that of all items together") {
  const std::string rows = "id,v1,v2,v3,v4\na,2.666666667,1,3,4\nb,5.5,1,2,2.66666666\n";
  const auto calm = [&](const std::string& columns, const std::string& score) {
    return unit_of(two_files(rows, rows,
                             "[[outcome]]\nname = \"calm\"\ncolumns = " + columns +
                                 "\nrange = [0, 10]\nwhole = false\nscore = \"" + score + "\"\n"),
                   "calm");
  };
  CHECK(calm(R"(["v1", "v2", "v3"])", "mean") == close_to(1e-9));
  CHECK(calm(R"(["v1", "v2", "v3"])", "sum") == close_to(3e-9));
  CHECK(calm(R"(["v1", "v4"])", "mean") == close_to(1e-8));
  CHECK(calm(R"(["v2", "v3"])", "sum") == 0);
}

}  // namespace
