#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analysis_run.hpp"
#include "ecpr/report/findings.hpp"
#include "report_text.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;

struct Change {
  std::string before, after;
};

/// 12 people per group: half of them with one change, half with the other.
std::vector<std::string> findings_of(const std::vector<std::vector<Change>>& groups) {
  std::string pre = "id,role,hope\n", post = pre;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    for (int i = 0; i < 12; ++i) {
      const std::string who = std::to_string(100 * (group + 1) + i) + ",g" + std::to_string(group + 1) + ",";
      const Change& change = groups[group][i % 2];
      pre += who + change.before + "\n";
      post += who + change.after + "\n";
    }
  }
  const std::string outcome = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\nhigher_is = \"better\"\n";
  return lines_of(report::findings(analysed(pre, post, outcome + "[group]\ncolumn = \"role\"\n"), {}));
}

bool names_a_group(const std::vector<std::string>& findings) {
  return findings.back().find("largest observed improvement") != std::string::npos;
}

}  // namespace

TEST_CASE("two groups share the largest improvement when their typed changes are equal but for rounding") {
  const Change none{"2", "2"};
  const std::vector<Change> first = {none, {"0.333333333", "0.666666667"}}, second = {none, {"0.666666667", "1"}};
  CHECK_FALSE(names_a_group(findings_of({first, second})));
  CHECK_FALSE(names_a_group(findings_of({second, first})));
  CHECK(names_a_group(findings_of({{none, {"0.333333333", "0.666666767"}}, second})));
}

TEST_CASE("a typed mean change that is 0 but for rounding is none") {
  const std::vector<Change> up_and_down = {{"1.333333333", "2.666666667"}, {"2.666666667", "1.333333334"}};
  CHECK(findings_of({up_and_down})
            .at(2)
            .starts_with("Scores did not change on average in hope (mean change 0.00, 95% CI \u22120.88 to 0.88; "));
}
