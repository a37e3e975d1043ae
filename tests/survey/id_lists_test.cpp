#include <doctest/doctest.h>

#include "survey_run.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

/// Two files with `lists` under [input]; the lists stand in the working folder.
survey::Survey two_files_with(std::string_view pre, std::string_view post, const std::string& input,
                              const std::vector<std::pair<std::string, std::string>>& lists,
                              const std::string& tables = "") {
  const WorkingFolder folder;
  folder.write("pre.csv", pre);
  folder.write("post.csv", post);
  for (const auto& [name, text] : lists) folder.write(name, text);
  return survey_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + input + "\n" + tables +
                   std::string(hope));
}

survey::Survey repaired(std::string_view pre, std::string_view post, const std::string& list) {
  return two_files_with(pre, post, "repairs = \"repairs.csv\"", {{"repairs.csv", list}});
}

survey::Survey excluding(std::string_view pre, std::string_view post, const std::string& list,
                         const std::string& tables = "") {
  return two_files_with(pre, post, "exclude = \"exclude.csv\"", {{"exclude.csv", list}}, tables);
}

const std::string repairs_header = "post_id,pre_id\n";

}  // namespace

TEST_CASE("repaired ids are one person, counted, under the id before") {
  const auto survey = repaired("id,hope\np1,1\np2,2\n", "id,hope\nP-1,3\np2,5\n", repairs_header + "P-1,p1\n");
  CHECK(survey.ids == Texts{"p1", "p2"});
  CHECK(survey.waves == std::vector<std::uint8_t>{3, 3});
  CHECK(survey.repaired == 1);
  CHECK(score_of(survey, "hope", "p1") == 1);
  CHECK(score_of(survey, "hope", "p1", true) == 3);
  CHECK(survey.notes.empty());
}

TEST_CASE("a comment above the columns is passed over, whatever a spreadsheet made of it") {
  const std::string comment = "# Repairs: say yes or no. Checksum: 0f";
  for (const std::string& line : {comment + "\n", comment + ",,\r\n", comment + ";;\n", '"' + comment + "\"\n",
                                  '"' + comment + "\",\"\",\"\"\n"}) {
    const auto survey =
        repaired("id,hope\np1,1\np2,2\n", "id,hope\nP-1,3\np2,5\n", line + "post_id,pre_id,same_person\nP-1,p1,yes\n");
    CHECK(survey.repaired == 1);
  }
  CHECK(refusal<InputError>([&] {
          repaired("id,hope\np1,1\n", "id,hope\nP-1,3\n",
                   '"' + comment + "\",\"\",\"\"\npost_id,pre_id,same_person\nP-1,p1,maybe\n");
        }) == "repairs.csv:3: 'maybe' in column 'same_person' should be yes or no");
}

TEST_CASE("two ids that change places") {
  const auto survey = repaired("id,hope\na,1\nb,2\n", "id,hope\na,20\nb,10\n", repairs_header + "a,b\nb,a\n");
  CHECK(score_of(survey, "hope", "a", true) == 10);
  CHECK(score_of(survey, "hope", "b", true) == 20);
  CHECK(survey.repaired == 2);
}

TEST_CASE("repairs match as ids do, apostrophes of spreadsheets aside, whatever the order of the columns") {
  const auto survey =
      two_files_with("id,hope\n p1,1\n=2,1\n", "id,hope\nQ1,3\n=3,4\n", "repairs = \"repairs.csv\"\nmatch = \"folded\"",
                     {{"repairs.csv", "pre_id,post_id\nP1 , q1\n'=2,'=3\n"}});
  CHECK(survey.repaired == 2);
}

TEST_CASE("repairs in a long file concern the rows after alone") {
  const WorkingFolder folder;
  folder.write("long.csv", "id,wave,hope\np1,pre,1\nq1,post,3\nq1,pre,7\n");
  folder.write("repairs.csv", repairs_header + "q1,p1\n");
  const auto survey = survey_of("[input]\nfile = \"long.csv\"\nrepairs = \"repairs.csv\"\n" + std::string(hope));
  CHECK(survey.ids == Texts{"p1", "q1"});
  CHECK(survey.waves == std::vector<std::uint8_t>{3, 1});
}

