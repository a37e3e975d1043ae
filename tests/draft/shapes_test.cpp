// Which files, ids, waves and groups a draft takes.
#include <doctest/doctest.h>

#include "drafted.hpp"
#include "refusal.hpp"
#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("ids without a usual name: values that differ within a wave and recur in the other") {
  const auto draft =
      drafted("when,kennung,hope\n1,x7,3\n1,y8,4\n1,z9,2\n", "kennung,hope,when\ny8,3,2\nx7,3,2\nz9,1,2\n");
  CHECK(says(draft, "id = \"kennung\""));
  CHECK(draft.notes.empty());
  const auto other = drafted("a,hope\nx7,3\ny8,4\n", "b,hope\ny8,3\nx7,3\n");
  CHECK(says(other, "pre = { file = \"pre.csv\", id = \"a\" }\npost = { file = \"post.csv\", id = \"b\" }"));
  CHECK(other.notes.empty());
}

TEST_CASE("no column holds ids: left to decide, and said") {
  const auto draft = drafted("mood,hope\n1,3\n2,4\n1,2\n", "mood,hope\n2,3\n2,3\n2,1\n");
  CHECK(says(draft, "# id = \"\""));
  CHECK(draft.notes == std::vector<std::string>{
                           "the study does not run yet: pre.csv: which column holds the participants' ids? Say --id "
                           "COLUMN, or id = \"...\" under [input]; the first column is 'mood'"});
}

TEST_CASE("waves in a column: by their usual words, by words that say early and late, else by the answers in both") {
  CHECK(says(drafted("id,stage,hope\na,post,3\nb,post,4\na,pre,1\nb,pre,1\n"),
             "wave = { column = \"stage\", pre = \"pre\", post = \"post\" }"));
  CHECK(says(drafted("id,stage,hope\na,Ende,3\nb,Ende,4\na,Anfang,1\nb,Anfang,1\n"),
             "wave = { column = \"stage\", pre = \"Anfang\", post = \"Ende\" }"));
  const std::string events =
      "record_id,redcap_event_name,hope\n1,visit_1,\n1,visit_2,3\n1,visit_3,4\n2,visit_1,\n2,visit_2,2\n2,visit_3,1\n";
  CHECK(says(drafted(events), "wave = { column = \"redcap_event_name\", pre = \"visit_2\", post = \"visit_3\" }"));
  CHECK(drafted(events).text.find("GUESS: which are pre and post? There are 'visit_1', 'visit_2' and 'visit_3'") !=
        std::string::npos);
}

TEST_CASE("waves in the names of columns, in more than one spelling") {
  const auto draft =
      drafted("id,hope_pre,hope_post,joy_pre,joy_post,Mood before,Mood after\na,1,2,3,4,50,60\nb,2,2,3,3,70,65\n");
  CHECK(says(draft, "columns = \"{column}_{wave}\"\nwave_names = { pre = \"pre\", post = \"post\" }"));
  CHECK(says(draft, "name = \"Mood\"\npre = \"Mood before\"\npost = \"Mood after\""));
  CHECK(draft.notes.empty());
}

TEST_CASE("three waves in the names of columns: the first two, and said") {
  const auto draft = drafted("id,T0_hope,T1_hope,T2_hope\na,10,20,30\nb,20,30,50\n");
  CHECK(says(draft, "columns = \"{wave}_{column}\"\nwave_names = { pre = \"T0\", post = \"T1\" }"));
  CHECK(draft.text.find("GUESS: which are pre and post? There are 'T0', 'T1' and 'T2'") != std::string::npos);
  CHECK(draft.notes.empty());
}

TEST_CASE("files in the wrong order, as their names say; the same file twice, standard input, a study file") {
  const WorkingFolder folder;
  folder.write("post.csv", "id,hope\na,3\nb,4\n");
  folder.write("pre.csv", "id,hope\na,1\nb,2\n");
  folder.write("other.csv", "id,hope\na,1\nb,1\n");
  const auto draft = draft::draft_study({"post.csv", "pre.csv"}, "");
  CHECK(says(draft, "pre = \"pre.csv\"\npost = \"post.csv\""));
  CHECK(draft.notes == std::vector<std::string>{
                           "taking pre.csv for the wave before and post.csv for the wave after, as their names say"});
  CHECK(says(draft::draft_study({"post.csv", "other.csv"}, ""), "pre = \"post.csv\"\npost = \"other.csv\""));
  CHECK(refusal<UsageError>([] {
          draft::draft_study({"pre.csv", "./pre.csv"}, "");
        }) == "pre.csv is named for both waves; if it holds both, name it once");
  CHECK(refusal<UsageError>([] { draft::draft_study({"-"}, ""); }) ==
        "init reads a file more than once: save standard input to a file first");
  CHECK(refusal<UsageError>([] { draft::draft_study({"study.toml"}, ""); }) ==
        "study.toml is a study file; init takes CSV files");
}

TEST_CASE("numbered items are no waves") {
  CHECK(refusal<InputError>([] { drafted("id,hope_1,hope_2,hope_3\na,1,2,3\nb,2,2,1\n"); }) ==
        "survey.csv: no two waves are found in it: no column says pre and post, and no columns are called like x_pre "
        "and x_post; if it is one of two files, name the other one, too: ecpr init PRE POST");
}

