#include "ecpr/simulation/plan.hpp"

#include <doctest/doctest.h>

#include "close_to.hpp"
#include "ecpr/base/error.hpp"

using namespace ecpr;
using namespace ecpr::simulation;

namespace {

std::string refusal(const std::string& text) {
  try {
    parse_plan(text, "plan.toml");
  } catch (const DefinitionError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("an empty plan is a plan: 100 people, nothing missing") {
    const Plan plan = parse_plan("", "plan.toml");
    CHECK(plan.seed == 1);
    CHECK(plan.id == "SIM-{number}");
    CHECK(plan.pairs == 100);
    CHECK(plan.pre_only == 0);
    CHECK(plan.post_only == 0);
    CHECK(plan.correlation == 0.6);
    CHECK(plan.missing == 0);
    CHECK(plan.skipped == 0);
    CHECK(plan.groups.empty());
    CHECK(plan.outcomes.empty());
  }

  TEST_CASE("everything that can be said") {
    const Plan plan = parse_plan(R"(
seed = 42
id = "P{number}"
correlation = 0.7
between_outcomes = 0.2
missing = 0.01
skipped = 0.02
clusters = 4
[[group]]
label = "Clinicians"
pairs = 30
pre_only = 3
post_only = 2
[[outcome]]
name = "ucla3"
mean = 5
sd = 1.5
reliability = 0.7
correlation = 0.5
d_z = -0.2
[outcome.group_d_z]
"Clinicians" = -0.5
[[characteristic]]
column = "age"
mean = 40
sd = 10
range = [18, 70]
[[characteristic]]
column = "gender"
[characteristic.shares]
"Woman" = 2
"Man" = 1
)",
                                 "plan.toml");
    CHECK(plan.file == "plan.toml");
    CHECK(plan.seed == 42);
    CHECK(plan.id == "P{number}");
    CHECK(plan.correlation == 0.7);
    CHECK(plan.between_outcomes == 0.2);
    CHECK(plan.missing == 0.01);
    CHECK(plan.skipped == 0.02);
    CHECK(plan.clusters == 4);
    REQUIRE(plan.groups.size() == 1);
    CHECK(plan.groups[0].label == "Clinicians");
    CHECK(plan.groups[0].pairs == 30);
    CHECK(plan.groups[0].pre_only == 3);
    CHECK(plan.groups[0].post_only == 2);
    REQUIRE(plan.outcomes.size() == 1);
    CHECK(plan.outcomes[0].line == 15);
    CHECK(plan.outcomes[0].mean == 5);
    CHECK(plan.outcomes[0].sd == 1.5);
    CHECK(plan.outcomes[0].reliability == 0.7);
    CHECK(plan.outcomes[0].correlation == 0.5);
    CHECK(plan.outcomes[0].d_z == -0.2);
    CHECK(plan.outcomes[0].group_d_z.at("Clinicians") == -0.5);
    REQUIRE(plan.characteristics.size() == 2);
    CHECK(plan.characteristics[0].mean == 40);
    CHECK(plan.characteristics[0].sd == 10);
    CHECK(plan.characteristics[0].range.lower == 18);
    CHECK(plan.characteristics[0].range.upper == 70);
    CHECK(plan.characteristics[1].texts == std::vector<std::string>{"Woman", "Man"});
    CHECK(plan.characteristics[1].shares == std::vector<double>{2, 1});
  }

  TEST_CASE("refusals name the line and what is expected") {
    CHECK(refusal("sed = 1") == "plan.toml:1: unknown key 'sed' in the plan; did you mean 'seed'?");
    CHECK(refusal("seed = -1") == "plan.toml:1: 'seed' should be a whole number, 0 or more");
    CHECK(refusal("pairs = -3") == "plan.toml:1: 'pairs' should be a count, 0 or more");
    CHECK(refusal("\nmissing = 1.5") == "plan.toml:2: 'missing' should be a share from 0 to 0.9");
    CHECK(refusal("correlation = 1") == "plan.toml:1: 'correlation' should be a correlation from 0 to 0.99");
    CHECK(refusal("clusters = 0") == "plan.toml:1: 'clusters' should be a count, 1 or more");
    CHECK(refusal("id = \"me\"") ==
          "plan.toml:1: 'id' should hold {number} where the person's number stands, such as \"SIM-{number}\"");
    CHECK(refusal("pairs = 9\n[[group]]\nlabel = \"A\"") ==
          "plan.toml:1: 'pairs' stands in every [[group]]; leave it out here");
    CHECK(refusal("[[group]]\npairs = 9") == "plan.toml:1: [[group]] needs 'label'");
    CHECK(refusal("[[outcome]]\nname = \"a\"\nd_z = 11") == "plan.toml:3: 'd_z' should be a d_z from -10 to 10");
    CHECK(refusal("[[outcome]]\nname = \"a\"\nsd = 0") == "plan.toml:3: 'sd' should be a number above 0");
    CHECK(refusal("[[outcome]]\nname = \"a\"\n[outcome.group_d_z]\nB = \"much\"") ==
          "plan.toml:4: 'B' should be a number, not a text");
    CHECK(refusal("[[outcome]]\nname = \"a\"\n[[outcome]]\nname = \"a\"") ==
          "plan.toml:4: [[outcome]] 'a' stands here a second time");
    CHECK(refusal("[[characteristic]]\ncolumn = \"age\"\nrange = [9, 3]") ==
          "plan.toml:3: 'range' should be [lowest, highest]");
    CHECK(refusal("[[characteristic]]\ncolumn = \"age\"\nmean = 3\nshares = { A = 1 }") ==
          "plan.toml:4: a characteristic takes 'shares', or 'mean', 'sd' and 'range', not both");
  }

  TEST_CASE("a plan that is not there") {
    CHECK_THROWS_WITH_AS(load_plan("nowhere/plan.toml"), "nowhere/plan.toml: cannot read this plan: no such file",
                         InputError);
  }
}
