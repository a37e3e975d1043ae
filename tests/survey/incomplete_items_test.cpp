#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

const std::string columns =
    " the items' columns in their order: columns = [\"...\"] under [[outcome]] with instrument = \"ucla3\"";
const std::string mend = "; mend the header, or name" + columns;
const std::string complete = "id,ucla3_1,ucla3_2,ucla3_3\na,1,2,3\n";

std::string refused(const std::string& pre, const std::string& post, const std::string& outcomes = "") {
  return refusal<InputError>([&] { two_files(pre, post, outcomes); });
}

}  // namespace

TEST_CASE("an instrument that lacks an item names the column") {
  const std::string misspelt = "id,ucla3_1,ulca3_2,ucla3_3\na,1,2,3\n";
  const std::string sentence =
      "post.csv: 2 of the 3 items of ucla3 are there, but not 'ucla3_2'; did you mean 'ulca3_2'? If not, name" +
      columns;
  CHECK(refused(complete, misspelt) == sentence);
  CHECK(refused(complete, misspelt, "[[outcome]]\ninstrument = \"ucla3\"\n") == sentence);
  CHECK(refused("id,UCLA3-01,UCLA3-02\na,1,2\n", "id,UCLA3-01,UCLA3-02\na,1,2\n") ==
        "pre.csv: 2 of the 3 items of ucla3 are there, but not 'UCLA3-03'; post.csv: 2 of "
        "the 3 items of ucla3 are there, but not 'UCLA3-03'" +
            mend);
}

TEST_CASE("in a wide file the column is named with its wave") {
  CHECK(refusal<InputError>([&] {
          one_file("id,ucla3_1_pre,ucla3_2_pre,ucla3_3_pre,ucla3_1_post,ucla3_3_post\na,1,2,3,1,2\n", "");
        }) == "survey.csv: 2 of the 3 items of ucla3 are there, but not 'ucla3_2_post'" + mend);
}

TEST_CASE("in a long file the column is named once") {
  CHECK(refusal<InputError>([&] {
          one_file("id,wave,ucla3_1,ucla3_3,other\na,pre,1,2,3\n", "", "wave = { column = \"wave\" }");
        }) == "survey.csv: 2 of the 3 items of ucla3 are there, but not 'ucla3_2'" + mend);
}

TEST_CASE("a file whose waves are not known names the missing column, too") {
  CHECK(refusal<InputError>([] {
          one_file("id,when,ucla3_1,ucla3_2\na,1,1,2\n", "[[outcome]]\ninstrument = \"ucla3\"\n");
        }) == "survey.csv: 2 of the 3 items of ucla3 are there, but not 'ucla3_3'" + mend);
}

TEST_CASE("an incomplete instrument beside complete ones is left out, which is a problem") {
  const auto survey =
      two_files("id,who5_1,who5_2,who5_3,who5_4,who5_5,ucla3_1,ucla3_2\na,1,2,3,1,2,1,1\n",
                "id,who5_1,who5_2,who5_3,who5_4,who5_5,ucla3_1,ucla3_2,ucla3_3\na,1,2,3,1,2,1,1,1\n", "");
  REQUIRE(survey.sources.size() == 1);
  CHECK(sentences(survey) ==
        Texts{"pre.csv:1: ucla3 is left out: 2 of the 3 items of ucla3 are there, but not 'ucla3_3'"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "mend the header; or name the items' columns in their order: columns = [\"...\"] under [[outcome]] with "
        "instrument = \"ucla3\"; without ucla3, name the outcomes that are wanted: --instrument ID");
  CHECK(std::none_of(survey.notes.begin(), survey.notes.end(),
                     [](const auto& note) { return note.starts_with("ucla3 is in"); }));
}

TEST_CASE("a single wave of an instrument is no incomplete one") {
  const auto survey = two_files("id,who5_1,who5_2,who5_3,who5_4,who5_5,ucla3_1,ucla3_2,ucla3_3\na,1,2,3,1,2,1,1,1\n",
                                "id,who5_1,who5_2,who5_3,who5_4,who5_5\na,1,2,3,1,2\n", "");
  CHECK(std::count(survey.notes.begin(), survey.notes.end(), "ucla3 is in pre.csv only and is left out") == 1);
}
