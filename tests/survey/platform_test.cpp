#include "ecpr/survey/platform.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ecpr/base/choices.hpp"
#include "ecpr/survey/table.hpp"
#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using survey::Table;

namespace {

TEST_CASE("the platforms are those that options name, with their titles") {
  const auto words = survey_platforms.meanings();
  const auto platforms = survey::platforms();
  REQUIRE(words.size() == platforms.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(words[i].word == platforms[i].name);
    CHECK(words[i].meaning == platforms[i].title);
  }
}

Table table_of(std::string text, const std::string& platform = "") {
  return Table(csv::Reader::from_text(std::move(text), "pre.csv"), platform);
}

std::string names_of(const Table& table) {
  std::string names;
  for (const auto& column : table.columns()) names += (names.empty() ? "" : "|") + column.name;
  return names;
}

/// "3:a|b" per row: its line and its cells.
std::vector<std::string> rows_of(Table& table) {
  std::vector<std::string> rows;
  for (csv::Record record; table.next(record);) {
    std::string row = std::to_string(record.line) + ":";
    for (const auto cell : record.fields) row += (row.back() == ':' ? "" : "|") + std::string(cell);
    rows.push_back(row);
  }
  return rows;
}

using Rows = std::vector<std::string>;

const std::string qualtrics_names = "StartDate,Status,Finished,ResponseId,DistributionChannel,Q1,Q2\n";
const std::string qualtrics_texts =
    "Start Date,Response Type,Finished,Response ID,Distribution Channel,\"Your\ncode\",Hope?\n";
const std::string qualtrics_ids =
    "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":"
    "\"\"finished\"\"}\","
    "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"distributionChannel\"\"}\",\"{\"\"ImportId\"\":"
    "\"\"QID1_"
    "TEXT\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n";

}  // namespace

TEST_CASE("Qualtrics: names, question texts and import ids are no data, and rows keep their lines") {
  auto table = table_of(qualtrics_names + qualtrics_texts + qualtrics_ids + "2024-03-04,0,1,R_1,anonymous,a,3\n");
  CHECK(table.platform().name == "qualtrics");
  CHECK(names_of(table) == "StartDate|Status|Finished|ResponseId|DistributionChannel|Q1|Q2");
  CHECK(table.columns()[5].question == "Your\ncode");
  CHECK(table.columns()[0].by_platform);
  CHECK_FALSE(table.columns()[5].by_platform);
  CHECK(rows_of(table) == Rows{"5:2024-03-04|0|1|R_1|anonymous|a|3"});
  CHECK(table.rows() == 1);
  CHECK(table.notes() ==
        Rows{"pre.csv: read as an export of Qualtrics, with 2 rows below the names that hold no answers; "
             "--platform plain reads it as it stands"});
}

TEST_CASE("Qualtrics: a missing id column is asked for by a column of the survey's own") {
  const std::string rows =
      "StartDate,EndDate,Status,Finished,ResponseId,DistributionChannel,Q1\nx,x,0,1,R_1,anonymous,a\n";
  CHECK(refusal<InputError>([&] { two_files(rows, rows, hope, ""); }) ==
        "pre.csv: which column holds the participants' ids? Say --id COLUMN, or id = \"...\" under [input]; the first "
        "column is 'Q1'");
}

TEST_CASE("Qualtrics: without the rows of texts and ids, or with one of them") {
  auto bare = table_of(qualtrics_names + "2024-03-04,0,1,R_1,anonymous,a,3\n");
  CHECK(bare.platform().name == "qualtrics");
  CHECK(rows_of(bare).size() == 1);
  CHECK(bare.notes() == Rows{"pre.csv: read as an export of Qualtrics; --platform plain reads it as it stands"});
  auto texts = table_of(qualtrics_names + qualtrics_texts + "2024-03-04,0,1,R_1,anonymous,a,3\n");
  CHECK(rows_of(texts).size() == 1);
  auto ids = table_of(qualtrics_names + qualtrics_ids + "2024-03-04,0,1,R_1,anonymous,a,3\n");
  CHECK(rows_of(ids).size() == 1);
  CHECK(ids.notes() ==
        Rows{"pre.csv: read as an export of Qualtrics, with 1 row below the names that holds no answers; "
             "--platform plain reads it as it stands"});
}

TEST_CASE("Qualtrics: an old export has two header rows, and its columns answer to the second") {
  auto table = table_of(
      "V1,V2,V7,V10,Q1\nResponseID,ResponseSet,Status,Finished,How are you?\nR_1,Default,1,1,2\nR_2,"
      "Default,0,0,3\n");
  CHECK(table.platform().name == "qualtrics");
  CHECK(table.columns()[4].others == Rows{"How are you?"});
  CHECK(rows_of(table) == Rows{"4:R_2|Default|0|0|3"});
  CHECK(table.previews() == 1);
  CHECK(table.unfinished() == 1);
}