TEST_CASE("repairs in a wide file join the halves of a person") {
  const WorkingFolder folder;
  folder.write("wide.csv", "id,hope_pre,hope_post\np1,1,\nP1,,3\n");
  folder.write("repairs.csv", repairs_header + "P1,p1\n");
  const auto survey = survey_of("[input]\nfile = \"wide.csv\"\nrepairs = \"repairs.csv\"\n" + std::string(hope));
  CHECK(survey.ids == Texts{"p1"});
  CHECK(survey.waves == std::vector<std::uint8_t>{3});
  CHECK(survey.repaired == 1);
}

TEST_CASE("repairs that find nothing are said") {
  const auto survey = repaired("id,hope\np1,1\n", "id,hope\np1,3\n", repairs_header + "x,p2\ny,z\np1,p1\n");
  CHECK(survey.notes ==
        Texts{"repairs.csv: 3 of 3 repairs are not used, as no row has the id after or before: 'x' (line "
              "2), 'y' (line 3) and 'p1' (line 4)"});
}

TEST_CASE("a repair to somebody who answered after anyway is two rows of one person") {
  CHECK(refusal<InputError>([] { repaired("id,hope\np1,1\n", "id,hope\nq1,3\np1,4\n", repairs_header + "q1,p1\n"); }) ==
        "post.csv: an id has two different rows in the same wave: 'p1' (lines 2 and 3); correct an id that was "
        "mistyped, or, if the rows are one person's, decide "
        "with --duplicates first, last or most-complete (duplicates = \"...\" under [input])");
}

TEST_CASE("lists of repairs that cannot be meant") {
  const auto said = [](const std::string& list) {
    return refusal<InputError>([&] { repaired("id,hope\np1,1\n", "id,hope\nq1,3\n", list); });
  };
  CHECK(said("q1,p1\n") ==
        "repairs.csv:1: a file of repairs has the columns post_id and pre_id, as ecpr check --write-repairs writes it; "
        "here the first one is 'q1'");
  CHECK(said(repairs_header + "q1,\n") == "repairs.csv:2: there is no id in column 'pre_id'");
  CHECK(said(repairs_header + "q1,p1\nq1,p2\n") ==
        "repairs.csv:3: the id after 'q1' stands in line 2 as well; a person has one");
  CHECK(said(repairs_header + "q1,p1\nq2,p1\n") ==
        "repairs.csv:3: the id before 'p1' stands in line 2 as well; a person has one");
  CHECK(said("") == "repairs.csv: the file is empty; export the survey again as CSV");
}

TEST_CASE("excluded people are left out of both waves and counted by reason and group") {
  const std::string groups = "[group]\ncolumn = \"role\"\n";
  const auto survey = excluding("id,role,hope\na,peer,1\nb,peer,2\nc,staff,3\nd,,4\n",
                                "id,role,hope\na,peer,2\nb,peer,3\ne,staff,4\nd,,4\n",
                                "id,reason\nb,withdrew consent\nc,staff\ne,staff\nd,staff\n", groups);
  CHECK(survey.ids == Texts{"a"});
  CHECK(survey.excluded == 4);
  REQUIRE(survey.exclusions.size() == 2);
  CHECK(survey.exclusions[0].reason == "withdrew consent");
  CHECK(survey.exclusions[0].people == 1);
  CHECK(survey.exclusions[0].by_group == std::vector<std::size_t>{1, 0});
  CHECK(survey.exclusions[1].reason == "staff");
  CHECK(survey.exclusions[1].people == 3);
  CHECK(survey.exclusions[1].by_group == std::vector<std::size_t>{0, 2});
  CHECK(survey.problems.total() == 0);
}

