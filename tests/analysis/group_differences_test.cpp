#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "analysis_run.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using Notes = std::vector<std::string>;

const std::string two_questions =
    ": the one asks whether the groups changed by the same amount, the other whether people with the same pre score "
    "end "
    "alike; where people were not assigned to the groups by chance, neither answers for the other";

/// Two groups of 20 whose scores before lie 20 apart; scores after are half of those before, plus `low` or `high`.
Notes notes_of(double low, double high) {
  std::string pre = "id,role,hope\n", post = pre;
  for (int i = 0; i < 40; ++i) {
    const std::string start = std::to_string(100 + i) + (i < 20 ? ",low," : ",high,");
    const double after = 0.5 * i + (i < 20 ? low : high) + 0.3 * (i * 7 % 5 - 2);
    pre += start + std::to_string(i) + "\n";
    post += start + std::to_string(after) + "\n";
  }
  const auto results =
      analysed(pre, post, "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n[group]\ncolumn = \"role\"\n");
  return results.group_differences.front().notes;
}

}  // namespace

TEST_CASE("two significant tests that point in opposite directions are Lord's paradox") {
  // Mean changes: low +2, high -2; at equal scores before high ends 6 higher.
  CHECK(notes_of(6.75, 12.75) ==
        Notes{"the test of the changes and that at equal pre scores point in opposite directions (Lord's paradox), the "
              "mean change being higher in low than in high, the adjusted post mean higher in high than in low" +
              two_questions});
}

TEST_CASE("one significant test of two is Lord's paradox, two that agree are none") {
  // Equal mean changes of 0.
  CHECK(notes_of(4.75, 14.75) ==
        Notes{"the test of the changes and that at equal pre scores do not agree on whether the groups differ (Lord's "
              "paradox)" +
              two_questions});
  CHECK(notes_of(4.75, 19.75).empty());
}

TEST_CASE("a question with two answers is tested after McNemar, be they 0 and 1 or 1 and 2") {
  const auto tested = [](int lowest, const std::string& more) {
    std::string pre = "id,hope\n", post = pre;
    for (int i = 0; i < 12; ++i) {
      pre += std::to_string(i) + "," + std::to_string(lowest + (i < 3 ? 1 : 0)) + "\n";
      post += std::to_string(i) + "," + std::to_string(lowest + (i == 0 || i > 6 ? 1 : 0)) + "\n";
    }
    const auto results = analysed(pre, post, "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n" + more);
    const auto& test = comparison(results, "hope").supplement.mcnemar;
    return test ? std::pair{test->b, test->c} : std::pair<std::size_t, std::size_t>{};
  };
  const std::pair<std::size_t, std::size_t> two_and_five{2, 5}, none{};
  CHECK(tested(0, "") == two_and_five);
  CHECK(tested(1, "range = [1, 2]\n") == two_and_five);
  CHECK(tested(1, "range = [1, 3]\n") == none);
  CHECK(tested(1, "") == none);
}
