#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "analysis_run.hpp"
#include "close_to.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "made_up_sheets.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using analysis::Analysis;
using analysis::Reliability;

const std::vector<Block> blocks = {{"calm", 5, 1, 4}, {"pair", 2, 0, 10}};
const std::string outcomes =
    "[[outcome]]\nname = \"calm\"\ncolumns = [\"calm_1\", \"calm_2\", \"calm_3\", \"calm_4\", \"calm_5\"]\nreversed = "
    "[\"calm_2\", \"calm_5\"]\nrange = [1, 4]\n"
    "[[outcome]]\nname = \"pair\"\ncolumns = [\"pair_1\", \"pair_2\"]\nrange = [0, 10]\n"
    "[[outcome]]\nname = \"one\"\ncolumns = [\"calm_3\"]\nrange = [1, 4]\n[group]\ncolumn = \"role\"\n";

/// The answers of everybody with a complete block, item by item, read straight from the sheets.
statistics::ItemCovariance raw_items(const Sheets& sheets, std::size_t first, std::size_t items, bool post,
                                     const std::vector<std::size_t>& reversed, double ends,
                                     const std::optional<std::string>& group) {
  std::vector<std::vector<double>> answers(items);
  for (const auto& person : sheets.people) {
    const auto& cells = post ? person.post : person.pre;
    if (cells.empty() || (group && person.group != *group)) continue;
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(first),
               end = begin + static_cast<std::ptrdiff_t>(items);
    if (std::find(begin, end, "") != end) continue;
    for (std::size_t i = 0; i < items; ++i) {
      const double answer = *parse_number(begin[static_cast<std::ptrdiff_t>(i)]);
      const bool turned = std::find(reversed.begin(), reversed.end(), i) != reversed.end();
      answers[i].push_back(turned ? ends - answer : answer);
    }
  }
  return statistics::item_covariance(answers);
}

const Reliability& reliability(const Analysis& results, std::size_t outcome, std::optional<std::size_t> group,
                               bool post) {
  const auto found = std::find_if(results.reliability.begin(), results.reliability.end(), [&](const Reliability& one) {
    return one.outcome == outcome && one.group == group && one.post == post;
  });
  REQUIRE(found != results.reliability.end());
  return *found;
}

void check_value(const Defined<double>& actual, const Defined<double>& expected, double relative) {
  REQUIRE(actual.has_value() == expected.has_value());
  if (expected) {
    CHECK(*actual == close_to(*expected, relative));
  } else {
    CHECK(actual.reason() == expected.reason());
  }
}

TEST_CASE("reliability is that of the raw items, from everybody who answered at that wave") {
  const Sheets sheets = made_up_sheets(150, blocks);
  const Analysis results = analysed(sheets.two_files_pre(), sheets.two_files_post(), outcomes);
  REQUIRE(results.groups == std::vector<std::string>{"a", "b"});
  CHECK(results.reliability.size() == 12);  // two scales, all and two groups, two waves; none of one item
  for (const bool post : {false, true}) {
    for (const auto& group :
         {std::optional<std::size_t>{}, std::optional<std::size_t>{0}, std::optional<std::size_t>{1}}) {
      const auto label = group ? std::optional(results.groups[*group]) : std::nullopt;
      CAPTURE(post);
      for (const std::size_t outcome : {0, 1}) {
        const auto raw = outcome == 0 ? raw_items(sheets, 0, 5, post, {1, 4}, 5, label)
                                      : raw_items(sheets, 5, 2, post, {}, 10, label);
        const auto expected = statistics::scale_reliability(raw, 0.95);
        const Reliability& actual = reliability(results, outcome, group, post);
        CHECK(actual.n == expected.n);
        CHECK(actual.items == raw.items);
        check_value(actual.alpha, expected.alpha, 1e-12);
        CHECK(actual.alpha_interval->lower == close_to(expected.alpha_interval->lower, 1e-11));
        CHECK(actual.alpha_interval->upper == close_to(expected.alpha_interval->upper, 1e-11));
        check_value(actual.omega_total, expected.omega_total, 1e-6);
      }
    }
  }
}

