#include "ecpr/statistics/group_comparison.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "close_to.hpp"
#include "groups_reference.hpp"

using namespace ecpr;
using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::groups_case;
using ecpr::testing::groups_reference;
using ecpr::testing::GroupsCase;

namespace {

GroupComparison compare(const GroupsCase& data, std::size_t groups = 0) {
  if (groups == 0) groups = *std::max_element(data.group.begin(), data.group.end()) + 1;
  return group_comparison(data.sample(), data.group, groups, 0.95);
}

void check_f(const FTest& test, double f, double df1, double df2, double p) {
  CHECK(*test.f == close_to(f));
  CHECK(*test.numerator_degrees_of_freedom == close_to(df1));
  CHECK(*test.denominator_degrees_of_freedom == close_to(df2));
  CHECK(*test.p == close_to(p));
}

void check_no_f(const FTest& test, const std::string& reason) {
  CHECK(!test.f);
  CHECK(!test.p);
  CHECK(!test.log10_p);
  CHECK(test.f.reason() == reason);
  CHECK(test.p.reason() == reason);
}

using Numbers = std::map<std::string, double>;

void check_tests(const GroupComparison& got, const Numbers& want) {
  check_f(got.change.fisher, want.at("change_f"), want.at("df1"), want.at("df2"), want.at("p"));
  check_f(got.change.welch, want.at("welch_f"), want.at("df1"), want.at("welch_df2"), want.at("welch_p"));
  const AnalysisOfCovariance& ancova = got.ancova;
  check_f(ancova.group, want.at("ancova_f"), want.at("ancova_df1"), want.at("ancova_df2"), want.at("ancova_p"));
  check_f(ancova.slopes, want.at("slopes_f"), want.at("slopes_df1"), want.at("slopes_df2"), want.at("slopes_p"));
  CHECK(*ancova.slope == close_to(want.at("slope")));
  CHECK(*ancova.pre_mean == close_to(want.at("pre_mean")));
}

void check_mean(const AdjustedMean& got, const Numbers& want) {
  const std::string group = std::to_string(got.group);
  CHECK(*got.mean == close_to(want.at("mean_" + group)));
  CHECK(*got.standard_error == close_to(want.at("se_" + group)));
  CHECK(got.interval->lower == close_to(want.at("lower_" + group)));
  CHECK(got.interval->upper == close_to(want.at("upper_" + group)));
}

void check_contrast(const AdjustedContrast& got, std::size_t place, const Numbers& want) {
  const std::string i = std::to_string(place);
  CHECK(*got.difference == close_to(want.at("difference_" + i)));
  CHECK(*got.standard_error == close_to(want.at("contrast_se_" + i)));
  CHECK(*got.t == close_to(want.at("t_" + i)));
  CHECK(*got.degrees_of_freedom == want.at("contrast_df_" + i));
  CHECK(*got.p == close_to(want.at("contrast_p_" + i)));
  CHECK(*got.p_adjusted == close_to(want.at("holm_" + i)));
}

}  // namespace

TEST_CASE("groups against each other agree with R") {
  for (const char* name : {"obrien_kaiser", "uneven", "two_groups", "flat_group"}) {
    CAPTURE(name);
    const GroupComparison got = compare(groups_case(name));
    const Numbers want = groups_reference(name);
    check_tests(got, want);
    for (const AdjustedMean& each : got.ancova.adjusted_means) check_mean(each, want);
    for (std::size_t i = 0; i < got.ancova.contrasts.size(); ++i) check_contrast(got.ancova.contrasts[i], i, want);
  }
}

