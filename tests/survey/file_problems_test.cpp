#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

const std::string post = "id,hope\na,2\nb,3\n";

}  // namespace

TEST_CASE("text behind a closing quotation mark is said with its line") {
  const auto survey = two_files("id,note,hope\na,\"so\" so,1\nb,,2\n", post, hope);
  CHECK(sentences(survey) == Texts{"pre.csv:2: text stands behind a closing quotation mark: a cell further up may "
                                   "never have been closed"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "look at the lines above in a text editor: a quotation mark within a quoted cell is written twice (\"\")");
}

TEST_CASE("bytes that the encoding does not know are said with their line") {
  const auto survey =
      two_files("id,note,hope\na,\x81,1\nb,,2\n", post, hope, "id = \"id\"\nencoding = \"windows-1252\"");
  CHECK(sentences(survey) == Texts{"pre.csv:2: some bytes mean nothing in windows-1252"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "--encoding NAME says how the file was written (encoding = \"NAME\" under [input])");
}

TEST_CASE("what is no CSV is refused with the columns that are wanted") {
  const auto refused = [](const std::string& outcomes) {
    return refusal<InputError>([&] { two_files("<!DOCTYPE html><p>Log in</p>", post, outcomes); });
  };
  const std::string page =
      "pre.csv: this is a web page (HTML), not a CSV file; log in to the survey platform and export "
      "again; wanted is a file with the columns ";
  CHECK(refused(std::string(hope)) == page + "'id' and 'hope'");
  CHECK(refused("[group]\ncolumn = \"role\"\n[[outcome]]\ninstrument = \"ucla20v3\"\nitems = \"u{item}\"\n") ==
        page + "'id', 'role', 'u1', 'u2', 'u3', 'u4' and 16 more");
}

TEST_CASE("in a long file the wave of an answer is said") {
  const auto survey = one_file("id,wave,hope\na,pre,1\na,post,many\n", hope);
  CHECK(sentences(survey) ==
        Texts{"survey.csv:3: column 'hope': 'many' is no number; treated as missing (id 'a', wave 'post')"});
}

TEST_CASE("bytes that are not UTF-8 in a column that nobody reads are a problem, no refusal") {
  const auto survey = two_files("id,note,hope\na,caf\xe9,1\nb,,2\n", post, hope);
  CHECK(sentences(survey) == Texts{"pre.csv:2: this is not UTF-8 text"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "--encoding windows-1252 (encoding = \"windows-1252\" under [input])");
}