TEST_CASE("one wave, or no row, is said") {
  CHECK(refusal<InputError>([] { drafted("id,wave,hope\na,pre,1\nb,pre,2\n"); }) ==
        "survey.csv: all rows are of one wave, 'pre'; if it is one of two files, name the other one, too: ecpr init "
        "PRE POST");
  CHECK(refusal<InputError>([] { drafted("id,hope\n", "id,hope\na,1\n"); }) ==
        "pre.csv: the file has a header but no rows below it");
}

TEST_CASE("two files: the same questions under other names") {
  const auto draft = drafted("ID,pre_ucla3_1,pre_ucla3_2,pre_ucla3_3,Mood now? [Calm]\na,1,2,3,5\nb,1,1,1,4\n",
                             "ID,post_ucla3_1,post_ucla3_2,post_ucla3_3,Calm\na,1,2,3,3\nb,2,1,1,4\n");
  CHECK(says(draft, "items = { pre = \"pre_ucla3_{item}\", post = \"post_ucla3_{item}\" }"));
  CHECK(says(draft, "name = \"Calm\"\npre = \"Mood now? [Calm]\"\npost = \"Calm\""));
  CHECK(draft.notes.empty());
}

TEST_CASE("two files: an instrument that the names of one file show") {
  const auto draft = drafted("ID,UCLA_1,UCLA_2,UCLA_3,left_out,alone\na,1,2,3,1,1\nb,1,1,1,2,2\n",
                             "ID,Lonely [UCLA_1],Lonely [UCLA_2],Lonely [UCLA_3]\na,1,2,3\nb,2,1,1\n");
  CHECK(says(draft, "instrument = \"ucla3\"\nitems = { pre = \"UCLA_{item}\", post = \"Lonely [UCLA_{item}]\" }"));
  CHECK(draft.notes.empty());
}

TEST_CASE("names that only sound like dates or descriptions are outcomes") {
  const auto draft = drafted(
      "ID,state_anxiety,wellbeing_index,training_skills,end_date,class\na,10,20,30,1 May,1\nb,20,30,40,1 May,1\n",
      "ID,state_anxiety,wellbeing_index,training_skills,end_date,class\na,15,30,40,2 May,1\nb,10,40,40,2 May,1\n");
  for (const char* name : {"state_anxiety", "wellbeing_index", "training_skills"})
    CHECK(says(draft, "[[outcome]]\nname = \"" + std::string(name) + "\""));
  CHECK(says(draft, "# cluster = \"class\""));
  CHECK(draft.text.find("end_date") > draft.text.find("Not used"));
}

TEST_CASE("two exports of one platform: columns of one name that ask different things") {
  const std::string names = "StartDate,EndDate,Status,Finished,ResponseId,Q1,Q2\nStart,End,Type,Fin,Id,Code?,";
  std::string ids = "\n";
  for (int i = 0; i < 7; ++i) ids += std::string(i > 0 ? "," : "") + "\"{\"\"ImportId\"\":\"\"Q\"\"}\"";
  ids += '\n';
  const auto draft = drafted(names + "How calm are you?" + ids + ",,,,,k1,3\n,,,,,k2,4\n",
                             names + "How tired are you?" + ids + ",,,,,k1,1\n,,,,,k2,4\n");
  CHECK(says(draft,
             "# TO DECIDE: is 'Q2' one question? Before: 'How calm are you?', after: 'How tired are you?'.\n"
             "[[outcome]]\nname = \"Q2\""));
}

TEST_CASE("groups: by the name, by the look, one among several to choose, spellings of one group together") {
  const std::string rows = "id,wave,place,hope\na,pre,N,1\nb,pre,S,2\nc,pre,n,2\na,post,N,1\nb,post,S,2\nc,post,n,2\n";
  CHECK(says(drafted(rows), "[group]\ncolumn = \"place\"\n[[group.level]]\nlabel = \"N\"\nvalues = [\"N\", \"n\"]"));
  const auto two = drafted("id,wave,place,day,hope\na,pre,N,Mon,1\nb,pre,S,Tue,2\na,post,N,Mon,1\nb,post,S,Tue,2\n");
  CHECK(says(two, "# [group]\n# column = \"place\"\n# column = \"day\""));
  CHECK(says(drafted("id,wave,arm,place,hope\na,pre,x,N,1\nb,pre,y,S,2\na,post,x,N,1\nb,post,y,S,2\n"),
             "column = \"arm\""));
}

TEST_CASE("a second row of a person in one wave: to decide, and said") {
  const auto draft = drafted("id,hope\na,1\na,2\nb,3\n", "id,hope\na,1\nb,3\n");
  CHECK(says(draft, "# duplicates = \"first\""));
  CHECK(draft.notes.size() == 1);
}

TEST_CASE("files that are not UTF-8, decimal commas between commas, semicolons") {
  const auto latin = drafted("id,group,hope\na,Caf\xE9,1\nb,Zoo,2\n", "id,hope\na,1\nb,2\n");
  CHECK(says(latin, "pre = { file = \"pre.csv\", encoding = \"windows-1252\" }\npost = \"post.csv\""));
  CHECK(says(latin, "label = \"Caf\u00e9\""));
  const auto commas = drafted("id,hope\na,\"1,5\"\nb,\"2,25\"\n", "id,hope\na,\"1,75\"\nb,3\n");
  CHECK(says(commas, "pre = { file = \"pre.csv\", decimal = \",\" }\npost = { file = \"post.csv\", decimal = \",\" }"));
  CHECK(commas.notes.empty());
  CHECK(says(drafted("id;hope\na;1,5\nb;2,25\n", "id;hope\na;1,75\nb;3\n"), "pre = \"pre.csv\"\npost = \"post.csv\""));
}