TEST_CASE("rows stand per scale: all participants before and after, then every group") {
  const Sheets sheets = made_up_sheets(80, blocks);
  const Analysis results = analysed(sheets.two_files_pre(), sheets.two_files_post(), outcomes);
  std::string order;
  for (const auto& one : results.reliability)
    order += std::to_string(one.outcome) + (one.group ? results.groups[*one.group] : "-") + (one.post ? "2 " : "1 ");
  CHECK(order == "0-1 0-2 0a1 0a2 0b1 0b2 1-1 1-2 1a1 1a2 1b1 1b2 ");
}

TEST_CASE("the item that contradicts the others is found") {
  const Sheets sheets = made_up_sheets(150, blocks);
  const std::string forgotten =
      "[[outcome]]\nname = \"calm\"\ncolumns = [\"calm_1\", \"calm_2\", \"calm_3\", \"calm_4\"]\nreversed = "
      "[\"calm_3\"]\nrange = [1, 4]\n";
  const Analysis results = analysed(sheets.two_files_pre(), sheets.two_files_post(), forgotten);
  const Reliability& pre = reliability(results, 0, std::nullopt, false);
  const auto expected = statistics::scale_reliability(raw_items(sheets, 0, 4, false, {2}, 5, std::nullopt), 0.95);
  CHECK(pre.smallest_item == 2);
  CHECK(*pre.smallest_item_rest < 0);
  CHECK(*pre.smallest_item_rest == close_to(*expected.items[2].item_rest_correlation, 1e-12));
  for (const auto& item : expected.items) CHECK(*pre.smallest_item_rest <= *item.item_rest_correlation + 1e-12);
}

TEST_CASE("fractions give the same reliability as whole numbers of the same answers") {
  const Sheets sheets = made_up_sheets(90, blocks);
  const auto scale = [](const std::string& whole) {
    return "[[outcome]]\nname = \"calm\"\ncolumns = [\"calm_1\", \"calm_2\", \"calm_3\"]\nrange = [1, 4]\nreversed = "
           "[\"calm_2\"]\nwhole = " +
           whole + "\n[group]\ncolumn = \"role\"\n";
  };
  const Analysis one = analysed(sheets.two_files_pre(), sheets.two_files_post(), scale("true"));
  const Analysis other = analysed(sheets.two_files_pre(), sheets.two_files_post(), scale("false"));
  REQUIRE(one.reliability.size() == other.reliability.size());
  for (std::size_t i = 0; i < one.reliability.size(); ++i) {
    CHECK(one.reliability[i].n == other.reliability[i].n);
    check_value(one.reliability[i].alpha, other.reliability[i].alpha, 1e-12);
  }
  for (std::size_t i = 0; i < one.comparisons.size(); ++i) {
    CHECK(*one.comparisons[i].test.mean_change == close_to(*other.comparisons[i].test.mean_change, 1e-12));
    CHECK(one.comparisons[i].prorated == other.comparisons[i].prorated);
  }
}

TEST_CASE("a group without complete forms has no reliability, with its reason") {
  const std::string rows = "id,role,x,y\np1,a,1,2\np2,a,2,3\np3,b,1,\np4,a,3,1\n";
  const Analysis results = analysed(rows, rows,
                                    "[[outcome]]\nname = \"s\"\ncolumns = [\"x\", \"y\"]\nrange = [1, "
                                    "4]\nminimum_answered = 1\n[group]\ncolumn = \"role\"\n");
  const Reliability& none = reliability(results, 0, 1, false);
  CHECK(none.n == 0);
  CHECK(none.alpha.reason() == "fewer than 2 people answered every item");
  CHECK(none.alpha_interval.reason() == "fewer than 2 people answered every item");
  CHECK(reliability(results, 0, 0, false).n == 3);
}

}  // namespace
