// What init says of the things that it leaves to decide.
#include <doctest/doctest.h>

#include "drafted.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

/// Line `number`, from 1, of the draft.
std::string line_of(const draft::StudyDraft& draft, std::size_t number) {
  std::size_t start = 0;
  for (std::size_t i = 1; i < number; ++i) start = draft.text.find('\n', start) + 1;
  return draft.text.substr(start, draft.text.find('\n', start) - start);
}

}  // namespace

TEST_CASE("outcomes that wait behind a # and lines to decide are named with their lines") {
  const auto draft = drafted(
      "id,session,scs_1,scs_2,scs_3,scs_4,scs_5,scs_6,scs_7,scs_8,mood,hope\n"
      "a,1,1,2,3,4,5,6,1,2,blue,50\nb,1,1,2,3,4,5,6,1,2,red,40\n",
      "id,session,scs_1,scs_2,scs_3,scs_4,scs_5,scs_6,scs_7,scs_8,mood,hope\n"
      "a,1,2,2,3,4,5,6,1,2,red,60\nb,1,1,2,3,4,5,6,1,3,blue,30\n");
  CHECK(draft.notes.empty());
  CHECK(
      draft.decisions ==
      std::vector<std::string>{
          "2 outcomes are left out, behind #, until you decide: scs8 (line 17: coding), mood (line 24: numbers of the "
          "answers)",
          "also left to decide: cluster (line 14), higher_is (line 38)"});
  CHECK(line_of(draft, 14).starts_with("# cluster = \"session\""));
  CHECK(line_of(draft, 24).starts_with("# TO DECIDE: which numbers do these texts stand for?"));
  CHECK(line_of(draft, 38).starts_with("# higher_is = \"better\""));
}

TEST_CASE("nothing left to decide, nothing said") {
  const auto draft = drafted(
      "id,flourish_1,flourish_2,flourish_3,flourish_4,flourish_5,flourish_6,flourish_7,flourish_8\n"
      "a,1,2,3,4,5,6,7,1\nb,2,2,3,4,5,6,7,1\n",
      "id,flourish_1,flourish_2,flourish_3,flourish_4,flourish_5,flourish_6,flourish_7,flourish_8\n"
      "a,2,2,3,4,5,6,7,1\nb,2,2,3,4,5,6,7,3\n");
  CHECK(draft.decisions.empty());
}

TEST_CASE("numbers in one wave and texts in the other: which is which is never guessed") {
  const auto draft = drafted("id,sai_1,sai_2,sai_3\na,1,2,4\nb,2,3,4\nc,1,1,2\n",
                             "id,sai_1,sai_2,sai_3\na,Agree,Strongly agree,Disagree\nb,Agree,Agree,Strongly disagree\n"
                             "c,Strongly agree,Agree,Agree\n");
  CHECK(says(draft,
             "# TO DECIDE: there are numbers before, texts after: is 1 'Strongly disagree', as written below, or the "
             "other way\n"
             "# round? Then take away the #.\n# [[outcome]]\n# name = \"sai\""));
  CHECK(draft.decisions == std::vector<std::string>{"1 outcome is left out, behind #, until you decide: sai (line 16: "
                                                    "whether its numbers mean what its texts say)"});
  const auto single = drafted("id,mood\na,Never\nb,Often\nc,Always\n", "id,mood\na,2\nb,5\nc,1\n");
  CHECK(says(single,
             "# TO DECIDE: there are texts before, numbers after: is 1 'Never', as written below, or the other way "
             "round? Then "
             "take\n# away the #.\n# [[outcome]]\n# name = \"mood\""));
}

TEST_CASE("an instrument with several codings is held back where one wave has numbers and the other texts") {
  const auto draft = drafted("id,ucla3_1,ucla3_2,ucla3_3\na,1,2,3\nb,2,3,3\nc,1,1,2\n",
                             "id,ucla3_1,ucla3_2,ucla3_3\na,Often,Hardly ever,Often\nb,Often,Often,Hardly ever\n"
                             "c,Hardly ever,Often,Often\n");
  CHECK(says(draft,
             "# [[outcome]]\n# instrument = \"ucla3\"\n# items = \"ucla3_{item}\"\n# coding = \"hardly-ever-first\"\n"
             "# coding = \"often-first\""));
}

