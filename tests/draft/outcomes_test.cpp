// Which outcomes, codings, missing codes and directions a draft takes.
#include <doctest/doctest.h>

#include "drafted.hpp"
#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

/// Rows of two waves; `cells` are those of three people before, then of the same people after.
std::string long_file(const std::string& columns, const std::vector<std::string>& cells) {
  std::string rows = "id,wave," + columns + '\n';
  for (std::size_t i = 0; i < cells.size(); ++i)
    rows += "p" + std::to_string(i % 3) + (i < 3 ? ",pre," : ",post,") + cells[i] + '\n';
  return rows;
}

const std::string gad = "gad_1,gad_2,gad_3,gad_4,gad_5,gad_6,gad_7";
const std::string scs = "scs_1,scs_2,scs_3,scs_4,scs_5,scs_6,scs_7,scs_8";

std::string sevens(const char* answer) {
  std::string cells = answer;
  for (int i = 1; i < 7; ++i) cells += std::string(",") + answer;
  return cells;
}

}  // namespace

TEST_CASE("codings: the only one that fits, the usual one, or left to decide") {
  const auto drafted_gad = [](const char* low, const char* high) {
    return drafted(long_file(gad, {sevens(low), sevens("2"), sevens(high), sevens("1"), sevens("2"), sevens("2")}));
  };
  CHECK(says(drafted_gad("0", "3"), "instrument = \"gad7\"\nitems = \"gad_{item}\"\ncoding = \"from-0\""));
  CHECK(drafted_gad("0", "3").text.find("the only one that has all answers seen") != std::string::npos);
  CHECK(says(drafted_gad("1", "4"), "coding = \"from-1\""));
  CHECK(drafted_gad("1", "3").text.find("# guess: 0 = not at all; \"from-1\" if 1 = not at all") != std::string::npos);
  CHECK(says(drafted_gad("0", "4"), "# coding = \"from-0\""));  // no coding allows both: it cannot be scored

  const auto held =
      drafted(long_file(scs + ",hope", {"1,2,3,4,5,6,1,2,50", "1,2,3,4,5,6,1,2,40", "1,2,3,4,5,6,1,2,30",
                                        "1,2,3,4,5,6,1,2,20", "1,2,3,4,5,6,1,2,10", "1,2,3,4,5,6,1,2,35"}));
  CHECK(says(held,
             "# [[outcome]]\n# instrument = \"scs8\"\n# items = \"scs_{item}\"\n# coding = \"agree-first\"\n# coding = "
             "\"disagree-first\""));
  CHECK(held.notes.empty());
}

TEST_CASE("texts: those of the instrument, unknown ones to decide") {
  const std::string usual = "Not at all,Several days,Nearly every day,Not at all,Several days,Not at all,Several days";
  const std::string odd = "Ab und zu,Several days,Nearly every day,Not at all,Several days,Not at all,Several days";
  const auto draft = drafted(long_file(gad, {usual, odd, usual, usual, usual, usual}));
  CHECK(says(draft, "coding = \"from-0\"\n# [outcome.answers]\n# \"Ab und zu\" = "));
  CHECK(draft.notes.empty());
}

TEST_CASE("columns that begin alike are one scale; an item that runs against the others holds it back") {
  const std::vector<std::string> alike = {"1,1,2,40", "2,2,3,41", "4,4,4,52", "2,3,3,43", "1,2,2,44", "4,3,4,60"};
  const auto draft = drafted(long_file("sai_1,sai_2,sai_3,hope", alike));
  CHECK(says(draft,
             "name = \"sai\"\ncolumns = [\"sai_1\", \"sai_2\", \"sai_3\"]\nrange = [1, 4]\n# reversed = []\n"
             "# score = \"sum\"\n# higher_is = \"better\""));
  CHECK(says(draft, "name = \"hope\"\ncolumn = \"hope\"\n# range = [40, 60]\n# higher_is = \"better\""));
  std::string pre = "id,sai_1,sai_2,sai_3\n", post = pre;
  for (int i = 0; i < 12; ++i) {
    const std::string person = "p" + std::to_string(i), high = std::to_string(1 + i % 4),
                      low = std::to_string(4 - i % 4);
    pre += person + "," + high + "," + high + "," + low + "\n";
    post += person + "," + low + "," + low + "," + high + "\n";
  }
  const auto against = drafted(pre, post);
  CHECK(says(against,
             "# TO DECIDE: 'sai_3' runs against the other items: reversed, or of another scale? Its columns stand "
             "alone below.\n# [[outcome]]\n# name = \"sai\""));
  CHECK(says(against, "[[outcome]]\nname = \"sai_3\"\ncolumn = \"sai_3\"\nsingle_item = true"));
  CHECK(against.notes.empty());
}

