#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "analysis_run.hpp"
#include "close_to.hpp"
#include "ecpr/statistics/adjustment.hpp"
#include "made_up_sheets.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using analysis::Analysis;
using analysis::Comparison;

const std::vector<Block> blocks = {{"aels11", 11, 1, 7}, {"panas20", 20, 1, 5}, {"hope", 0, 0, 10},
                                   {"trust", 0, 0, 10},  {"calm", 0, 0, 10},    {"safe", 0, 0, 10}};

const std::string outcomes =
    "[[outcome]]\ninstrument = \"aels11\"\n[[outcome]]\ninstrument = \"panas20\"\n"
    "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n[[outcome]]\nname = \"trust\"\ncolumn = \"trust\"\n"
    "[[outcome]]\nname = \"calm\"\ncolumn = \"calm\"\nsingle_item = true\n"
    "[[outcome]]\nname = \"safe\"\ncolumn = \"safe\"\nsingle_item = true\n[group]\ncolumn = \"role\"\n";

Sheets sheets() { return made_up_sheets(120, blocks); }

Analysis analysed_sheets(const Sheets& of, const std::string& more = "") {
  return analysed(of.two_files_pre(), of.two_files_post(), outcomes + more);
}

/// Everything that two comparisons should share when they are of the same people, to the last bit.
void check_same(const Comparison& one, const Comparison& other) {
  CHECK(one.test.n == other.test.n);
  CHECK(one.pre_only == other.pre_only);
  CHECK(one.post_only == other.post_only);
  CHECK(one.prorated == other.prorated);
  REQUIRE(one.test.t.has_value());
  REQUIRE(other.test.t.has_value());
  CHECK(*one.test.t == *other.test.t);
  CHECK(*one.test.p == *other.test.p);
  CHECK(*one.test.pre_mean == *other.test.pre_mean);
  CHECK(*one.test.post_sd == *other.test.post_sd);
  CHECK(*one.test.correlation == *other.test.correlation);
  CHECK(one.test.change_interval->lower == other.test.change_interval->lower);
  CHECK(*one.effect_sizes.d_z.estimate == *other.effect_sizes.d_z.estimate);
  CHECK(one.effect_sizes.d_z.interval->upper == other.effect_sizes.d_z.interval->upper);
}

TEST_CASE("P is adjusted among totals, among subscales under a total, and among single items") {
  const std::vector<std::vector<std::string>> families = {
      {"aels11", "panas20.positive", "panas20.negative", "hope", "trust"},
      {"aels11.sensing", "aels11.processing", "aels11.responding"},
      {"calm", "safe"}};
  for (const auto& [word, method] :
       std::vector<std::pair<std::string, statistics::Adjustment>>{{"holm", statistics::Adjustment::holm},
                                                                   {"bh", statistics::Adjustment::benjamini_hochberg},
                                                                   {"bonferroni", statistics::Adjustment::bonferroni},
                                                                   {"none", statistics::Adjustment::none}}) {
    const Analysis results = analysed_sheets(sheets(), "[analysis]\nadjust = \"" + word + "\"\nalpha = 0.2\n");
    REQUIRE(results.groups == std::vector<std::string>{"a", "b"});
    for (const auto& group :
         {std::optional<std::size_t>{}, std::optional<std::size_t>{0}, std::optional<std::size_t>{1}}) {
      for (const auto& family : families) {
        std::vector<Defined<double>> p;
        for (const auto& name : family) p.push_back(comparison(results, name, group).test.p);
        const auto expected = statistics::adjusted(p, method);
        for (std::size_t i = 0; i < family.size(); ++i) {
          const Comparison& one = comparison(results, family[i], group);
          CAPTURE(word);
          CAPTURE(family[i]);
          CHECK(*one.p_adjusted == *expected[i]);
          CHECK(one.significant == (*one.p_adjusted < 0.2));
        }
      }
    }
  }
}

