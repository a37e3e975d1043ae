#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analysis_run.hpp"
#include "close_to.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using analysis::Analysis;
using analysis::Characteristic;
using Counts = std::vector<std::size_t>;

const std::string below = std::string(hope) + "[group]\ncolumn = \"role\"\n";

Analysis described(const std::string& pre, const std::string& post, const std::string& characteristics) {
  return analysed(pre, post, below + characteristics);
}

TEST_CASE("a category is counted by group among the matched, missing ones last") {
  const std::string pre = "id,role,hope,gender\n1,a,1,Woman\n2,a,1,Man\n3,b,1,Woman\n4,b,1,\n5,,1,Woman\n6,b,1,Other\n";
  const std::string post = "id,hope\n1,2\n2,2\n3,2\n4,2\n5,2\n7,2\n";
  const Analysis results = described(pre, post, "[[characteristic]]\ncolumn = \"gender\"\nlabel = \"Gender\"\n");
  REQUIRE(results.characteristics.size() == 1);
  const Characteristic& gender = results.characteristics[0];
  CHECK(gender.label == "Gender");
  CHECK_FALSE(gender.numeric);
  REQUIRE(gender.levels.size() == 3);  // "Other" is nobody's among the matched
  CHECK(gender.levels[0].label == "Woman");
  CHECK(gender.levels[0].counts == Counts{1, 1, 3});
  CHECK(gender.levels[1].label == "Man");
  CHECK(gender.levels[1].counts == Counts{1, 0, 1});
  CHECK(gender.levels[2].label == "Missing");
  CHECK(gender.levels[2].counts == Counts{0, 1, 1});
}

TEST_CASE("a value stands in the row before, else after, else in any row") {
  const std::string pre = "id,role,hope,gender\n1,a,1,x\n2,a,1,\n3,a,1,NA\n";
  const std::string post = "id,role,hope,gender\n1,a,2,y\n2,a,2,z\n3,a,2,\n";
  const Analysis results = described(pre, post, "[[characteristic]]\ncolumn = \"gender\"\n");
  const auto& levels = results.characteristics[0].levels;
  REQUIRE(levels.size() == 3);
  CHECK(levels[0].label == "x");
  CHECK(levels[1].label == "z");
  CHECK(levels[2].label == "Missing");
}

std::string ages(const std::vector<std::string>& values) {
  std::string rows = "id,role,hope,age\n";
  for (std::size_t i = 0; i < values.size(); ++i)
    rows += std::to_string(i) + (i % 2 == 0 ? ",a,1," : ",b,1,") + values[i] + "\n";
  return rows;
}

TEST_CASE("many different numbers are a number, a few are levels in order of size") {
  const std::string rows = ages({"21", "34", "45", "50", "33.5", "61", "28", "19", "", "21"});
  const Analysis results = described(rows, rows, "[[characteristic]]\ncolumn = \"age\"\n");
  const Characteristic& age = results.characteristics[0];
  REQUIRE(age.numeric);
  REQUIRE(age.summaries.size() == 3);
  CHECK(age.summaries[2].n == 9);
  CHECK(*age.summaries[2].mean == close_to(312.5 / 9, 1e-14));
  CHECK(*age.summaries[0].mean == close_to((21 + 45 + 33.5 + 28) / 4, 1e-14));
  CHECK(age.summaries[1].n == 5);
  CHECK(age.missing == Counts{1, 0, 1});
  const std::string few = ages({"10", "9", "2", "10", ""});
  const Analysis ratings = described(few, few, "[[characteristic]]\ncolumn = \"age\"\n");
  const auto& levels = ratings.characteristics[0].levels;
  REQUIRE(levels.size() == 4);
  CHECK(levels[0].label == "2");
  CHECK(levels[1].label == "9");
  CHECK(levels[2].label == "10");
  CHECK(levels[2].counts == Counts{1, 1, 2});
  const Analysis forced = described(few, few, "[[characteristic]]\ncolumn = \"age\"\nkind = \"number\"\n");
  CHECK(*forced.characteristics[0].summaries[2].mean == 7.75);
  const Analysis category = described(rows, rows, "[[characteristic]]\ncolumn = \"age\"\nkind = \"category\"\n");
  CHECK(category.characteristics[0].levels.size() == 9);
}

TEST_CASE("a number that is none is missing, and one value has no spread") {
  const std::string rows = ages({"30", "about 40", ""});
  const Analysis results = described(rows, rows, "[[characteristic]]\ncolumn = \"age\"\nkind = \"number\"\n");
  const Characteristic& age = results.characteristics[0];
  CHECK(age.summaries[2].n == 1);
  CHECK(*age.summaries[2].mean == 30);
  CHECK(age.summaries[2].sd.reason() == "fewer than 2 values");
  CHECK(age.summaries[1].mean.reason() == "nobody has a value");
  CHECK(age.missing == Counts{1, 1, 2});
}

TEST_CASE("decimal commas are numbers in Table 1, too") {
  std::string rows = "id;role;hope;age\n";
  for (int i = 0; i < 9; ++i) rows += std::to_string(i) + ";a;1;" + std::to_string(20 + i) + ",5\n";
  const Analysis results = described(rows, rows, "[[characteristic]]\ncolumn = \"age\"\n");
  REQUIRE(results.characteristics[0].numeric);
  CHECK(*results.characteristics[0].summaries[1].mean == 24.5);
}

TEST_CASE("a column that is in no file is refused") {
  const std::string rows = "id,role,hope\n1,a,1\n";
  CHECK(refusal<InputError>([&] { described(rows, rows, "[[characteristic]]\ncolumn = \"ages\"\n"); }) ==
        "column 'ages' not found in pre.csv; its columns are 'id', 'role' and 'hope'");
}

TEST_CASE("free text is no characteristic") {
  std::string rows = "id,role,hope,age\n";
  for (int i = 0; i < 1500; ++i) rows += std::to_string(i) + ",a,1,story " + std::to_string(i) + "\n";
  CHECK(refusal<InputError>([&] { described(rows, rows, "[[characteristic]]\ncolumn = \"age\"\n"); }) ==
        "'age' says 1500 different things, more than 1000 levels of a characteristic; leave it out, or say kind = "
        "\"number\"");
}

}  // namespace