TEST_CASE("Qualtrics: previews and tests are left out, unfinished answers count, all of it is said") {
  const std::string rows =
      "2024-03-04,1,1,R_1,preview,a,3\n"
      "2024-03-04,Survey Preview,True,R_2,anonymous,b,3\n"
      "2024-03-04,2,1,R_3,gl,c,3\n"
      "2024-03-04,Umfragevorschau,1,R_4,preview,d,3\n"
      "2024-03-04,17,1,R_5,anonymous,e,3\n"
      "2024-03-04,0,False,R_6,anonymous,f,3\n"
      "2024-03-04,IP Address,TRUE,R_7,email,g,3\n"
      "2024-03-04,4,1,R_8,anonymous,h,3\n"
      "2024-03-04,8,1,R_9,anonymous,i,3\n"
      "2024-03-04,16,0,R_10,anonymous,j,3\n";
  auto table = table_of(qualtrics_names + qualtrics_texts + qualtrics_ids + rows);
  CHECK(rows_of(table).size() == 5);
  CHECK(table.rows() == 10);
  CHECK(table.previews() == 5);
  CHECK(table.unfinished() == 2);
  CHECK(table.notes()[1] == "pre.csv: 5 previews and tests of the form are left out");
  CHECK(table.notes()[2] ==
        "pre.csv: 2 people did not come to the end of the form (Finished = False); what was answered counts");
}

TEST_CASE("a status of one's own is no sign of Qualtrics") {
  auto table = table_of("id,Status,hope\na,1,3\n");
  CHECK(table.platform().name == "plain");
  CHECK(rows_of(table) == Rows{"2:a|1|3"});
  CHECK(table.notes().empty());
}

TEST_CASE("SurveyMonkey: a matrix column is named by its row label, any other by its question") {
  auto table = table_of(
      "Respondent ID,Collector ID,Start Date,Your code,How do you feel?,,,Which role?,,\n"
      ",,,Open-Ended Response,Tense,Calm,Upset,Response,Other (please specify),\n"
      "118,44,2024-03-04,a,1,2,3,peer,,\n");
  CHECK(table.platform().name == "surveymonkey");
  CHECK(names_of(table) ==
        "Respondent ID|Collector ID|Start Date|Your code|Tense|Calm|Upset|Which role?|Other (please specify)|");
  CHECK(table.columns()[4].full == "How do you feel? [Tense]");
  CHECK(table.columns()[4].others == Rows{"How do you feel?"});
  CHECK(rows_of(table) == Rows{"3:118|44|2024-03-04|a|1|2|3|peer||"});
  CHECK(table.notes() == Rows{"pre.csv: read as an export of SurveyMonkey, with 1 row below the names that holds no "
                              "answers; --platform plain reads it as it stands"});
}

TEST_CASE("SurveyMonkey: one header row, and words for a response in other languages") {
  auto condensed = table_of("respondent_id,collector_id,Your code\n118,44,a\n");
  CHECK(rows_of(condensed) == Rows{"2:118|44|a"});
  auto german = table_of("Respondent ID,Collector ID,Ihr Code,Gefühl,\n,,Offene Antwort,ruhig,nervös\n118,44,a,1,2\n");
  CHECK(names_of(german) == "Respondent ID|Collector ID|Ihr Code|ruhig|nervös");
}

TEST_CASE("SurveyMonkey: a respondent's number is no participant's id") {
  const std::string rows =
      "Respondent ID,Collector ID,ID,hope\n,,Open-Ended Response,Response\n118,44,a,1\n119,44,b,2\n";
  const auto survey = two_files(rows, rows, hope, "");
  CHECK(survey.id_column == "ID");
  CHECK(survey.people() == 2);
}

TEST_CASE("SurveyMonkey: rows of one label in two matrices are an error that lists them in full") {
  const std::string rows =
      "Respondent ID,Collector ID,code,Today,,Usually,\n,,Response,Tense,Calm,Tense,Calm\n1,2,a,1,2,3,4\n";
  const std::string outcome = "[[outcome]]\nname = \"tense\"\ncolumn = \"";
  CHECK(refusal<InputError>([&] { two_files(rows, rows, outcome + "Tense\"\n", "id = \"code\""); }) ==
        "pre.csv: 'Tense' may be 2 columns: 'Today [Tense]' and 'Usually [Tense]'; name the one that is meant in full");
  const auto survey = two_files(rows, rows, outcome + "Usually [Tense]\"\n", "id = \"code\"");
  CHECK(score_of(survey, "tense", "a") == 3);
}

TEST_CASE("Google Forms: a grid column answers to its full header or its row label") {
  const std::string rows =
      "\"Timestamp\",\"Participant code\",\"Feel? [Tense]\",\"Feel? [Calm]\"\n"
      "\"2024/03/04 1:01:11 PM GMT+1\",\"a\",\"1\",\"4\"\n";
  CHECK(table_of(rows).notes() ==
        Rows{"pre.csv: read as an export of Google Forms; --platform plain reads it as it stands"});
  const std::string outcomes =
      "[[outcome]]\nname = \"tense\"\ncolumn = \"Tense\"\n[[outcome]]\nname = \"calm\"\ncolumn = \"Feel? [Calm]\"\n";
  const auto survey = two_files(rows, rows, outcomes, "");
  CHECK(survey.id_column == "Participant code");
  CHECK(score_of(survey, "tense", "a") == 1);
  CHECK(score_of(survey, "calm", "a") == 4);
}