TEST_CASE("an outcome's place in its family") {
  const Analysis results = analysed_sheets(sheets());
  std::vector<std::string> main, subscales, items;
  for (const auto& outcome : results.outcomes) {
    const auto family = analysis::family_of(outcome);
    (family == analysis::Family::main        ? main
     : family == analysis::Family::subscales ? subscales
                                             : items)
        .push_back(outcome.name);
  }
  CHECK(main == std::vector<std::string>{"aels11", "panas20.positive", "panas20.negative", "hope", "trust"});
  CHECK(subscales.size() == 3);
  CHECK(items == std::vector<std::string>{"calm", "safe"});
  CHECK(results.outcomes[0].kind == analysis::OutcomeKind::total);
  CHECK(results.outcomes[1].kind == analysis::OutcomeKind::subscale);
  CHECK(results.outcomes[1].indented);
  CHECK_FALSE(results.outcomes[4].indented);
  CHECK(results.outcomes[0].scale_of == "aels11");
  CHECK(results.outcomes[0].possible->upper == 7);
  CHECK(results.outcomes[6].kind == analysis::OutcomeKind::score);
  CHECK(results.outcomes[8].kind == analysis::OutcomeKind::item);
}

TEST_CASE("a group's results are those of its rows alone, to the last bit") {
  const Analysis together = analysed_sheets(sheets());
  for (const std::size_t group : {0, 1}) {
    Sheets alone = sheets();
    std::erase_if(alone.people, [&](const Person& person) { return person.group != together.groups[group]; });
    const Analysis results = analysed_sheets(alone);
    for (std::size_t i = 0; i < together.outcomes.size(); ++i) {
      CAPTURE(together.outcomes[i].name);
      check_same(together.comparison(i, group), results.comparison(i, std::nullopt));
      CHECK(*together.comparison(i, group).p_adjusted == *results.comparison(i, std::nullopt).p_adjusted);
    }
  }
}

TEST_CASE("neither the order of the rows nor the number of threads changes a bit") {
  Sheets turned = sheets();
  std::reverse(turned.people.begin(), turned.people.end());
  std::rotate(turned.people.begin(), turned.people.begin() + 31, turned.people.end());
  const std::string order = "order = [\"a\", \"b\"]\n";
  const Analysis one = analysed_sheets(sheets(), order), other = analysed_sheets(turned, order);
  const Analysis threaded = analysed(turned.two_files_pre(), turned.two_files_post(), outcomes + order, 3);
  for (std::size_t i = 0; i < one.comparisons.size(); ++i) {
    check_same(one.comparisons[i], other.comparisons[i]);
    check_same(one.comparisons[i], threaded.comparisons[i]);
  }
  for (std::size_t i = 0; i < one.reliability.size(); ++i)
    CHECK(*one.reliability[i].alpha == *other.reliability[i].alpha);
}

TEST_CASE("swapping the waves turns the sign and keeps the P") {
  const Analysis forth = analysed_sheets(sheets());
  const Analysis back = analysed(sheets().two_files_post(), sheets().two_files_pre(), outcomes);
  for (std::size_t i = 0; i < forth.outcomes.size(); ++i) {
    const Comparison &one = forth.comparison(i, std::nullopt), &other = back.comparison(i, std::nullopt);
    CAPTURE(forth.outcomes[i].name);
    CHECK(one.pre_only == other.post_only);
    CHECK(*one.test.mean_change == -*other.test.mean_change);
    CHECK(*one.test.t == -*other.test.t);
    CHECK(*one.test.p == *other.test.p);
    CHECK(*one.test.pre_mean == *other.test.post_mean);
    CHECK(*one.effect_sizes.d_z.estimate == -*other.effect_sizes.d_z.estimate);
    CHECK(*one.effect_sizes.d_av.estimate == close_to(-*other.effect_sizes.d_av.estimate, 1e-14));
    CHECK(*one.effect_sizes.d_rm.estimate == close_to(-*other.effect_sizes.d_rm.estimate, 1e-14));
    CHECK(one.effect_sizes.d_z.interval->lower == close_to(-other.effect_sizes.d_z.interval->upper, 1e-9));
    CHECK(one.effect_sizes.d_pre.estimate.has_value());
  }
}