TEST_CASE("130 groups of three agree with R") {
  GroupsCase data;
  for (std::size_t i = 0; i < 390; ++i) {
    data.group.push_back(i % 130);
    data.pre.push_back(static_cast<double>(i * 37 % 101) / 8);
    data.post.push_back(static_cast<double>(i * 53 % 89) / 8 + static_cast<double>(i % 130 % 7));
  }
  const GroupComparison got = compare(data);
  const Numbers want = groups_reference("many_groups");
  check_tests(got, want);
  check_mean(got.ancova.adjusted_means.front(), want);
  check_mean(got.ancova.adjusted_means.back(), want);
  REQUIRE(got.ancova.contrasts.size() == 130 * 129 / 2);
  check_contrast(got.ancova.contrasts.front(), 0, want);
  check_contrast(got.ancova.contrasts.back(), 8384, want);
}

TEST_CASE("groups with fewer than 2 pairs are left out, and everybody else keeps the caller's index") {
  const GroupsCase data = groups_case("uneven");
  const GroupComparison got = compare(data, 7);
  CHECK(got.groups == std::vector<std::size_t>{0, 1, 2, 4});
  CHECK(got.left_out == std::vector<std::size_t>{3, 5, 6});
  REQUIRE(got.ancova.adjusted_means.size() == 4);
  CHECK(got.ancova.adjusted_means.back().group == 4);
  REQUIRE(got.ancova.contrasts.size() == 6);
  CHECK(got.ancova.contrasts[2].group_a == 0);
  CHECK(got.ancova.contrasts[2].group_b == 4);
  CHECK(got.ancova.contrasts[5].group_a == 2);
  CHECK(got.ancova.contrasts[5].group_b == 4);
}

TEST_CASE("with two groups every F is the square of a t") {
  const GroupComparison got = compare(groups_case("two_groups"));
  REQUIRE(got.ancova.contrasts.size() == 1);
  const AdjustedContrast& contrast = got.ancova.contrasts.front();
  CHECK(*got.ancova.group.f == close_to(*contrast.t * *contrast.t, 1e-12));
  CHECK(*got.ancova.group.p == close_to(*contrast.p, 1e-12));
  CHECK(*contrast.p_adjusted == *contrast.p);
  CHECK(*contrast.difference ==
        close_to(*got.ancova.adjusted_means[0].mean - *got.ancova.adjusted_means[1].mean, 1e-12));

  // Student's and Welch's t by hand: changes 1 2 6 and 2 4 4 6 10, means 3 and 5.2, variances 7 and 9.2.
  const PairedSample sample({0, 0, 0, 0, 0, 0, 0, 1}, {1, 2, 6, 2, 4, 4, 6, 11});
  const std::vector<std::size_t> group = {0, 0, 0, 1, 1, 1, 1, 1};
  const GroupComparison by_hand = group_comparison(sample, group, 2, 0.95);
  const double pooled = (2 * 7 + 4 * 9.2) / 6, a = 7.0 / 3, b = 9.2 / 5;
  CHECK(*by_hand.change.fisher.f == close_to(2.2 * 2.2 / (pooled * (1.0 / 3 + 1.0 / 5)), 1e-13));
  CHECK(*by_hand.change.welch.f == close_to(2.2 * 2.2 / (a + b), 1e-13));
  CHECK(*by_hand.change.welch.denominator_degrees_of_freedom ==
        close_to((a + b) * (a + b) / (a * a / 2 + b * b / 4), 1e-13));
}

TEST_CASE("a constant added to either wave moves the adjusted means alone") {
  const GroupsCase data = groups_case("obrien_kaiser");
  const GroupComparison plain = compare(data);
  for (const double shift : {1000.0, 1e9}) {
    CAPTURE(shift);
    GroupsCase moved = data;
    for (double& value : moved.pre) value += shift;
    for (double& value : moved.post) value += shift;
    const GroupComparison got = compare(moved);
    CHECK(*got.change.fisher.f == close_to(*plain.change.fisher.f, 1e-13));
    CHECK(*got.change.welch.f == close_to(*plain.change.welch.f, 1e-13));
    CHECK(*got.ancova.group.f == close_to(*plain.ancova.group.f, 1e-13));
    CHECK(*got.ancova.slopes.f == close_to(*plain.ancova.slopes.f, 1e-12));
    CHECK(*got.ancova.adjusted_means[1].mean == close_to(*plain.ancova.adjusted_means[1].mean + shift, 1e-14));
    CHECK(*got.ancova.adjusted_means[1].standard_error ==
          close_to(*plain.ancova.adjusted_means[1].standard_error, 1e-13));
    CHECK(*got.ancova.contrasts[2].difference == close_to(*plain.ancova.contrasts[2].difference, 1e-13));
  }
}

