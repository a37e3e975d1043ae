#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Notes = std::vector<std::string>;

const std::string loneliness = "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"hardly-ever-first\"\n";

std::string refused(const std::string& pre, const std::string& post, const std::string& outcomes,
                    const std::string& input = "id = \"id\"") {
  return refusal<InputError>([&] { two_files(pre, post, outcomes, input); });
}

TEST_CASE("a missing column is named with its file and with what was meant") {
  CHECK(refused("id,hopee\na,1\n", "id,hope\na,1\n", std::string(hope)) ==
        "column 'hope' not found in pre.csv; did you mean 'hopee'?");
  CHECK(refused("id,hope\na,1\n", "id,x,y\na,1,2\n", std::string(hope)) ==
        "column 'hope' not found in post.csv; its columns are 'id', 'x' and 'y'");
  std::string header = "id";
  for (int i = 0; i < 20; ++i) header += ",column" + std::to_string(i);
  CHECK(refused(header + "\na\n", "id,hope\na,1\n", std::string(hope)) ==
        "column 'hope' not found in pre.csv; it has 21 columns, the first is 'id'");
  CHECK(refused("id,hope\na,1\n", "id,hope\na,1\n", std::string(hope), "id = \"code\"") ==
        "column 'code' not found in pre.csv; its columns are 'id' and 'hope'");
  CHECK(refused("id,hope,rol\na,1,x\n", "id,hope\na,1\n", std::string(hope) + "[group]\ncolumn = \"role\"\n") ==
        "column 'role' not found in pre.csv; did you mean 'rol'?");
}

TEST_CASE("a column that only the first of two large files has") {
  std::string other = "id";
  for (int i = 0; i < 20; ++i) other += ",question " + std::to_string(i);
  CHECK(
      refused("id,hope\na,1\n", other + "\na\n", std::string(hope)) ==
      "column 'hope' is in pre.csv, but not in post.csv; where the two files spell their columns differently, a study "
      "file names both (columns = { pre = [...], post = [...] }): ecpr init drafts one");
}

TEST_CASE("two columns of one name are refused when they matter, and ignored when not") {
  CHECK(refused("id,hope,hope\na,1,2\n", "id,hope\na,1\n", std::string(hope)) ==
        "pre.csv: 2 columns are called 'hope' (the 2. and the 3.); rename all but one");
  CHECK(refused("id,hope,id\na,1,b\n", "id,hope\na,1\n", std::string(hope), "") ==
        "pre.csv: 2 columns are called 'id' (the 1. and the 3.); rename all but one");
  CHECK(two_files("id,x,x,hope\na,1,2,3\n", "id,hope\na,1\n", hope).people() == 1);
  CHECK(two_files("id,hope , y\na,1,2\n", "id,\u200Bhope\na,1\n", hope).people() == 1);
}

TEST_CASE("the id column is guessed, said, or asked for") {
  const auto survey = two_files("Participant ID,hope\na,1\n", "code,hope\na,1\n", hope, "");
  CHECK(survey.notes == Notes{"pre.csv: taking column 'Participant ID' for the participants' ids",
                              "post.csv: taking column 'code' for the participants' ids"});
  CHECK(refused("who,hope\na,1\n", "id,hope\na,1\n", std::string(hope), "") ==
        "pre.csv: which column holds the participants' ids? Say --id COLUMN, or id = \"...\" under [input]; the first "
        "column is 'who'");
  CHECK(two_files("who,hope\na,1\n", "wer,hope\na,1\n", hope, "id = \"who:wer\"").id_column == "who and wer");
  CHECK(two_files("a:b,hope\na,1\n", "a:b,hope\na,1\n", hope, "id = \"a:b\"").id_column == "a:b");
}

TEST_CASE("a group column is guessed for flags only, and said") {
  auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + std::string(hope));
  study.grouping.guess = true;
  const WorkingFolder folder;
  folder.write("pre.csv", "id,Role,hope\na,peer,1\n");
  folder.write("post.csv", "id,hope\na,1\n");
  const auto survey = survey::read_survey(study, {});
  CHECK(survey.group_column == "Role");
  CHECK(survey.notes == Notes{"pre.csv: taking column 'Role' for the groups; --group COLUMN names another"});
}

TEST_CASE("items are named by a pattern, by columns, or by the usual names") {
  const std::string rows = "id,l1,l2,l3,ucla3_1,ucla3_2,ucla3_3\na,1,1,1,2,2,3\n";
  const auto score = [&](const std::string& more) {
    return score_of(two_files(rows, rows, loneliness + more), "ucla3", "a");
  };
  CHECK(score("") == 7);
  CHECK(score("items = \"l{item}\"\n") == 3);
  CHECK(score("columns = [\"l1\", \"ucla3_2\", \"l3\"]\n") == 4);
  CHECK(refused(rows, rows, loneliness + "items = \"m{item}\"\n") ==
        "column 'm1' not found in pre.csv; did you mean 'l1'?");
  CHECK(refused(rows, rows, loneliness + "columns = [\"l1\", \"l2\"]\n") ==
        "outcome 'ucla3' has 3 items, but 2 columns are named for it");
  CHECK(refused("id,l1\na,1\n", "id,l1\na,1\n", loneliness) ==
        "pre.csv: the 3 items of ucla3 are not there under their usual names (ucla3_1 and so on); name them: "
        "--instrument ucla3=PATTERN with {item} for the number, or items = \"PATTERN\" in the study file");
}

