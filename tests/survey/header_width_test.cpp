// Headers that are longer than every row.
#include <doctest/doctest.h>

#include <string>

#include "ecpr/survey/impression.hpp"
#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const std::string stands = "pre.csv:1: the header has ";
const std::string wrongly = ", so that values would stand under wrong names; ";
const std::string unknown_place =
    "a name that holds what stands between the cells wants quotation marks; if nobody filled in the last columns, "
    "delete their names or export the file with all its cells";

std::string refused(const std::string& pre) {
  return refusal<InputError>([&] { two_files(pre, "id,hope\na,1\n", hope); });
}

}  // namespace

TEST_CASE("a name that a comma has split moves all those behind it: refused, with the place") {
  CHECK(refused("id,I am calm, even late,hope\na,4,5\nb,1,3\n") ==
        stands + "4 names, but every row below it has 3 cells" + wrongly +
            "perhaps 'I am calm' and 'even late' are one name, which wants quotation marks: \"I am calm, even late\"");
  CHECK(refused("id,I am calm,even late,hope\na,4,5\nb,1,3\n") ==
        stands + "4 names, but every row below it has 3 cells" + wrongly +
            "perhaps 'I am calm' and 'even late' are one name, which wants quotation marks: \"I am calm, even late\"");
}

TEST_CASE("no row is full: refused without a place") {
  CHECK(refused("id,hope,joy,calm\na,4,5\nb,1\n") ==
        stands + "4 names, but no row below it has more than 3 cells" + wrongly + unknown_place);
  CHECK(refused("id, hope, joy, calm\na,4,5\n") ==
        stands + "4 names, but every row below it has 3 cells" + wrongly + unknown_place);
}

TEST_CASE("one full row, or names that are blank: the cells stand where they should") {
  CHECK(two_files("id,hope,joy\na,4\nb,1,2\n", "id,hope\na,1\nb,1\n", hope).people() == 2);
  CHECK(two_files("id,hope,,\na,4\nb,1\n", "id,hope\na,1\nb,1\n", hope).people() == 2);
}

TEST_CASE("a file that is looked at is judged as one that is read") {
  const WorkingFolder folder;
  folder.write("pre.csv", "id,hope,joy\na,4\nb,1\n");
  study::Source source;
  source.path = source.name = "pre.csv";
  CHECK(refusal<InputError>([&] { survey::look_at(source); }) ==
        stands + "3 names, but every row below it has 2 cells" + wrongly + unknown_place);
}
