#include "ecpr/analysis/power.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis_run.hpp"
#include "close_to.hpp"

using namespace ecpr;
using namespace ecpr::analysis;
using ecpr::testing::close_to;

TEST_SUITE("power") {
  TEST_CASE("published: 34 pairs for d_z 0.5, power .8078 (G*Power 3.1); 20 pairs give .5645; R pwr.t.test") {
    const auto pairs = solve({.d_z = 0.5, .n = {}, .power = 0.8});
    CHECK(*pairs.n == 34);
    CHECK(*pairs.power == close_to(0.8077775, 1e-6));
    CHECK(*solve({.d_z = 0.5, .n = 20, .power = {}}).power == close_to(0.5645044, 1e-6));
    CHECK(*solve({.d_z = {}, .n = 20, .power = 0.8}).d_z == close_to(0.6604415, 1e-6));
    CHECK(*solve({.d_z = 0.2, .n = {}, .power = 0.9, .alpha = 0.01}).n == 376);
  }

  TEST_CASE("the three questions answer one another") {
    const auto smallest = solve({.d_z = {}, .n = 57, .power = 0.9});
    CHECK(*smallest.power == 0.9);
    CHECK(*solve({.d_z = *smallest.d_z, .n = 57, .power = {}}).power == close_to(0.9, 1e-9));
    CHECK(*solve({.d_z = *smallest.d_z * 1.0001, .n = {}, .power = 0.9}).n == 57);
  }

  TEST_CASE("other units: d_av = d_z sqrt(2 (1 - r)), change = d_z times the SD of the changes") {
    const ScoreUnits units{.correlation = 0.68, .sd = 6, .sd_change = {}};
    CHECK(*units.spread_of_changes() == close_to(4.8));
    const auto answer = solve({.d_z = 0.5, .n = {}, .power = 0.8}, units);
    CHECK(*answer.d_av == close_to(0.4));
    CHECK(*answer.change == close_to(2.4));
    CHECK(*solve({.d_z = -0.5, .n = 20, .power = {}}, {.correlation = {}, .sd = {}, .sd_change = 3}).change == -1.5);
    const auto without = solve({.d_z = 0.5, .n = 20, .power = {}});
    CHECK(!without.d_av);
    CHECK(!without.change);
    // Equal spread and r = .5: all three are one.
    CHECK(*solve({.d_z = 0.3, .n = 20, .power = {}}, {.correlation = 0.5, .sd = {}, .sd_change = {}}).d_av ==
          close_to(0.3));
  }

  TEST_CASE("no plan: an effect too small to be found") {
    const auto answer = solve({.d_z = 1e-6, .n = {}, .power = 0.8});
    CHECK(answer.n.reason() == "more than 1,000,000,000 pairs are needed");
    CHECK(!answer.power);
  }

  TEST_CASE("a study: by n and the SD of the changes alone; the observed change does not matter") {
    const std::string outcome = "[group]\ncolumn = \"g\"\n[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n";
    const std::string pre = "id,g,hope\n1,a,1\n2,a,2\n3,a,3\n4,a,5\n5,b,4\n6,c,1\n7,c,2\n";
    const auto near = testing::analysed(pre, "id,g,hope\n1,a,1\n2,a,4\n3,a,2\n4,a,6\n5,b,4\n6,c,2\n7,c,3\n", outcome);
    const auto far =
        testing::analysed(pre, "id,g,hope\n1,a,11\n2,a,14\n3,a,12\n4,a,16\n5,b,14\n6,c,12\n7,c,13\n", outcome);
    const auto first = detectable_changes(near, 0.8, 0.05), second = detectable_changes(far, 0.8, 0.05);
    REQUIRE(first.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(first[i].n == second[i].n);
      CHECK(first[i].d_z.has_value() == second[i].d_z.has_value());
      if (first[i].d_z) CHECK(*first[i].d_z == *second[i].d_z);
    }
    CHECK(first[0].n == 4);
    CHECK(*first[0].d_z ==
          close_to(2.12794934326, 1e-9));  // R power.t.test(n = 4, power = .8, type = "paired", strict = TRUE)
    CHECK(*first[0].change == close_to(*first[0].d_z * *first[0].sd_change));
    CHECK(first[1].d_z.reason() == "fewer than 2 pairs");
    CHECK(first[1].change.reason() == "fewer than 2 pairs");
    CHECK(first[2].d_z);
    CHECK(first[2].change.reason() == "the changes are all the same");
    CHECK(first[3].n == 7);
    CHECK(!first[3].group);
  }
}