TEST_CASE("the unit of the scores changes no F, not even where squares leave the range of double") {
  const GroupsCase data = groups_case("uneven");
  const GroupComparison plain = compare(data);
  for (const double unit : {1e-200, 3.7, 1e200}) {
    CAPTURE(unit);
    GroupsCase scaled = data;
    for (double& value : scaled.pre) value *= unit;
    for (double& value : scaled.post) value *= unit;
    const GroupComparison got = compare(scaled);
    CHECK(*got.change.fisher.f == close_to(*plain.change.fisher.f, 1e-12));
    CHECK(*got.change.welch.f == close_to(*plain.change.welch.f, 1e-12));
    CHECK(*got.change.welch.denominator_degrees_of_freedom ==
          close_to(*plain.change.welch.denominator_degrees_of_freedom, 1e-12));
    CHECK(*got.ancova.group.f == close_to(*plain.ancova.group.f, 1e-12));
    CHECK(*got.ancova.slopes.f == close_to(*plain.ancova.slopes.f, 1e-12));
    CHECK(*got.ancova.slope == close_to(*plain.ancova.slope, 1e-12));
    CHECK(got.ancova.adjusted_means[3].interval->upper ==
          close_to(plain.ancova.adjusted_means[3].interval->upper * unit, 1e-12));
    CHECK(*got.ancova.contrasts[0].standard_error == close_to(*plain.ancova.contrasts[0].standard_error * unit, 1e-12));
  }
}

TEST_CASE("the order of pairs and the numbering of groups change nothing") {
  const GroupsCase data = groups_case("obrien_kaiser");
  GroupsCase other = data;
  const std::size_t n = data.group.size(), renamed[] = {2, 0, 1};
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t from = i * 7 % n;
    other.pre[i] = data.pre[from];
    other.post[i] = data.post[from];
    other.group[i] = renamed[data.group[from]];
  }
  const GroupComparison plain = compare(data), got = compare(other);
  CHECK(*got.change.fisher.f == close_to(*plain.change.fisher.f, 1e-13));
  CHECK(*got.change.welch.f == close_to(*plain.change.welch.f, 1e-13));
  CHECK(*got.ancova.group.f == close_to(*plain.ancova.group.f, 1e-13));
  CHECK(*got.ancova.slopes.f == close_to(*plain.ancova.slopes.f, 1e-12));
  for (std::size_t group = 0; group < 3; ++group)
    CHECK(*got.ancova.adjusted_means[renamed[group]].mean == close_to(*plain.ancova.adjusted_means[group].mean, 1e-13));
  // 0 - 1 is now 2 - 0, and stands in the list as 0 - 2.
  CHECK(*got.ancova.contrasts[1].difference == close_to(-*plain.ancova.contrasts[0].difference, 1e-13));
  CHECK(*got.ancova.contrasts[1].p_adjusted == close_to(*plain.ancova.contrasts[0].p_adjusted, 1e-12));
}

TEST_CASE("changes of two groups with equal means have F 0, and adjusted means need no such equality") {
  const PairedSample sample({1, 2, 3, 2, 3, 4}, {2, 4, 6, 3, 5, 7});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, 2, 0.95);
  check_f(got.change.fisher, 0, 1, 4, 1);
  check_no_f(got.ancova.group, "the lines fit every score after exactly");
  CHECK(*got.ancova.slope == close_to(2, 1e-14));
  CHECK(*got.ancova.adjusted_means[0].mean == close_to(5, 1e-14));
  CHECK(*got.ancova.adjusted_means[1].mean == close_to(4, 1e-14));
}

