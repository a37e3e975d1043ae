#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Labels = std::vector<std::string>;
using Sentences = std::vector<std::string>;

survey::Survey grouped(const std::string& pre, const std::string& post, const std::string& more = "") {
  return two_files("id,role,hope\n" + pre, "id,role,hope\n" + post,
                   std::string(hope) + "[group]\ncolumn = \"role\"\n" + more);
}

TEST_CASE("groups stand in order of first appearance, pre before post") {
  const auto survey = grouped("b,peer,1\na,staff,1\nc,,1\n", "a,staff,2\nb,peer,2\nd,carer,2\n");
  CHECK(survey.groups == Labels{"peer", "staff", "carer"});
  CHECK(survey.group_column == "role");
  CHECK(group_of(survey, "a") == "staff");
  CHECK(group_of(survey, "c").empty());
  CHECK(group_of(survey, "d") == "carer");
}

TEST_CASE("groups that are spelt nearly alike are asked about") {
  const auto survey = grouped("a,Clinician,1\nb,Clinician,1\nc,Clinican,1\n", "a,Clinician,2\n");
  CHECK(sentences(survey) == Sentences{"pre.csv:4: the groups 'Clinician' (2 people) and 'Clinican' (1 person) are "
                                       "spelt nearly alike"});
  CHECK(remedy(survey, survey.problems.kept()[0]) ==
        "if they are one: a [[group.level]] with label = \"Clinician\" and values = [\"Clinician\", \"Clinican\"]; if "
        "they are two: a [[group.level]] for each");
  const auto similar = [](const std::string& a, const std::string& b, const std::string& levels = "") {
    return grouped("a," + a + ",1\nb," + b + ",1\n", "a,,2\n", levels)
        .problems.count(survey::ProblemKind::similar_groups);
  };
  CHECK(similar("Peer", "peer") == 1);
  CHECK(similar("peer support", "peer-support") == 1);
  CHECK(similar("Site 1", "Site 01") == 1);
  for (const auto& [a, b] : {std::pair{"Site A", "Site B"},
                             {"arm1", "arm2"},
                             {"group-a", "group-b"},
                             {"male", "female"},
                             {"wait", "want"},
                             {"2021", "2022"}})
    CHECK_MESSAGE(similar(a, b) == 0, a);
  CHECK(similar("Nurse", "Nurses", "[[group.level]]\nlabel = \"Nurse\"\n[[group.level]]\nlabel = \"Nurses\"\n") == 0);
}

TEST_CASE("the study's levels, then its order, then what is left") {
  const std::string levels =
      "[[group.level]]\nlabel = \"Staff\"\nvalues = [\"1\", \"nurse\"]\n[[group.level]]\nlabel = \"Peers\"\nvalues = "
      "[2, \"Peer  support\"]\n[[group.level]]\nlabel = \"Nobody here\"\n";
  const auto survey = grouped("a,NURSE,1\nb,2,1\nc,peer support,1\nd,staff,1\ne,other,1\n", "a,1,2\n", levels);
  CHECK(survey.groups == Labels{"Staff", "Peers", "Nobody here", "other"});
  CHECK(group_of(survey, "a") == "Staff");
  CHECK(group_of(survey, "b") == "Peers");
  CHECK(group_of(survey, "c") == "Peers");
  CHECK(group_of(survey, "d") == "Staff");  // a label is one of its own values
  CHECK(sentences(survey) ==
        Sentences{"pre.csv:6: group 'other' is in no [[group.level]]; it stays a group of its own (id 'e')"});
  CHECK(remedy(survey, survey.problems.kept()[0]) == "add \"other\" to the values of a [[group.level]]");
  const auto ordered = grouped("a,x,1\nb,y,1\nc,z,1\n", "a,x,2\n", "order = [\"z\", \"y\"]\n");
  CHECK(ordered.groups == Labels{"z", "y", "x"});
  CHECK(group_of(ordered, "b") == "y");
  CHECK(refusal<InputError>([] { grouped("a,peer,1\n", "a,peer,2\n", "order = [\"peers\"]\n"); }) ==
        "nobody is in the group 'peers' of --group-order; did you mean 'peer'?");
}