TEST_CASE("columns that are merely numbered are no scale") {
  const auto draft = drafted(long_file("q1,q2,q3", {"1,1,2", "2,2,3", "4,4,4", "2,3,3", "1,2,2", "4,3,4"}));
  CHECK(says(draft, "name = \"q2\"\ncolumn = \"q2\"\nsingle_item = true"));
}

TEST_CASE("no direction is ever guessed") {
  const auto draft = drafted(long_file("wellbeing,stress", {"1,90", "2,80", "4,70", "2,60", "1,50", "4,40"}));
  CHECK(draft.text.find("\nhigher_is") == std::string::npos);
  const WorkingFolder folder;
  folder.write("survey.csv", long_file("wellbeing,stress", {"1,90", "2,80", "4,70", "2,60", "1,50", "4,40"}));
  for (const auto& outcome : survey_of(draft.text).sources) CHECK(outcome.direction == instruments::Direction::neutral);
}

TEST_CASE("texts in the order of their meaning, or with their numbers, or unknown") {
  const auto known = drafted(long_file("mood", {"Never", "often", "Always", "Rarely", "Often", "never"}));
  CHECK(says(known, "[outcome.answers]\n\"Never\" = 1\n\"Rarely\" = 2\n\"often\" = 4\n\"Always\" = 5"));
  const auto numbered =
      drafted(long_file("mood", {"0 - bad", "5 - good", "3 - so so", "5 - good", "0 - bad", "5 - good"}));
  CHECK(says(numbered, "[outcome.answers]\n\"0 - bad\" = 0\n\"3 - so so\" = 3\n\"5 - good\" = 5"));
  const auto unknown = drafted(long_file("hope,mood", {"1,blue", "2,red", "5,lilac", "4,blue", "3,green", "2,lilac"}));
  CHECK(says(unknown,
             "# name = \"mood\"\n# column = \"mood\"\n# single_item = true\n# # higher_is = \"better\"\n"
             "# [outcome.answers]\n# \"blue\" = \n# \"red\" = \n# \"lilac\" = \n# \"green\" = "));
}

TEST_CASE("codes for no answer: taken where no answer can be meant, else to decide") {
  const auto sure = drafted(long_file("a,b", {"1,2", "5,-99", "3,Prefer not to say", "999,4", "2,3", "5,1"}));
  CHECK(says(sure, "missing = [\"999\", \"-99\", \"Prefer not to say\"]"));
  CHECK(says(sure, "# range = [1, 5]"));
  const auto doubtful = drafted(long_file("a,hope", {"1,80", "5,99", "3,70", "9,85", "2,90", "99,95"}));
  CHECK(says(doubtful, "# missing = [\"9\", \"99\"]"));  // 99 is a score of hope
  const auto answers = drafted(long_file("a", {"7", "8", "9", "10", "6", "5"}));
  CHECK(answers.text.find("missing") == std::string::npos);
}

TEST_CASE("nothing to compare: never answered twice, always the same, no numbers at all") {
  const auto draft = drafted(
      long_file("hope,once,same,remark", {"1,3,5,nice", "2,4,5,well", "5,,5,so", "4,,5,it", "3,,5,was", "2,7,5,good"}));
  CHECK(says(draft, "# Nobody has it both times.\n# [[outcome]]\n# name = \"once\""));
  CHECK(says(draft, "# The same number in every cell: nothing to compare.\n# [[outcome]]\n# name = \"same\""));
  CHECK(says(draft, "# Not used of survey.csv: 'remark'"));
}

TEST_CASE("what changes for nobody may describe people") {
  const auto draft = drafted(long_file("hope,site_code", {"1,3", "2,4", "5,2", "4,3", "5,4", "2,2"}));
  CHECK(says(draft,
             "# The same both times for everybody. TO DECIDE: does it describe the people ([[characteristic]])?\n"
             "# [[outcome]]\n# name = \"site_code\""));
}

TEST_CASE("people: age and gender describe them, dates and sessions do not") {
  const auto draft =
      drafted(long_file("age,gender,session,date,hope", {"30,w,1,1 May,1", "40,m,1,1 May,2", "50,w,2,2 May,5",
                                                         "30,w,1,9 May,4", "40,m,1,9 May,3", "50,w,2,9 May,2"}));
  CHECK(says(draft, "[[characteristic]]\ncolumn = \"age\"\nkind = \"number\""));
  CHECK(says(draft, "[[characteristic]]\ncolumn = \"gender\"\nkind = \"category\""));
  CHECK(says(draft, "# cluster = \"session\""));
  CHECK(says(draft, "# Not used of survey.csv: 'date'"));
}