TEST_CASE("pairs are counted per outcome and group") {
  const std::string pre = "id,role,x,y\np1,a,1,1\np2,a,1,\np3,b,,1\np4,b,1,1\np5,,2,2\np6,a,1,\n";
  const std::string post = "id,role,x,y\np1,a,2,3\np2,a,3,1\np3,b,1,\np4,b,,\np5,,1,1\np7,b,1,1\n";
  const Analysis results = analysed(
      pre, post,
      "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\n[[outcome]]\nname = \"y\"\ncolumn = \"y\"\n[group]\ncolumn = "
      "\"role\"\n");
  const auto counts = [&](const std::string& outcome, std::optional<std::size_t> group) {
    const Comparison& one = comparison(results, outcome, group);
    return std::vector<std::size_t>{one.test.n, one.pre_only, one.post_only};
  };
  using Counts = std::vector<std::size_t>;
  CHECK(counts("x", std::nullopt) == Counts{3, 2, 2});
  CHECK(counts("x", 0) == Counts{2, 1, 0});
  CHECK(counts("x", 1) == Counts{0, 1, 2});
  CHECK(counts("y", std::nullopt) == Counts{2, 2, 2});
  CHECK(counts("y", 0) == Counts{1, 0, 1});
  CHECK(results.participants.pre == 6);
  CHECK(results.participants.post == 5);
  CHECK(results.participants.matched == 4);
  CHECK(results.participants.pre_only == 2);
  CHECK(results.participants.post_only == 1);
  CHECK(results.participants.no_group == 1);
  REQUIRE(results.group_counts.size() == 2);
  CHECK(results.group_counts[0].pre == 3);
  CHECK(results.group_counts[0].post == 2);
  CHECK(results.group_counts[0].matched == 2);
  CHECK(results.group_counts[1].matched == 1);
  CHECK(results.id_column == "id");
}

TEST_CASE("small groups are withheld and stay out of the families") {
  const Analysis all = analysed_sheets(sheets()), few = analysed_sheets(sheets(), "[analysis]\nmin_cell = 30\n");
  REQUIRE(comparison(all, "hope", 0).test.n < 30);
  REQUIRE(comparison(all, "hope", 1).test.n >= 30);
  CHECK(comparison(few, "hope", 0).withheld);
  CHECK_FALSE(comparison(few, "hope", 1).withheld);
  CHECK_FALSE(comparison(few, "hope").withheld);
  CHECK(comparison(few, "hope", 0).p_adjusted.reason() == "the group is smaller than the smallest one shown");
  CHECK_FALSE(comparison(few, "hope", 0).significant);
  CHECK(*comparison(few, "hope").p_adjusted == *comparison(all, "hope").p_adjusted);
}

TEST_CASE("what few lost people would tell is withheld") {
  const Analysis all = analysed_sheets(sheets()), few = analysed_sheets(sheets(), "[analysis]\nmin_cell = 30\n");
  REQUIRE(comparison(all, "hope", 1).pre_only > 0);
  REQUIRE(comparison(all, "hope", 1).pre_only < 30);
  REQUIRE(comparison(all, "hope", 1).supplement.likelihood.mean_change);
  REQUIRE(comparison(all, "hope", 1).supplement.no_change_for_lost);
  const auto& supplement = comparison(few, "hope", 1).supplement;
  const std::string why = "fewer than 30 people at one wave only";
  CHECK(supplement.likelihood.mean_change.reason() == why);
  CHECK(supplement.likelihood.interval.reason() == why);
  CHECK(supplement.no_change_for_lost.reason() == why);
  CHECK(comparison(few, "hope").supplement.no_change_for_lost);
}

}  // namespace
