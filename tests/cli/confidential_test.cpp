#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ecpr/cli/commands.hpp"
#include "survey_run.hpp"
#include "zip_file.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

using Texts = std::vector<std::string>;

/// Every id, and every text of somebody but the labels of groups, holds this; numbers that nobody should see begin with
/// 8765432.
constexpr std::string_view mark = "SECRET", number_mark = "8765432";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void analyze(const Texts& arguments) {
  CLI::App app;
  cli::add_analyze_command(app);
  Texts reversed(arguments.rbegin(), arguments.rend());
  reversed.push_back("analyze");
  app.parse(reversed);
}

/// What an analysis of study.toml writes, by name: every format, the files within archives one by one, the figures.
std::map<std::string, std::string> outputs_of_analysis() {
  Texts arguments = {"study.toml", "-q", "--figures", "figures"};
  const Texts endings = {"txt", "md", "html", "tex", "csv", "json", "docx", "xlsx"};
  for (const auto& ending : endings) arguments.insert(arguments.end(), {"-o", "report." + ending});
  analyze(arguments);
  std::map<std::string, std::string> outputs;
  for (const auto& ending : endings) {
    const std::string name = "report." + ending, bytes = read(name);
    if (ending != "docx" && ending != "xlsx")
      outputs[name] = bytes;
    else
      for (auto& [inner, content] : unzipped(bytes)) outputs[name + ":" + inner] = content;
  }
  for (const auto& figure : std::filesystem::directory_iterator("figures"))
    outputs[figure.path().string()] = read(figure.path());
  return outputs;
}

void check_that_nothing_tells(const std::map<std::string, std::string>& outputs) {
  CHECK(outputs.size() > 20);
  for (const auto& [name, content] : outputs) {
    CAPTURE(name);
    CHECK(!content.empty());
    if (name.ends_with(".png")) continue;
    const auto place = std::min(content.find(mark), content.find(number_mark));
    const std::string found =
        place == content.npos ? "" : content.substr(place - std::min<std::size_t>(place, 60), 160);
    CHECK(found == "");
  }
}

/// The kinds of the problems in the folder's study.
std::set<std::string> kinds_of_problems() {
  const survey::Survey survey = survey::read_survey(study_of(read("study.toml")), {});
  std::set<std::string> kinds;
  for (const auto& problem : survey.problems.kept()) kinds.emplace(name_of(problem.kind));
  return kinds;
}

/// Rows of 24 people: id, group, three answers, a score, session, age.
std::string people(const std::string& wave_cell, int shift) {
  std::string rows;
  for (int i = 0; i < 24; ++i) {
    rows += "SECRETID" + std::to_string(1000 + 137 * i) + wave_cell + (i % 2 == 0 ? ",Peers," : ",Staff,");
    for (int k = 0; k < 3; ++k) rows += std::to_string((i * 7 + k * 3 + shift * (i % 3)) % 5 + 1) + ",";
    rows +=
        std::to_string((i * 13 + shift * 5) % 47) + ",s" + std::to_string(i % 6) + "," + std::to_string(30 + i) + "\n";
  }
  return rows;
}

const std::string outcomes = R"(
missing = ["no answer"]
cluster = "session"
[group]
column = "role"
[[group.level]]
label = "Peers"
values = ["Peers"]
[[group.level]]
label = "Staff"
values = ["Staff"]
[[outcome]]
name = "calm"
columns = ["a", "b", "c"]
range = [1, 5]
higher_is = "better"
[[outcome]]
name = "points"
column = "score"
[[measure]]
name = "fidelity"
wave = "post"
columns = ["a", "b", "c"]
range = [1, 5]
[[characteristic]]
column = "age"
kind = "number"
)";

}  // namespace

