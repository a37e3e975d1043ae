#include "ecpr/simulation/simulation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "made_up.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const std::string two_files = "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"code\"\n";
const std::string wide_file = "[input]\nfile = \"wide.csv\"\nid = \"code\"\n";
const std::string long_file =
    "[input]\nfile = \"long.csv\"\nid = \"code\"\nwave = { column = \"when\", pre = \"T1\", post = \"T2\" }\n";
const std::string roles = R"(
[group]
column = "role"
[[group.level]]
label = "Peers"
values = ["peer", "Peer"]
[[group.level]]
label = "Clinicians"
)";
const std::string outcomes = R"(
[[outcome]]
instrument = "ucla3"
[[outcome]]
name = "calm"
columns = ["c1", "c2"]
reversed = ["c2"]
range = [1, 5]
)";

/// Cells by id, then by column (with its wave in front where `file` holds one wave).
std::map<std::string, std::map<std::string, std::string>> by_person(const simulation::Simulation& made_up) {
  std::map<std::string, std::map<std::string, std::string>> people;
  for (std::size_t file = 0; file < made_up.files().size(); ++file) {
    const auto& header = made_up.files()[file].header;
    for (const auto& row : rows_of(made_up, file)) {
      std::string wave;
      if (made_up.files().size() == 2) wave = file == 0 ? "_pre" : "_post";
      if (header[1] == "when") wave = row[1] == "T1" ? "_pre" : "_post";
      for (std::size_t column = 1; column < header.size(); ++column) {
        if (header[column] == "role" || header[column] == "when") continue;
        if (!row[column].empty()) people[row[0]][header[column] + wave] = row[column];
      }
    }
  }
  return people;
}

}  // namespace