TEST_CASE("a small effect of the group keeps its digits beside a large residual") {
  // Two groups with the same scores before; after, group 1 stands 2^-20 higher: F = n d^2 / (2 s^2), n = 4 each.
  const double d = std::ldexp(1.0, -20);
  const PairedSample sample({1, 2, 3, 4, 1, 2, 3, 4}, {5, 3, 6, 4, 5 + d, 3 + d, 6 + d, 4 + d});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 0, 1, 1, 1, 1}, 2, 0.95);
  // Within each group Sxx = 5, Sxy = 0, Syy = 5: residual variance 10 / 5.
  CHECK(*got.ancova.group.f == close_to(4 * d * d / (2 * 2), 1e-9));
}

TEST_CASE("one group cannot be compared") {
  const std::string reason = "fewer than 2 groups with at least 2 pairs";
  const PairedSample sample({1, 2, 3, 4}, {2, 2, 5, 4});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 1}, 2, 0.95);
  CHECK(got.groups == std::vector<std::size_t>{0});
  CHECK(got.left_out == std::vector<std::size_t>{1});
  for (const FTest* test : {&got.change.fisher, &got.change.welch, &got.ancova.group, &got.ancova.slopes}) {
    check_no_f(*test, reason);
    CHECK(test->numerator_degrees_of_freedom.reason() == reason);
    CHECK(test->denominator_degrees_of_freedom.reason() == reason);
  }
  REQUIRE(got.ancova.adjusted_means.size() == 1);
  CHECK(got.ancova.adjusted_means[0].mean.reason() == reason);
  CHECK(got.ancova.contrasts.empty());
  CHECK(got.ancova.slope.reason() == reason);

  const GroupComparison none = group_comparison(PairedSample({}, {}), {}, 0, 0.95);
  check_no_f(none.change.fisher, reason);
  CHECK(none.groups.empty());
  CHECK(none.left_out.empty());
}

TEST_CASE("equal changes within every group have no F, decimals included") {
  // 0.1 and 0.2 more for everybody; in doubles the changes differ in their last bits.
  const PairedSample sample({2.4, 3.2, 1.6, 2.2, 3.0, 1.8}, {2.5, 3.3, 1.7, 2.4, 3.2, 2.0});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, 2, 0.95);
  check_no_f(got.change.fisher, "the changes within every group are equal");
  CHECK(*got.change.fisher.numerator_degrees_of_freedom == 1);
  CHECK(*got.change.fisher.denominator_degrees_of_freedom == 4);
  check_no_f(got.change.welch, "the changes of a group are all equal");
  CHECK(*got.change.welch.numerator_degrees_of_freedom == 1);
  CHECK(got.change.welch.denominator_degrees_of_freedom.reason() == "the changes of a group are all equal");

  const std::string exact = "the lines fit every score after exactly";
  check_no_f(got.ancova.group, exact);
  check_no_f(got.ancova.slopes, exact);
  CHECK(*got.ancova.group.denominator_degrees_of_freedom == 3);
  CHECK(*got.ancova.contrasts[0].difference == close_to(-0.1, 1e-12));
  CHECK(got.ancova.contrasts[0].standard_error.reason() == exact);
  CHECK(got.ancova.contrasts[0].t.reason() == exact);
  CHECK(got.ancova.contrasts[0].p.reason() == exact);
  CHECK(got.ancova.contrasts[0].p_adjusted.reason() == exact);
  CHECK(got.ancova.adjusted_means[0].standard_error.reason() == exact);
  CHECK(got.ancova.adjusted_means[0].interval.reason() == exact);
}