TEST_CASE("columns called x_pre and x_post are the waves, whatever the answers begin with") {
  const auto draft = drafted(
      "id,ucla3_1_pre,ucla3_2_pre,ucla3_3_pre,ucla3_1_post,ucla3_2_post,ucla3_3_post\n"
      "a,1 - Hardly ever,2 - Some of the time,3 - Often,1 - Hardly ever,2 - Some of the time,3 - Often\n"
      "b,2 - Some of the time,2 - Some of the time,3 - Often,1 - Hardly ever,1 - Hardly ever,3 - Often\n");
  CHECK(says(draft, "columns = \"{column}_{wave}\"\nwave_names = { pre = \"pre\", post = \"post\" }"));
  CHECK(says(draft,
             "instrument = \"ucla3\"\nitems = \"ucla3_{item}\"\ncoding = \"hardly-ever-first\"\n[outcome.answers]\n"
             "\"1 - Hardly ever\" = 1\n\"2 - Some of the time\" = 2\n\"3 - Often\" = 3"));
}

TEST_CASE("a scale with the items and answers of a built-in instrument may be it") {
  const auto draft =
      drafted("id,alone_1,alone_2,alone_3\na,Often,Hardly ever,Hardly ever\nb,Some of the time,Often,Often\n",
              "id,alone_1,alone_2,alone_3\na,Hardly ever,Often,Often\nb,Often,Often,Hardly ever\n");
  CHECK(says(draft,
             "# 3 columns whose names begin alike; no built-in instrument by its names; perhaps ucla3, which has as "
             "many items "
             "and\n# these answers: ecpr instruments show ucla3\n[[outcome]]\nname = \"alone\""));
}

TEST_CASE("items of a grid that run against the others are named by what is asked, eight of them") {
  std::string pre = "id", post;
  for (int item = 1; item <= 24; ++item)
    pre += ",How much do you agree with each of these sentences today? [s" + std::to_string(item) + "]";
  pre += '\n';
  post = pre;
  for (int i = 0; i < 12; ++i) {
    for (auto* rows : {&pre, &post}) {
      *rows += 'p' + std::to_string(i);
      for (int item = 1; item <= 24; ++item)
        *rows += ',' + std::to_string((item <= 14) == (rows == &pre) ? 1 + i % 4 : 4 - i % 4);
      *rows += '\n';
    }
  }
  CHECK(
      drafted(pre, post).text.find("# TO DECIDE: 's15', 's16', 's17', 's18', 's19', 's20', 's21', 's22' and 2 more run "
                                   "against the other items:") != std::string::npos);
}

TEST_CASE("waves before a colon") {
  const auto draft = drafted(
      "code,Before: I felt calm,Before: I slept,After: I felt calm,After: I slept\n"
      "a,1,2,3,4\nb,2,3,4,5\nc,3,3,5,5\n");
  CHECK(says(draft, "columns = \"{wave}: {column}\"\nwave_names = { pre = \"Before\", post = \"After\" }"));
  CHECK(says(draft, "name = \"I felt calm\"\ncolumn = \"I felt calm\""));
}

TEST_CASE("waves that do not look like one form are held back, with the evidence and the lines that settle it") {
  std::string pre = "id,hope_1,hope_2,hope_3\n", post = pre;
  for (int i = 0; i < 14; ++i) {
    const std::string id = "p" + std::to_string(i);
    pre += id, post += id;
    for (int item = 0; item < 3; ++item) {
      pre += "," + std::to_string(1 + (i + item) % 5);
      post += "," + std::to_string(1 + (3 * i + item) % 7);
    }
    pre += "\n", post += "\n";
  }
  const auto draft = drafted(pre, post);
  CHECK(draft.decisions ==
        std::vector<std::string>{
            "1 outcome is left out, behind #, until you decide: hope (line 16: the answers run from 1 to "
            "5 before (42 answers) and from 1 to 7 after (42 answers))"});
  CHECK(draft.notes == std::vector<std::string>{"the study does not run yet: all its outcomes wait behind a #"});
  CHECK(says(draft, "find_instruments = false"));
  CHECK(says(draft, "# # same_form = true"));
  CHECK_FALSE(says(draft, "# # recode = { post = { 1 = 1 } }"));
}

TEST_CASE("texts that are nearly an instrument's answers are proposed, unless it has them already") {
  const std::string header = "id,gad7_1,gad7_2,gad7_3,gad7_4,gad7_5,gad7_6,gad7_7\n";
  const std::string usual = "Not at all,Several days,Not at all,Several days,Not at all,Several days,";
  const auto draft = drafted(header + "a," + usual + "Nearly everyday\nb," + usual + "Not at all\n",
                             header + "a," + usual + "Several days\nb," + usual + "Not at all\n");
  CHECK(says(draft, "[outcome.answers]\n\"Nearly everyday\" = 3"));
  CHECK(draft.decisions.at(0).find("outcome.answers (line ") != std::string::npos);
  const auto both = drafted(header + "a," + usual + "Nearly everyday\nb," + usual + "Nearly every day\n",
                            header + "a," + usual + "Several days\nb," + usual + "Not at all\n");
  CHECK_FALSE(says(both, "\"Nearly everyday\" = 3"));
}