TEST_CASE("the group before counts; conflicts are named with both labels, however long") {
  const std::string first = "Peer support specialists of the northern region",
                    second = "Mental health professionals in training";
  const auto survey = grouped("a," + first + ",1\nb,staff,1\nc,,1\n", "c,staff,2\na," + second + ",2\nb,,2\n");
  CHECK(group_of(survey, "a") == first);
  CHECK(group_of(survey, "b") == "staff");
  CHECK(group_of(survey, "c") == "staff");  // blank before: the group after
  CHECK(sentences(survey) == Sentences{"post.csv:3: id 'a' is in group '" + first + "' before, '" + second +
                                       "' after; the group before counts"});
  CHECK(survey.groups == Labels{first, "staff", second});
}

TEST_CASE("a group may stand in the first file alone, and in one row of a long file") {
  const auto survey = two_files("id,role,hope\na,peer,1\nb,staff,1\n", "id,hope\nb,2\na,2\nc,2\n",
                                std::string(hope) + "[group]\ncolumn = \"role\"\n");
  CHECK(group_of(survey, "a") == "peer");
  CHECK(group_of(survey, "c").empty());
  const auto long_file = one_file("id,wave,role,hope\na,post,,2\na,pre,peer,1\nb,pre,,1\nb,post,staff,2\n",
                                  std::string(hope) + "[group]\ncolumn = \"role\"\n");
  CHECK(group_of(long_file, "a") == "peer");
  CHECK(group_of(long_file, "b") == "staff");
  CHECK(long_file.problems.total() == 0);
}

TEST_CASE("each file may have its own columns, and words for missing are no group") {
  const WorkingFolder folder;
  folder.write("a.csv", "code,role,hope\na,peer,1\nb,NA,1\nc,not said,1\n");
  folder.write("b.csv", "id;Rolle;hope\na;peer;2,5\nb;-;2\nc;.;1\n");
  const auto survey = survey_of(
      "[input]\npre = { file = \"a.csv\", id = \"code\", group = \"role\" }\npost = { file = \"b.csv\", id = \"id\", "
      "group = \"Rolle\", delimiter = \";\" }\nmissing = [\"Not said\"]\n" +
      std::string(hope));
  CHECK(survey.groups == Labels{"peer"});
  CHECK(group_of(survey, "b").empty());
  CHECK(group_of(survey, "c").empty());
  CHECK(survey.id_column == "code and id");
  CHECK(survey.group_column == "role and Rolle");
  CHECK(score_of(survey, "hope", "a", true) == 2.5);
  CHECK(survey.problems.total() == 0);
}

TEST_CASE("many groups are the wrong column") {
  std::string pre, post;
  for (int i = 0; i < 1001; ++i) {
    const std::string id = "p" + std::to_string(i);
    pre += id + "," + id + ",1\n";
    post += id + "," + id + ",2\n";
  }
  CHECK(refusal<InputError>([&] { grouped(pre, post); }) ==
        "column 'role' says 1001 different groups, more than 1000; is it the right column?");
}

TEST_CASE("texts where the study says that people have a number") {
  const auto survey = two_files("id,age,hope\na,34 years,1\nb,forty,1\nc,29,1\nd,n/a,1\n", "id,hope\na,2\nb,2\n",
                                std::string(hope) + "[[characteristic]]\ncolumn = \"age\"\nkind = \"number\"\n");
  CHECK(survey.notes ==
        Sentences{"column 'age' should hold numbers (kind = \"number\"): 2 people have no number there, such as '34 "
                  "years' or 'forty', which counts as missing; mend the file, or say kind = \"category\""});
}

TEST_CASE("rows that say another group are not identical") {
  CHECK(refusal<InputError>([] { grouped("a,peer,1\na,staff,1\n", "a,peer,2\n"); }).find("'a' (lines 2 and 3)") !=
        std::string::npos);
  CHECK(grouped("a,peer,1\na,,1\n", "a,peer,2\n").duplicates == 1);
}

}  // namespace