TEST_SUITE("made-up studies") {
  TEST_CASE("people: as many of each group at each wave as planned, each with an id of their own") {
    const auto simulation = made_up(two_files + roles + outcomes,
                                    "id = \"P-{number}\"\n[[group]]\nlabel = \"Peers\"\npairs = 5\npre_only = 2\n"
                                    "[[group]]\nlabel = \"Clinicians\"\npairs = 3\npost_only = 4\n");
    CHECK(simulation.people().pairs == 8);
    CHECK(simulation.people().pre_only == 2);
    CHECK(simulation.people().post_only == 4);
    REQUIRE(simulation.files().size() == 2);
    CHECK(simulation.files()[0].name == "pre.csv");
    CHECK(simulation.files()[0].header ==
          std::vector<std::string>{"code", "role", "ucla3_1", "ucla3_2", "ucla3_3", "c1", "c2"});
    std::map<std::string, std::string> pre, post;
    for (const auto& row : rows_of(simulation, 0)) CHECK(pre.emplace(row[0], row[1]).second);
    for (const auto& row : rows_of(simulation, 1)) CHECK(post.emplace(row[0], row[1]).second);
    CHECK(pre.size() == 10);
    CHECK(post.size() == 12);
    std::map<std::string, int> matched;
    std::set<std::string> ids;
    for (const auto& [id, role] : post) {
      ids.insert(id);
      if (!pre.contains(id)) continue;
      CHECK(pre[id] == role);
      ++matched[role];
    }
    for (const auto& [id, role] : pre) ids.insert(id);
    CHECK(matched == std::map<std::string, int>{{"peer", 5}, {"Clinicians", 3}});
    CHECK(ids.size() == 14);
    CHECK(*ids.begin() == "P-001");
    CHECK(*ids.rbegin() == "P-014");
  }

  TEST_CASE("without a plan the people are shared out among the groups") {
    const auto simulation = made_up(two_files + roles + outcomes, "pairs = 7\npost_only = 1\n");
    std::map<std::string, int> groups;
    for (const auto& row : rows_of(simulation, 1)) ++groups[row[1]];
    CHECK(groups == std::map<std::string, int>{{"peer", 5}, {"Clinicians", 3}});
  }

  TEST_CASE("the same seed makes the same study, another one another") {
    const std::string study = two_files + outcomes;
    CHECK(rows_of(made_up(study, "seed = 5")) == rows_of(made_up(study, "seed = 5")));
    CHECK(rows_of(made_up(study, "seed = 5")) != rows_of(made_up(study, "seed = 6")));
  }

  TEST_CASE("two files, a wide one and a long one hold the same answers") {
    const std::string plan = "pairs = 20\npre_only = 3\npost_only = 3\nmissing = 0.1\n";
    const auto pair = by_person(made_up(two_files + outcomes, plan));
    CHECK(pair.size() == 26);
    CHECK(pair == by_person(made_up(wide_file + outcomes, plan)));
    CHECK(pair == by_person(made_up(long_file + outcomes, plan)));
  }

  TEST_CASE("columns are spelt as the study says") {
    const auto wide =
        made_up(wide_file + "columns = \"{wave}.{column}\"\nwave_names = { pre = \"a\", post = \"b\" }\n" +
                    "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\nrange = [0, 10]\n"
                    "[[outcome]]\nname = \"y\"\npre = \"y1\"\npost = \"y2\"\nrange = [0, 10]\n"
                    "[[outcome]]\ninstrument = \"ucla3\"\nitems = \"{wave}lonely{item}\"\n",
                "");
    CHECK(wide.files()[0].header == std::vector<std::string>{"code", "a.x", "y1", "alonely1", "alonely2", "alonely3",
                                                             "b.x", "y2", "blonely1", "blonely2", "blonely3"});
    const auto long_rows =
        made_up(long_file + "[[outcome]]\nname = \"y\"\npre = \"y1\"\npost = \"y2\"\nrange = [0, 10]\n", "pairs = 1");
    CHECK(long_rows.files()[0].header == std::vector<std::string>{"code", "when", "y1", "y2"});
    const Rows rows = rows_of(long_rows);
    CHECK(rows[0][1] == "T1");
    CHECK_FALSE(rows[0][2].empty());
    CHECK(rows[0][3].empty());
    CHECK(rows[1][1] == "T2");
    CHECK(rows[1][2].empty());
    CHECK_FALSE(rows[1][3].empty());
  }

  TEST_CASE("an outcome at the end changes no answer to the others") {
    const Rows before = rows_of(made_up(two_files + outcomes, "missing = 0.1\nskipped = 0.1"));
    const Rows after = rows_of(
        made_up(two_files + outcomes + "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\n", "missing = 0.1\nskipped = 0.1"));
    REQUIRE(before.size() == after.size());
    for (std::size_t row = 0; row < before.size(); ++row) {
      CHECK(after[row].size() == before[row].size() + 1);
      CHECK(std::equal(before[row].begin(), before[row].end(), after[row].begin()));
    }
  }

  TEST_CASE("missing answers: single ones and whole questionnaires, and none of the others moves") {
    const std::string study = two_files + "[[outcome]]\ninstrument = \"flourish8\"\n";
    const Rows whole = rows_of(made_up(study, "pairs = 4000")),
               holes = rows_of(made_up(study, "pairs = 4000\nmissing = 0.05\nskipped = 0.1"));
    std::size_t skipped = 0, missing = 0;
    for (std::size_t row = 0; row < whole.size(); ++row) {
      const auto empty = static_cast<std::size_t>(std::count(holes[row].begin(), holes[row].end(), ""));
      empty == 8 ? ++skipped : missing += empty;
      CHECK(std::count(whole[row].begin(), whole[row].end(), "") == 0);
      for (std::size_t column = 0; column < 9; ++column)
        CHECK((holes[row][column].empty() || holes[row][column] == whole[row][column]));
    }
    // Five standard errors of a share of 4000, and of 8 x (4000 - skipped).
    CHECK(std::abs(static_cast<double>(skipped) / 4000 - 0.1) < 5 * std::sqrt(0.1 * 0.9 / 4000));
    const double answers = 8 * (4000 - static_cast<double>(skipped));
    CHECK(std::abs(static_cast<double>(missing) / answers - 0.05) < 5 * std::sqrt(0.05 * 0.95 / answers));
  }

  TEST_CASE("codes stay within the form, and ready scores within their range") {
    const auto simulation =
        made_up(two_files +
                    "[[outcome]]\ninstrument = \"hhs30\"\ncoding = \"from-1\"\n"
                    "[[outcome]]\nname = \"pain\"\ncolumn = \"pain\"\nrange = [0, 10]\nsingle_item = true\n"
                    "[[outcome]]\nname = \"mood\"\ncolumn = \"mood\"\nrange = [1, 5]\n",
                "");
    std::set<std::string> codes, pain, mood;
    for (const auto& row : rows_of(simulation)) {
      codes.insert(row.begin() + 1, row.begin() + 31);
      pain.insert(row[31]);
      mood.insert(row[32]);
    }
    CHECK(codes == std::set<std::string>{"1", "2", "3", "4"});
    for (const auto& text : pain) CHECK(text.find('.') == std::string::npos);
    CHECK(mood.contains("3.1"));
    for (const auto& text : mood) CHECK((std::stod(text) >= 1 && std::stod(text) <= 5 && text.size() <= 3));
  }

  TEST_CASE("characteristics and sessions, the same at both waves") {
    const auto simulation = made_up(
        "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\ncluster = \"session\"\n" + outcomes +
            "[[characteristic]]\ncolumn = \"age\"\nkind = \"number\"\n[[characteristic]]\ncolumn = \"gender\"\n",
        "pairs = 300\nclusters = 12\n[[characteristic]]\ncolumn = \"age\"\nmean = 40\nsd = 15\nrange = [18, 65]\n"
        "[[characteristic]]\ncolumn = \"gender\"\nshares = { Woman = 3, Man = 1 }\n");
    CHECK(simulation.files()[0].header[0] == "id");
    CHECK(simulation.files()[0].header[1] == "session");
    std::map<std::string, std::vector<std::string>> people;
    std::set<std::string> sessions;
    double women = 0, lowest = 99, highest = 0;
    for (const auto& row : rows_of(simulation, 0)) {
      people[row[0]] = {row[1], row[2], row[3]};
      sessions.insert(row[1]);
      women += row[3] == "Woman";
      lowest = std::min(lowest, std::stod(row[2]));
      highest = std::max(highest, std::stod(row[2]));
    }
    CHECK(sessions.size() == 12);
    CHECK(*sessions.begin() == "01");
    CHECK(std::abs(women / 300 - 0.75) < 5 * std::sqrt(0.75 * 0.25 / 300));
    CHECK(lowest == 18);
    CHECK(highest == 65);
    for (const auto& row : rows_of(simulation, 1)) CHECK(people[row[0]] == std::vector{row[1], row[2], row[3]});
  }

  TEST_CASE("measures that are taken once stand at their wave") {
    const std::string measure =
        "[[measure]]\nname = \"liked\"\nwave = \"post\"\ncolumns = [\"l1\", \"l2\"]\n"
        "range = [1, 5]\n[[measure]]\nname = \"fidelity\"\nfile = \"f.csv\"\ncolumn = \"f\"\n"
        "range = [1, 5]\n";
    const std::string score = "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\n";
    const auto pair = made_up(two_files + score + measure, "");
    CHECK(pair.files()[0].header == std::vector<std::string>{"code", "x"});
    CHECK(pair.files()[1].header == std::vector<std::string>{"code", "x", "l1", "l2"});
    const auto rows = rows_of(made_up(long_file + score + measure, "pairs = 1"));
    CHECK(rows[0][3].empty());
    CHECK_FALSE(rows[1][3].empty());
    CHECK(refusal(two_files + score + measure, "[[outcome]]\nname = \"liked\"\nd_z = 1") ==
          "plan.toml:2: liked is measured once, and so it has neither d_z nor correlation");
  }

  TEST_CASE("refusals: what does not fit the study") {
    const std::string study = two_files + roles + outcomes;
    CHECK(refusal(two_files, "") ==
          "nothing to make up: the study file names no [[outcome]], and so there is no item to answer");
    CHECK(refusal(study, "[[outcome]]\nname = \"ucla\"") ==
          "plan.toml:2: no score of the study is called 'ucla'; did you mean 'ucla3'?");
    CHECK(refusal(study, "[[outcome]]\nname = \"hope\"") ==
          "plan.toml:2: no score of the study is called 'hope'; those that can be planned are ucla3 and calm");
    CHECK(refusal(study, "[[group]]\nlabel = \"Peer\"\npairs = 9") ==
          "plan.toml:2: no group of the study is called 'Peer'; did you mean 'Peers'?");
    CHECK(refusal(study, "[[group]]\nlabel = \"Peers\"\n[[group]]\nlabel = \"Peers\"") ==
          "plan.toml:4: two groups of the plan are called 'Peers'");
    CHECK(refusal(two_files + outcomes, "[[group]]\nlabel = \"Peers\"\npairs = 9") ==
          "plan.toml:2: the study has no [group]: say pairs, pre_only and post_only without one");
    CHECK(refusal(study, "[[outcome]]\nname = \"ucla3\"\ngroup_d_z = { Clinician = 1 }") ==
          "plan.toml:2: ucla3: group_d_z names 'Clinician', which is no group of the plan; did you mean 'Clinicians'?");
    CHECK(refusal(study, "[[characteristic]]\ncolumn = \"age\"") ==
          "plan.toml:2: no characteristic of the study has the column 'age'");
  }

  TEST_CASE("refusals: what the answers cannot give") {
    const std::string study = two_files + outcomes + "[[outcome]]\nname = \"one\"\ncolumn = \"one\"\nrange = [1, 5]\n";
    CHECK(refusal(study, "[[outcome]]\nname = \"ucla3\"\nmean = 9.5") ==
          "plan.toml:2: ucla3: a mean of 9.5 is not between the lowest and the highest score, 3 and 9");
    CHECK(refusal(study, "[[outcome]]\nname = \"ucla3\"\nmean = 8.5\nsd = 2.5") ==
          "plan.toml:2: ucla3: an SD of 2.5 cannot be had together with the rest; the nearest is 1.30");
    CHECK(refusal(study, "[[outcome]]\nname = \"ucla3\"\nreliability = 0.5\ncorrelation = 0.8") ==
          "plan.toml:2: ucla3: a correlation of 0.8 cannot be had together with the rest; the nearest is 0.50");
    CHECK(refusal(study, "[[outcome]]\nname = \"ucla3\"\nd_z = 9") ==
          "plan.toml:2: ucla3: a d_z of 9 is beyond what the answers allow");
    CHECK(refusal(study, "[[outcome]]\nname = \"one\"\nreliability = 0.8") ==
          "plan.toml:2: one: a single answer has no reliability of its own; leave it out and state the correlation");
  }

  TEST_CASE("refusals: files that are no plain comma-separated files") {
    const auto with = [](const std::string& line) { return refusal(two_files + line + outcomes, ""); };
    const std::string rest = " out of the study file for them";
    CHECK(with("delimiter = \";\"\n") ==
          "pre.csv: made-up answers are written as plain comma-separated files; leave 'delimiter'" + rest);
    CHECK(with("platform = \"qualtrics\"\n") ==
          "pre.csv: made-up answers are written as plain comma-separated files; leave 'platform'" + rest);
    CHECK(refusal("[input]\nfile = \"x.csv.gz\"\n" + outcomes, "") ==
          "x.csv.gz: made-up answers are written as plain comma-separated files; leave the ending .gz" + rest);
    CHECK(with("repairs = \"repairs.csv\"\n") ==
          "'repairs' and 'exclude' under [input] name real people; leave them out for made-up answers");
    CHECK(refusal("[input]\nfile = \"-\"\n" + outcomes, "") ==
          "the study reads standard input; name a file under [input] to write to");
  }
}