TEST_CASE("Welch's test alone is lost when one group changes by a constant") {
  const PairedSample sample({1, 2, 3, 1, 2, 4}, {2, 3, 4, 3, 2, 7});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, 2, 0.95);
  CHECK(got.change.fisher.f.has_value());
  check_no_f(got.change.welch, "the changes of a group are all equal");
}

TEST_CASE("scores before that do not vary within any group give no analysis of covariance") {
  const std::string reason = "the scores before do not vary within any group";
  const PairedSample sample({2, 2, 2, 3, 3, 3}, {2, 3, 4, 3, 2, 7});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, 2, 0.95);
  CHECK(got.change.fisher.f.has_value());
  check_no_f(got.ancova.group, reason);
  check_no_f(got.ancova.slopes, reason);
  REQUIRE(got.ancova.adjusted_means.size() == 2);
  CHECK(got.ancova.adjusted_means[1].mean.reason() == reason);
  REQUIRE(got.ancova.contrasts.size() == 1);
  CHECK(got.ancova.contrasts[0].p_adjusted.reason() == reason);
}

TEST_CASE("slopes are not compared where there are none to compare") {
  // Group 1 has equal scores before.
  const PairedSample one_slope({1, 2, 4, 3, 3, 3}, {2, 3, 6, 3, 2, 7});
  const GroupComparison first = group_comparison(one_slope, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, 2, 0.95);
  CHECK(first.ancova.group.f.has_value());
  check_no_f(first.ancova.slopes, "fewer than 2 groups whose scores before vary");

  const PairedSample pairs({1, 2, 3, 5}, {2, 4, 4, 3});
  const GroupComparison second = group_comparison(pairs, std::vector<std::size_t>{0, 0, 1, 1}, 2, 0.95);
  CHECK(*second.ancova.group.denominator_degrees_of_freedom == 1);
  CHECK(second.ancova.group.f.has_value());
  check_no_f(second.ancova.slopes, "too few pairs for a slope in every group");
  CHECK(*second.ancova.slopes.numerator_degrees_of_freedom == 1);
}

TEST_CASE("equal scores after everywhere have adjusted means and no test") {
  const PairedSample sample({1, 2, 3, 2, 3, 5}, {4, 4, 4, 4, 4, 4});
  const GroupComparison got = group_comparison(sample, std::vector<std::size_t>{0, 0, 0, 1, 1, 1}, 2, 0.95);
  check_no_f(got.ancova.group, "the lines fit every score after exactly");
  CHECK(*got.ancova.adjusted_means[1].mean == 4);
  CHECK(*got.ancova.contrasts[0].difference == 0);
}

TEST_CASE("groups that do not fit the pairs are refused") {
  const PairedSample sample({1, 2}, {2, 3});
  CHECK_THROWS_WITH_AS(group_comparison(sample, std::vector<std::size_t>{0}, 1, 0.95), "one group per pair is needed",
                       std::invalid_argument);
  CHECK_THROWS_WITH_AS(group_comparison(sample, std::vector<std::size_t>{0, 2}, 2, 0.95),
                       "a pair has a group that does not exist", std::invalid_argument);
}

TEST_CASE("tails of the F distribution agree with R at any depth") {
  const Numbers want = groups_reference("f_tail");
  CHECK(*f_test(30, 2, 10).p == close_to(want.at("p_30_2_10"), 1e-13));
  CHECK(*f_test(0.3, 4.5, 7.25).p == close_to(want.at("p_0.3_4.5_7.25"), 1e-13));
  CHECK(*f_test(0, 3, 9).p == 1);
  const FTest deep = f_test(1e5, 3, 247);
  CHECK(!deep.p);
  CHECK(deep.p.reason() == "P is below 1e-307");
  CHECK(*deep.log10_p == close_to(want.at("log10_p_1e5_3_247"), 1e-12));
  CHECK(*f_test(1e9, 2, 1000).log10_p == close_to(want.at("log10_p_1e9_2_1000"), 1e-12));
  check_no_f(f_test(1e300, 1, 2), "the F ratio is too large for a number");
}