TEST_CASE("an excluded person's duplicates are no trouble, and one without answers is not counted") {
  const auto survey = excluding("id,hope\na,1\nb,2\nb,3\nc,\n", "id,hope\na,2\n", "id,reason\nb,twice\nc,empty\n");
  CHECK(survey.excluded == 1);
  REQUIRE(survey.exclusions.size() == 1);
  CHECK(survey.exclusions[0].reason == "twice");
}

TEST_CASE("a person may be excluded by the id of either wave") {
  const auto survey = two_files_with("id,hope\np1,1\np2,1\n", "id,hope\nq1,3\np2,4\n",
                                     "repairs = \"repairs.csv\"\nexclude = \"exclude.csv\"",
                                     {{"repairs.csv", repairs_header + "q1,p1\n"}, {"exclude.csv", "id\nq1\n"}});
  CHECK(survey.ids == Texts{"p2"});
  REQUIRE(survey.exclusions.size() == 1);
  CHECK(survey.exclusions[0].reason == "no reason given");
}

TEST_CASE("excluded ids that occur in no row are said") {
  const auto survey = excluding("id,hope\na,1\n", "id,hope\na,2\n", "id,reason\nx,gone\n");
  CHECK(survey.excluded == 0);
  CHECK(survey.exclusions.empty());
  CHECK(survey.notes == Texts{"exclude.csv: 1 of 1 id is in no row: 'x' (line 2)"});
}

TEST_CASE("lists of exclusions that cannot be meant") {
  const auto said = [](const std::string& list) {
    return refusal<InputError>([&] { excluding("id,hope\na,1\nb,1\n", "id,hope\na,2\nb,2\n", list); });
  };
  CHECK(said("a\nb\n") == "exclude.csv:1: the first row should be a header such as id,reason, and not hold the id 'a'");
  CHECK(said("id,reason\na,x\na,y\n") == "exclude.csv:3: 'a' stands in line 2 with another reason");
  CHECK(said("id,reason\n,x\n") == "exclude.csv:2: there is no id in column 'id'");
  CHECK(said("id,hope,role\na,1,peer\n") ==
        "exclude.csv:1: a list of people to leave out has the columns id and reason, or ids alone; here the columns "
        "are 'id', 'hope' and so on");
  CHECK(said("id\na\nb\n") == "exclude.csv: the list leaves out everybody who answered: 2 people");
}

TEST_CASE("the same id twice with the same reason is one person") {
  const auto survey = excluding("id,hope\na,1\nb,1\n", "id,hope\na,2\nb,2\n", "reason,id\nstaff,b\nstaff,b\n");
  CHECK(survey.excluded == 1);
  CHECK(survey.ids == Texts{"a"});
}

TEST_CASE("ids match by their bytes, trimmed, or whatever their case") {
  const std::string pre =
      "id,hope\nP1,1\n p2,1\np3,1\n\xC2\xA0n4,1\nZo\xC3\xAB,1\nx6\xE2\x80\x8B,1\nstra\xC3\x9F"
      "e,1\n";
  const std::string post = "id,hope\nP1,1\np2,1\nP3,1\nn4,1\nZoe\xCC\x88,1\nx6,1\nSTRASSE,1\n";
  const auto pairs = [&](const std::string& match) {
    const auto survey = two_files_with(pre, post, match, {});
    return std::count(survey.waves.begin(), survey.waves.end(), 3);
  };
  CHECK(pairs("match = \"bytes\"") == 1);
  CHECK(pairs("match = \"trimmed\"") == 5);
  CHECK(pairs("") == 5);
  CHECK(pairs("match = \"folded\"") == 7);
}

TEST_CASE("ids are texts, whatever number they spell") {
  const auto survey = two_files_with("id,hope\n12345678901234567890,1\n1E5,1\n007,1\n1.0,1\n",
                                     "id,hope\n12345678901234567891,1\n100000,1\n7,1\n1,1\n", "", {});
  CHECK(survey.people() == 8);
  CHECK(std::count(survey.waves.begin(), survey.waves.end(), 3) == 0);
}