TEST_CASE("Google Forms: a row label that two grids share is an error that lists them") {
  const std::string rows = "Timestamp,id,Now? [Tense],Then? [Tense]\n2024/03/04 1:01:11,a,1,2\n";
  CHECK(refusal<InputError>([&] { two_files(rows, rows, "[[outcome]]\nname = \"tense\"\ncolumn = \"Tense\"\n"); }) ==
        "pre.csv: 'Tense' may be 2 columns: 'Now? [Tense]' and 'Then? [Tense]'; name the one that is meant in full");
}

TEST_CASE("a column that is called so comes before one that also answers to it") {
  const std::string rows = "Timestamp,id,Tense,Then? [Tense]\n2024/03/04 1:01:11,a,1,2\n";
  const auto survey = two_files(rows, rows, "[[outcome]]\nname = \"tense\"\ncolumn = \"Tense\"\n");
  CHECK(score_of(survey, "tense", "a") == 1);
}

TEST_CASE("a first column with times alone is no sign of Google Forms") {
  CHECK(table_of("Timestamp,id\n1709553671,a\n").platform().name == "plain");
  CHECK(table_of("Zeitstempel,Code\n04.03.2024 13:01:11,a\n").platform().name == "google-forms");
}

TEST_CASE("REDCap: the event is the wave, and a group of the baseline holds for the other event") {
  const std::string rows =
      "record_id,redcap_event_name,redcap_repeat_instrument,role,hope,hope_complete\n"
      "1,baseline_arm_1,,peer,2,2\n1,post_arm_1,,,4,2\n1,post_arm_1,calls,,,\n"
      "2,post_arm_1,,,3,2\n2,baseline_arm_1,,clinician,1,2\n";
  const auto survey = one_file(rows, "[group]\ncolumn = \"role\"\n" + std::string(hope));
  CHECK(survey.id_column == "record_id");
  CHECK(survey.files[0].platform == "redcap");
  CHECK(survey.waves == std::vector<std::uint8_t>{3, 3});
  CHECK(group_of(survey, "1") == "peer");
  CHECK(group_of(survey, "2") == "clinician");
  CHECK(survey.groups == Rows{"peer", "clinician"});
  CHECK(survey.problems.total() == 0);
}

TEST_CASE("REDCap: labels instead of names") {
  const auto table = table_of("Record ID,Event Name,Role,Complete?,Complete?\n1,Baseline,peer,Complete,Complete\n");
  CHECK(table.platform().name == "redcap");
}

TEST_CASE("the platform as it is stated, in words that are known") {
  CHECK(table_of("a,b\n1,2\n", "redcap").platform().name == "redcap");
  auto plain = table_of(qualtrics_names + qualtrics_texts + qualtrics_ids, "plain");
  CHECK(rows_of(plain).size() == 2);
  CHECK(refusal<UsageError>([] { table_of("a,b\n1,2\n", "qualtrix"); }) ==
        "pre.csv: unknown platform 'qualtrix'; did you mean 'qualtrics'?");
  CHECK(refusal<UsageError>([] { table_of("a,b\n1,2\n", "x"); }) ==
        "pre.csv: unknown platform 'x'; there are qualtrics, redcap, surveymonkey, google-forms and plain");
}

TEST_CASE("a file may state its platform in the study file, each its own") {
  const WorkingFolder folder;
  folder.write("pre.csv", qualtrics_names + qualtrics_texts + qualtrics_ids + "2024-03-04,0,1,R_1,anonymous,a,3\n");
  folder.write("post.csv", "Timestamp,Participant code,Hope? [now]\n2024/03/04 1:01:11 PM,a,5\n");
  const auto survey = survey_of(
      "[input]\npre = { file = \"pre.csv\", id = \"Q1\", platform = \"qualtrics\" }\n"
      "post = { file = \"post.csv\", id = \"Participant code\", platform = \"google-forms\" }\n"
      "[[outcome]]\nname = \"hope\"\npre = \"Q2\"\npost = \"now\"\n");
  CHECK(score_of(survey, "hope", "a") == 3);
  CHECK(score_of(survey, "hope", "a", true) == 5);
  CHECK(survey.notes[0] == "pre.csv: read as an export of Qualtrics, with 2 rows below the names that hold no answers");
}

TEST_CASE("fewer rows than a platform's header has") {
  auto names_only = table_of(qualtrics_names);
  CHECK(rows_of(names_only).empty());
  auto header_only = table_of(qualtrics_names + qualtrics_texts + qualtrics_ids);
  CHECK(rows_of(header_only).empty());
  CHECK(header_only.rows() == 0);
  auto short_rows = table_of(qualtrics_names + "Start Date\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\"\n2024-03-04\n");
  CHECK(rows_of(short_rows) == Rows{"4:2024-03-04"});
}
