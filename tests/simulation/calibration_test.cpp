#include <doctest/doctest.h>

#include <cmath>

#include "made_up.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const std::string two_roles = R"(
[input]
pre = "pre.csv"
post = "post.csv"
id = "id"
[group]
column = "role"
[[group.level]]
label = "A"
[[group.level]]
label = "B"
[[outcome]]
instrument = "scsr20"
order = "B"
[[outcome]]
instrument = "panas20"
[[outcome]]
instrument = "es28"
coding = "agree-first"
[[outcome]]
instrument = "djg6"
order = "M"
[[outcome]]
name = "one"
column = "one"
range = [1, 5]
single_item = true
[[outcome]]
name = "pulse"
column = "pulse"
)";

const std::string plan = R"(
seed = 2
[[group]]
label = "A"
pairs = 6000
[[group]]
label = "B"
pairs = 6000
[[outcome]]
name = "scsr20"
mean = 80
sd = 15
reliability = 0.9
correlation = 0.7
d_z = 0.4
group_d_z = { B = -0.2 }
[[outcome]]
name = "panas20.negative"
mean = 16
sd = 5.5
reliability = 0.85
correlation = 0.5
d_z = -0.3
[[outcome]]
name = "es28"
mean = 3
sd = 0.3
reliability = 0.86
d_z = 0.15
[[outcome]]
name = "djg6"
d_z = -0.25
[[outcome]]
name = "one"
mean = 3.6
sd = 0.9
correlation = 0.45
d_z = 0.5
[[outcome]]
name = "pulse"
mean = 70
sd = 9
correlation = 0.8
d_z = -1
)";

/// What a plan asks of one score in one group.
struct Wish {
  const char* outcome;
  std::size_t group;
  double mean, sd, correlation, d_z;
};

constexpr double not_asked = -1;

}  // namespace

TEST_CASE("what a plan asks for is what an analysis of very many people finds") {
  const analysis::Analysis found = analysed(two_roles, plan, "made_up_calibration");
  const auto outcome = [&](const std::string& name) {
    for (std::size_t i = 0; i < found.outcomes.size(); ++i) {
      if (found.outcomes[i].name == name) return i;
    }
    FAIL("no outcome " << name);
    return std::size_t{0};
  };
  for (const Wish& wish :
       {Wish{"scsr20", 0, 80, 15, 0.7, 0.4}, Wish{"scsr20", 1, 80, 15, 0.7, -0.2},
        Wish{"panas20.negative", 0, 16, 5.5, 0.5, -0.3}, Wish{"panas20.positive", 0, 33.3, 7.2, 0.6, 0},
        Wish{"es28", 1, 3, 0.3, 0.6, 0.15}, Wish{"djg6", 0, 3, not_asked, 0.6, -0.25},
        Wish{"one", 1, 3.6, 0.9, 0.45, 0.5}, Wish{"pulse", 0, 70, 9, 0.8, -1}}) {
    CAPTURE(wish.outcome);
    const analysis::Comparison& comparison = found.comparison(outcome(wish.outcome), wish.group);
    REQUIRE(comparison.test.n == 6000);
    // Four and a half standard errors; those of means and d_z have a margin for the spread of Likert sums.
    const double errors = 4.5 / std::sqrt(6000.0);
    CHECK(std::abs(*comparison.test.pre_mean - wish.mean) < errors * *comparison.test.pre_sd);
    if (wish.sd != not_asked) CHECK(std::abs(*comparison.test.pre_sd / wish.sd - 1) < errors);
    CHECK(std::abs(*comparison.effect_sizes.d_z.estimate - wish.d_z) < errors * std::sqrt(1 + wish.d_z * wish.d_z / 2));
    // A shift moves the correlation a little where answers pile up at an end.
    CHECK(std::abs(*comparison.test.correlation - wish.correlation) < errors + 0.02);
  }
  for (const auto& [name, alpha] : std::vector<std::pair<std::string, double>>{
           {"scsr20", 0.9}, {"panas20.negative", 0.85}, {"panas20.positive", 0.88}, {"es28", 0.86}}) {
    CAPTURE(name);
    for (const auto& reliability : found.reliability) {
      if (reliability.outcome == outcome(name) && !reliability.group && !reliability.post)
        CHECK(std::abs(*reliability.alpha - alpha) < 0.01);
    }
  }
}

TEST_CASE("outcomes go together as far as planned, better with better") {
  const std::string scores =
      "[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n"
      "[[outcome]]\nname = \"up\"\ncolumn = \"up\"\nhigher_is = \"better\"\n"
      "[[outcome]]\nname = \"down\"\ncolumn = \"down\"\nhigher_is = \"worse\"\n";
  const auto simulation = made_up(scores, "pairs = 5000\nbetween_outcomes = 0.4\ncorrelation = 0.9");
  double up = 0, down = 0, product = 0;
  for (const auto& row : rows_of(simulation)) {
    const double x = (std::stod(row[1]) - 50) / 10, y = (std::stod(row[2]) - 50) / 10;
    up += x * x / 5000;
    down += y * y / 5000;
    product += x * y / 5000;
  }
  // The true scores correlate by 0.4; an answer holds 0.9 of the variance of its true score.
  CHECK(std::abs(product / std::sqrt(up * down) + 0.4 * 0.9) < 5 / std::sqrt(5000.0));
}