TEST_CASE("an instrument may come from a file of one's own, beside the study file") {
  const WorkingFolder folder;
  folder.write(
      "own.toml",
      "id = \"own2\"\ntitle = \"Own scale\"\nitems = 2\nrange = [0, 10]\nwhole = false\n[[scale]]\nscore = "
      "\"sum\"\nhigher_is = \"better\"\n[[scale]]\nname = \"second\"\nlabel = \"Second\"\nitems = [2]\nreversed = "
      "[2]\nscore = \"mean\"\nhigher_is = \"worse\"\n");
  folder.write("pre.csv", "id,own2_1,own2_2\na,2.5,4\nb,11,1\n");
  folder.write("post.csv", "id,own2_1,own2_2\na,3,3\nb,3,3\n");
  const auto survey =
      survey_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\n[[outcome]]\ninstrument = \"own.toml\"\n");
  CHECK(survey.outcomes.size() == 2);
  // 1 of 8 answers is out of range: an instrument with fractions follows the same rule.
  CHECK(survey.outcomes[0].unscored == "1 of 8 answers is outside 0 to 10: another form or coding is suspected");
  folder.write("pre.csv", "id,own2_1,own2_2\na,2.5,4\nb,1,1\n");
  const auto better =
      survey_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\n[[outcome]]\ninstrument = \"own.toml\"\n");
  CHECK(score_of(better, "own2", "a") == 6.5);
  CHECK(score_of(better, "own2.second", "a") == 6);
}

TEST_CASE("instruments are found by themselves, and what is not used is said") {
  const std::string phq = ",phq9_1,phq9_2,phq9_3,phq9_4,phq9_5,phq9_6,phq9_7,phq9_8,phq9_9";
  const std::string nines = ",0,0,0,0,0,0,0,0,0";
  const auto survey =
      two_files("id,ucla3_1,ucla3_2,ucla3_3" + phq + "\na,1,2,3" + nines + "\n",
                "id,ucla3_1,ucla3_2,ucla3_3,who5_1,who5_2,who5_3,who5_4,who5_5\na,1,1,1,1,1,1,1,1\n", "");
  CHECK(survey.outcomes.size() == 1);
  CHECK(survey.notes[0] == "phq9 is in pre.csv only and is left out");
  CHECK(survey.notes[1] == "who5 is in post.csv only and is left out");
  CHECK(
      refused("id,x\na,1\n", "id,x\na,1\n", "") ==
      "pre.csv and post.csv: no outcome found: no built-in instrument has its items there under the usual names; name "
      "one: --instrument ID=PATTERN (ecpr instruments list) or --outcome NAME=COLUMN, or let ecpr init draft a study "
      "file");
}

TEST_CASE("a choice for an instrument that is not there is refused") {
  auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + loneliness);
  const WorkingFolder folder;
  folder.write("pre.csv", "id,ucla3_1,ucla3_2,ucla3_3\na,1,2,3\n");
  folder.write("post.csv", "id,ucla3_1,ucla3_2,ucla3_3\na,1,2,3\n");
  study.codings["scs8"] = "agree-first";
  CHECK(refusal<UsageError>([&] { survey::read_survey(study, {}); }) ==
        "--coding scs8=agree-first: scs8 is not among the outcomes; there is ucla3");
}

TEST_CASE("a file with one wave's columns is told what to do") {
  CHECK(refusal<InputError>([] { one_file("id,hope\na,1\n", hope); }) ==
        "survey.csv: the columns of hope are there for one wave only; name the other wave's file too, with --pre and "
        "--post, or the column that tells the waves apart, with --wave (under [input]: pre and post, or wave)");
  CHECK(refusal<InputError>([] { one_file("id,hop_pre,hop_post\na,1,2\n", hope); }) ==
        "survey.csv: no columns of two waves for 'hope': a long file needs --wave COLUMN (wave = { column = \"...\" "
        "}), a "
        "wide one columns such as x_pre and x_post, or columns = \"{column}_{wave}\" in the study file");
  const std::string apart = "[[outcome]]\nname = \"x\"\npre = \"x1\"\npost = \"x2\"\n" + std::string(hope);
  CHECK(refusal<InputError>([&] { one_file("id,x1,x2,hop\na,1,2,3\n", apart); }) ==
        "survey.csv: no columns of two waves for 'hope'; did you mean 'hop'?");
}

}  // namespace
