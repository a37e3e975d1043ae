#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "close_to.hpp"
#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

/// id and answers of one person under `<stem>_1`, `<stem>_2` ...; blank: not answered.
std::string form(const std::string& stem, const std::vector<std::string>& sheets) {
  std::string text = "id";
  const auto items = static_cast<std::size_t>(std::count(sheets[0].begin(), sheets[0].end(), ',')) + 1;
  for (std::size_t i = 1; i <= items; ++i) text += "," + stem + "_" + std::to_string(i);
  for (std::size_t i = 0; i < sheets.size(); ++i) text += "\np" + std::to_string(i + 1) + "," + sheets[i];
  return text + "\n";
}

struct Scored {
  survey::Survey survey;
  std::string outcome;

  double operator()(const std::string& id) const { return score_of(survey, outcome, id); }
  bool none(const std::string& id) const { return std::isnan((*this)(id)); }
  int prorated(const std::string& id) const { return outcome_named(survey, outcome).pre.prorated[person(survey, id)]; }
  int answered(const std::string& id) const { return outcome_named(survey, outcome).pre.answered[person(survey, id)]; }
};

Scored scored(const std::string& stem, const std::vector<std::string>& sheets, const std::string& more = "",
              const std::string& scale = "") {
  const std::string rows = form(stem, sheets);
  return {two_files(rows, rows, "[[outcome]]\ninstrument = \"" + stem + "\"\n" + more),
          scale.empty() ? stem : stem + "." + scale};
}

TEST_CASE("a sum needs 80% of its items, rounded up, and is scaled up by the person's mean") {
  const auto scores = scored("flourish8", {"7,7,7,7,7,7,7,", "7,7,7,7,7,7,,", "1,2,3,4,5,6,7,", "1,2,3,4,5,6,7,7"});
  CHECK(scores("p1") == 56);
  CHECK(scores.none("p2"));  // 6 of 8 is 75%
  CHECK(scores("p3") == 32);
  CHECK(scores("p4") == 35);
  CHECK(scores.prorated("p1") == 1);
  CHECK(scores.prorated("p2") == 0);
  CHECK(scores.prorated("p4") == 0);
  CHECK(scores.answered("p2") == 6);
  CHECK(scores.answered("p4") == 8);
}

TEST_CASE("a mean needs 80%, too, and is the mean of what was answered") {
  const auto scores = scored("aels11", {"7,7,7,7,7,7,7,7,1,,", "7,7,7,7,7,7,7,7,,,"});
  CHECK(scores("p1") == close_to(57.0 / 9));
  CHECK(scores.none("p2"));
  const auto responding = scored("aels11", {"7,7,7,7,7,7,7,7,1,,", "1,1,1,1,1,1,1,2,3,4,5"}, "", "responding");
  CHECK(responding.none("p1"));  // 2 of 4
  CHECK(responding("p2") == 3.5);
}

TEST_CASE("reversal comes before prorating and uses the declared range, not the observed one") {
  // ucla20v3: items 1, 5, 6, 9, 10, 15, 16, 19, 20 are reversed, answers 1 to 4. Everybody answers 2.
  const auto scores = scored("ucla20v3", {",2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2"});
  CHECK(scores("p1") == close_to((11 * 2 + 8 * 3) * 20.0 / 19, 1e-15));
}

TEST_CASE("ucla3 and who5 need every item") {
  CHECK(scored("ucla3", {"1,,3"}).none("p1"));
  CHECK(scored("who5", {"5,5,5,5,"}).none("p1"));
  CHECK(scored("who5", {"5,5,5,5,0"})("p1") == 80);
}

TEST_CASE("the depression score bears two missing answers") {
  const auto scores = scored("phq9", {"0,1,2,3,0,1,2,,", "0,1,2,3,0,1,,,", "3,3,3,3,3,3,3,3,"});
  CHECK(scores("p1") == close_to(9 * 9.0 / 7, 1e-15));
  CHECK(scores.none("p2"));
  CHECK(scores("p3") == 27);
  CHECK(scores.prorated("p3") == 1);
}

TEST_CASE("djg6 counts: one answer may be missing from the total, none from a subscale, and nothing is scaled up") {
  const std::vector<std::string> sheets = {"3,,1,3,3,3", "3,,,3,3,3", "3,3,1,3,3,3"};
  const auto total = scored("djg6", sheets, "order = \"M\"\n");
  CHECK(total("p1") == 4);  // items 1, 4, 6 count on 3; 3 counts on 1; 5 does not count on 3
  CHECK(total.prorated("p1") == 0);
  CHECK(total.none("p2"));
  CHECK(total("p3") == 4);
  const auto social = scored("djg6", sheets, "order = \"M\"\n", "social");
  CHECK(social.none("p1"));
  CHECK(social("p3") == 1);
  CHECK(scored("djg6", sheets, "order = \"M\"\n", "emotional")("p2") == 3);
}

TEST_CASE("minimum_answered changes the rule of every scale: a count or a share") {
  const std::vector<std::string> sheets = {"7,7,7,7,7,7,7,7,7,7,7", "7,7,7,7,,,,,,,", "1,1,1,,2,2,2,3,3,3,3"};
  const auto half = scored("aels11", sheets, "minimum_answered = \"50%\"\n");
  CHECK(half.none("p2"));
  CHECK(half("p3") == close_to(21.0 / 10, 1e-15));
  CHECK(score_of(half.survey, "aels11.sensing", "p3") == 1);
  CHECK(std::isnan(score_of(half.survey, "aels11.responding", "p2")));
  const auto four = scored("aels11", sheets, "minimum_answered = 4\n");
  CHECK(four("p2") == 7);
  CHECK(std::isnan(score_of(four.survey, "aels11.processing", "p2")));  // at most all of its 3 items
  CHECK(std::isnan(score_of(four.survey, "aels11.sensing", "p3")));
  CHECK(scored("aels11", sheets, "minimum_answered = \"36.4%\"\n").none("p2"));  // 4.004 items are 5
  CHECK(scored("ucla3", {"1,,3"}, "minimum_answered = 2\n")("p1") == 6);
}

const std::string own_scale =
    "[[outcome]]\nname = \"SAI\"\ncolumns = [\"sai_1\", \"sai_2\", \"sai_3\"]\nreversed = [\"sai_2\"]\n"
    "range = [1, 4]\n";

Scored own(const std::vector<std::string>& sheets, const std::string& more) {
  const std::string rows = form("sai", sheets);
  return {two_files(rows, rows, own_scale + more), "SAI"};
}

TEST_CASE("a scale of one's own follows the same rules") {
  const auto mean = own({"4,1,4", "4,,4", "4,1,"}, "minimum_answered = 2\n");
  CHECK(mean("p1") == 4);
  CHECK(mean("p2") == 4);
  CHECK(mean("p3") == 4);
  CHECK(mean.prorated("p2") == 1);
  const auto sum = own({"4,1,4", "3,,4", ",2,"}, "score = \"sum\"\nminimum_answered = \"34%\"\n");
  CHECK(sum("p1") == 12);
  CHECK(sum("p2") == 10.5);
  CHECK(sum.none("p3"));
  CHECK(own({"4,1,4", "4,,4"}, "").none("p2"));  // 80% of 3 are 3
  CHECK(own({"4,1,4", ",2,"}, "minimum_answered = 1\n")("p2") == 3);
  CHECK(own({"4,1,4", ",,"}, "minimum_answered = 1\n").survey.people() == 1);
}

}  // namespace
