#include <doctest/doctest.h>

#include <cmath>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::ProblemKind;

namespace {

using Texts = std::vector<std::string>;

/// Scores before, one person each; after everybody has the middle one.
survey::Survey scores(const Texts& values, std::string_view outcome = hope, std::string_view input = "id = \"id\"") {
  std::string pre = "id,hope\n", post = pre;
  for (std::size_t i = 0; i < values.size(); ++i) {
    pre += "p" + std::to_string(10 + i) + "," + values[i] + "\n";
    post += "p" + std::to_string(10 + i) + ",20\n";
  }
  return two_files(pre, post, outcome, input);
}

std::size_t suspicious(const Texts& values) { return scores(values).problems.count(ProblemKind::suspicious_code); }

}  // namespace

TEST_CASE("numbers that mean no answer elsewhere are asked about in scores without a range") {
  const auto survey = scores({"18", "-99", "25", "999", "31"});
  CHECK(sentences(survey) ==
        Texts{"pre.csv:3: column 'hope': '-99' is far from all other values and may be a code for no answer; it counts "
              "as a score, unless --missing=-99 names it (id 'p11')",
              "pre.csv:5: column 'hope': '999' is far from all other values and may be a code for no answer; it counts "
              "as a score, unless --missing=999 names it (id 'p13')"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "if it means no answer: --missing=-99 (missing = [\"-99\"] under [input]); if it is a score: range = [LOWEST, "
        "HIGHEST] under its [[outcome]]");
  CHECK(score_of(survey, "hope", "p11") == -99);
}

TEST_CASE("they are those of one digit, all nines, sevens and eights") {
  for (const char* code : {"-9", "-8", "-7", "-99", "-98", "-88", "99", "98", "88", "77", "999", "998", "-999", "9999"})
    CHECK_MESSAGE(suspicious({"18", "25", code, "20"}) == 1, code);
  for (const char* score : {"-1", "-6", "9", "66", "100", "-100", "98.5", "989", "1e99"})
    CHECK_MESSAGE(suspicious({"18", "25", score, "20"}) == 0, score);
}

TEST_CASE("a number among others is a score") {
  CHECK(suspicious({"60", "75", "88", "92", "99"}) == 0);
  CHECK(suspicious({"0", "80", "88", "99"}) == 0);
  CHECK(suspicious({"-12", "30", "-9", "-7"}) == 0);
  CHECK(suspicious({"10", "40", "99"}) == 1);
}

TEST_CASE("a declared range or missing code settles it") {
  const std::string ranged = std::string(hope) + "range = [0, 1000]\n";
  CHECK(scores({"18", "999", "25"}, ranged).problems.total() == 0);
  const auto named = scores({"18", "999", "25"}, hope, "id = \"id\"\nmissing = [\"999\"]");
  CHECK(named.problems.count(ProblemKind::suspicious_code) == 0);
  CHECK(std::isnan(score_of(named, "hope", "p11")));
}

TEST_CASE("in items they are out of range, and the message says how to name them") {
  const std::string outcome = "[[outcome]]\nname = \"hope\"\ncolumns = [\"hope\"]\nrange = [1, 40]\n";
  CHECK(sentences(scores({"18", "-99", "25"}, outcome)) ==
        Texts{"pre.csv:3: column 'hope': '-99' is outside 1 to 40 (hope) and may be a code for no answer, which "
              "--missing=-99 names; treated as missing (id 'p11')"});
}

TEST_CASE("a column of waves is looked at once") {
  const auto survey = one_file("id,wave,hope\na,pre,2\na,post,3\nb,pre,-9\nb,post,4\n", hope);
  CHECK(survey.problems.count(ProblemKind::suspicious_code) == 1);
}
