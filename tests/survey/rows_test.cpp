#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "survey_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Sentences = std::vector<std::string>;

const std::string post = "id,x,hope\na,1,2\nb,1,2\nc,1,2\n";

TEST_CASE("short and long rows are named by line, and no value moves") {
  const auto survey = two_files("id,x,hope\na,1\nb,1,2,,\nc,1,3,9\nd\n", post, hope);
  CHECK(sentences(survey) ==
        Sentences{"pre.csv:2: the row has 2 of 3 cells; the others are taken as missing (id 'a')",
                  "pre.csv:4: the row has 4 cells under 3 headers; the cells beyond are ignored (id 'c')",
                  "pre.csv:5: the row has 1 of 3 cells; the others are taken as missing (id 'd')",
                  "pre.csv:2: id 'a' has no answer to any outcome", "pre.csv:5: id 'd' has no answer to any outcome"});
  CHECK(score_of(survey, "hope", "b") == 2);
  CHECK(score_of(survey, "hope", "c") == 3);
  CHECK(std::isnan(score_of(survey, "hope", "a")));
}

TEST_CASE("a quoted cell may hold delimiters and line breaks; lines are counted in the file") {
  const auto survey = two_files("id,x,hope\na,\"one, \"\"two\"\"\nthree\",1\nb,,7x\n", post, hope);
  CHECK(score_of(survey, "hope", "a") == 1);
  CHECK(sentences(survey)[0] == "pre.csv:4: column 'hope': '7x' is no number; treated as missing (id 'b')");
}

TEST_CASE("an id or group that is no UTF-8 is refused, an answer is reported") {
  CHECK(refusal<InputError>([] { two_files("id,x,hope\nZo\xEB,1,2\n", post, hope); }) ==
        "pre.csv:2: 'Zo\\xEB' is not UTF-8 text; if the file comes from an older Windows program, say --encoding "
        "windows-1252 (encoding = \"windows-1252\" under [input])");
  const std::string grouped = std::string(hope) + "[group]\ncolumn = \"x\"\n";
  CHECK(refusal<InputError>([&] { two_files("id,x,hope\na,Caf\xE9,2\n", post, grouped); }).starts_with("pre.csv:2: "));
  const auto survey = two_files("id,x,hope\na,1,\xFF\n", post, hope);
  CHECK(sentences(survey) == Sentences{"pre.csv:2: column 'hope': '\\xFF' is no number; treated as missing (id 'a')",
                                       "pre.csv:2: this is not UTF-8 text"});
  CHECK(remedy(survey, survey.problems.kept()[1]) ==
        "--encoding windows-1252 (encoding = \"windows-1252\" under [input])");
  const WorkingFolder folder;
  folder.write("old.csv", "id,role,hope_pre,hope_post\na,Caf\xE9,1,2\n");
  const auto old = survey_of("[input]\nfile = \"old.csv\"\nencoding = \"windows-1252\"\n[group]\ncolumn = \"role\"\n" +
                             std::string(hope));
  CHECK(old.groups == Sentences{"Caf\u00E9"});
  CHECK(old.problems.total() == 0);
}

TEST_CASE("the summary of a file says what it is") {
  const auto survey = two_files("id;x;hope\na;1;2,5\n", "\xEF\xBB\xBFid\tx\thope\na\t1\t2\n", hope);
  CHECK(survey.files[0].name == "pre.csv");
  CHECK(survey.files[0].rows == 1);
  CHECK(survey.files[0].delimiter == ';');
  CHECK(survey.files[1].delimiter == '\t');
  CHECK(survey.files[0].header == Sentences{"id", "x", "hope"});
  CHECK(survey.files[0].sha256.empty());
  const WorkingFolder folder;
  folder.write("pre.csv", "id,hope\na,1\n");
  folder.write("post.csv", "id,hope\na,2\n");
  const auto study = study_of("[input]\npre = \"./pre.csv\"\npost = \"post.csv\"\n" + std::string(hope));
  const auto hashed = survey::read_survey(study, {.hash = true, .item_sums = survey::ItemSums::none});
  CHECK(hashed.files[0].name == "./pre.csv");
  CHECK(hashed.files[0].base_name == "pre.csv");
  CHECK(hashed.files[0].sha256 == "865dfb211ed5e4248a7069304e30a4f22f0670865a5402c4614f039f082d3581");
  CHECK(hashed.products.empty());
}

TEST_CASE("files that hold nothing are said to") {
  const auto refused = [](const std::string& pre) { return refusal<InputError>([&] { two_files(pre, post, hope); }); };
  CHECK(refused("id,x,hope\n") == "pre.csv: the file has a header but no rows below it");
  CHECK(refused("").starts_with("pre.csv: "));
  CHECK(refusal<InputError>([] { survey_of("[input]\nfile = \"none.csv\"\n" + std::string(hope)); }) ==
        "none.csv: no such file");
}

TEST_CASE("problems are put together, one sentence per kind and file") {
  std::string rows = "id,x,hope\n";
  for (int i = 0; i < 12; ++i) rows += "p" + std::to_string(i) + ",1,bad\n";
  const auto survey = two_files(rows + "a,1,2\n", post + "d,1,?\n", hope);
  CHECK(warnings(survey) == Sentences{"pre.csv: 12 answers cannot be read and are treated as missing (lines 2, 3, 4, "
                                      "5, 6 and others; the first: column 'hope': 'bad' is "
                                      "no number; treated as missing (id 'p0'))",
                                      "post.csv:5: column 'hope': '?' is no number; treated as missing (id 'd')"});
}

TEST_CASE("a flood of one problem is counted, not kept, and hides no other") {
  survey::ProblemLog log;
  survey::Problem problem;
  problem.kind = survey::ProblemKind::unreadable;
  for (std::size_t i = 0; i < survey::ProblemLog::kept_at_most + 7; ++i) log.add(problem, "x", "a");
  CHECK(log.kept().size() == survey::ProblemLog::kept_at_most);
  CHECK(log.truncated());
  problem.kind = survey::ProblemKind::out_of_range;
  for (int i = 0; i < 200; ++i) log.add(problem, std::string(500, 'y'), "b");
  CHECK(log.count(survey::ProblemKind::out_of_range) == 200);
  CHECK(log.kept().size() == survey::ProblemLog::kept_at_most + 100);
  CHECK(log.total() == survey::ProblemLog::kept_at_most + 207);
  CHECK(log.text(log.kept().back().value).size() == 200);
}

TEST_CASE("every kind of problem has a name of its own") {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < survey::problem_kinds; ++i) {
    const std::string name(survey::name_of(static_cast<survey::ProblemKind>(i)));
    CHECK_FALSE(name.empty());
    CHECK(std::count(names.begin(), names.end(), name) == 0);
    names.push_back(name);
  }
}

}  // namespace