TEST_CASE("no report and no result of two files holds an id or a cell of anybody") {
  const WorkingFolder folder;
  const std::string header = "id,role,a,b,c,score,session,age\n";
  folder.write("pre.csv", header + people("", 0) +
                              "SECRETID9,Peers,87654321,SECRETTEXT is my name,5,12,s1,SECRETAGE\n"  // range, text, age
                              "SECRETID9,Peers,1,2,3,12,s1,40\n"                                    // settled duplicate
                              "SECRETID91,Peers,2.5,-87654322,3,SECRETSCORE,s1,40\n"                // not whole, codes
                              "SECRETID92,Peers,1,2,3,\"876,543\",s1,40\n"                          // thousands?
                              ",Peers,1,2,3,4,s1,40\n"                                              // no id
                              "SECRETID93,Peers,1,2\n"                                              // short
                              "SECRETID94,Peers,1,2,3,4,s1,40,SECRETBEYOND\n"                       // long
                              "SECRETID95,Peers,1,2,3,4,s1,40\nSECRETID95,Peers,1,2,3,4,s1,40\n"    // twice the same
                              "SECRETID96,Peers,,,,,s1,\n"                                          // no answers
                              "SECRETID97-A,Peers,1,2,3,4,s1,40\n"                                  // near miss
                              "SECRETID98,Staff,1,2,3,4,s1,40\n"                                    // group conflict
                              "SECRETJOINED1,Peers,3,2,3,4,s1,40\nSECRETOUT1,Peers,3,2,3,4,s1,40\n"
                              "SECRETID99,Peers,\"1\"SECRET,2,3,9,s1,40\n");
  folder.write("post.csv", header + people("", 1) +
                               "SECRETID9,Peers,1,2,3,4,s2,40\nsecretID9,Peers,1,2,3,4,s2,40\n"
                               "SECRETID91,Peers,4,4,4,-999,s2,40\nSECRETID97A,Peers,1,2,3,4,s2,40\n"
                               "SECRETID98,Visitors,1,2,3,4,s2,40\n"
                               "SECRETJOINED2,Peers,3,3,3,4,s1,40\nSECRETOUT1,Peers,3,2,3,4,s1,40\n");
  folder.write("repairs.csv", "post_id,pre_id,same_person\nSECRETJOINED2,SECRETJOINED1,yes\nSECRETX,SECRETY,yes\n");
  folder.write("exclude.csv", "id,reason\nSECRETOUT1,withdrew\nSECRETNOBODY,withdrew\n");
  folder.write("study.toml",
               "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\nduplicates = \"first\"\nrepairs = "
               "\"repairs.csv\"\nexclude = \"exclude.csv\"" +
                   outcomes);
  const auto kinds = kinds_of_problems();
  for (const char* kind : {"out_of_range", "not_whole", "unreadable", "suspicious_code", "short_row", "long_row",
                           "blank_id", "identical_row", "settled_duplicate", "near_miss", "group_conflict",
                           "unlisted_group", "no_answers", "misplaced_quote"}) {
    CAPTURE(kind);
    CHECK(kinds.contains(kind));
  }
  check_that_nothing_tells(outputs_of_analysis());
}

TEST_CASE("no report and no result of a long file holds an id or a cell of anybody") {
  const WorkingFolder folder;
  folder.write("survey.csv", "id,wave,role,a,b,c,score,session,age\n" + people(",pre", 0) + people(",post", 1) +
                                 "SECRETID7,,Peers,1,2,3,4,s1,40\n"            // no wave
                                 "SECRETID8,SECRETWAVE,Peers,1,2,3,4,s1,40\n"  // in no wave
                                 "SECRETID8,psot,Peers,1,2,SECRETTEXT,87654323,s1,SECRETAGE\n");
  folder.write("study.toml", "[input]\nfile = \"survey.csv\"\nid = \"id\"\nwave = \"wave\"" + outcomes);
  const auto kinds = kinds_of_problems();
  for (const char* kind : {"blank_wave", "similar_wave"}) {
    CAPTURE(kind);
    CHECK(kinds.contains(kind));
  }
  check_that_nothing_tells(outputs_of_analysis());
}
