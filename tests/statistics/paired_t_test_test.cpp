#include "ecpr/statistics/paired_t_test.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "close_to.hpp"
#include "numeric_examples.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::far_offset;
using ecpr::testing::near_normal;
using ecpr::testing::numerical_accuracy;
using ecpr::testing::student_sleep;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

// Published or exact values of one paired test.
struct Expected {
  double mean_change, sd_change, t, degrees_of_freedom, p;
};

void check(const PairedTTest& test, const Expected& expected, double relative) {
  CHECK(*test.mean_change == close_to(expected.mean_change, relative));
  CHECK(*test.sd_change == close_to(expected.sd_change, relative));
  CHECK(*test.t == close_to(expected.t, relative));
  CHECK(*test.degrees_of_freedom == expected.degrees_of_freedom);
  CHECK(*test.p == close_to(expected.p, relative));
  CHECK(*test.log10_p == close_to(std::log10(expected.p), relative));
}

void check_interval(const PairedTTest& test, double lower, double upper, double relative) {
  CHECK(test.change_interval->lower == close_to(lower, relative));
  CHECK(test.change_interval->upper == close_to(upper, relative));
}

}  // namespace

TEST_SUITE("paired t test") {
  TEST_CASE("Student's sleep: R 4.2.2 t.test") {
    const PairedTTest test = paired_t_test(student_sleep(), 0.95);
    CHECK(test.n == 10);
    CHECK(*test.pre_mean == close_to(0.75, 1e-14));
    CHECK(*test.post_mean == close_to(2.33, 1e-14));
    CHECK(*test.correlation == close_to(0.7951702058, 1e-9));
    check(test, {1.58, 1.229995483, 4.062127683, 9, 0.002832890197}, 1e-9);
    check_interval(test, 0.7001142367, 2.459885763, 1e-9);
    CHECK(*test.se_change == close_to(1.229995483 / std::sqrt(10), 1e-9));
  }

  TEST_CASE("Lakens (2013), m1 - m2") {
    const PairedTTest test = paired_t_test({{9, 6, 7, 8, 7, 9, 8, 8, 8, 7}, {9, 7, 8, 9, 8, 9, 9, 10, 9, 9}}, 0.95);
    CHECK(*test.t == close_to(4.743416, 1e-6));
    CHECK(*test.p == close_to(0.0010538713, 1e-7));
    CHECK(*test.pre_mean == close_to(7.7, 1e-14));
    CHECK(*test.post_mean == close_to(8.7, 1e-14));
  }

  TEST_CASE("SAS PROC TTEST, after - before") {
    const PairedTTest test = paired_t_test({{120, 124, 130, 118, 140, 128, 140, 135, 126, 130, 126, 127},
                                            {128, 131, 131, 127, 132, 125, 141, 137, 118, 132, 129, 135}},
                                           0.95);
    CHECK(*test.t == close_to(1.089648, 1e-6));
    CHECK(*test.p == close_to(0.2991635, 1e-6));
    CHECK(*test.mean_change == close_to(22.0 / 12, 1e-14));
    CHECK(*test.sd_change == close_to(5.8284, 1e-5));
    CHECK(*test.degrees_of_freedom == 11);
  }

  TEST_CASE("Stata fuel, mpg1 - mpg2") {
    const PairedTTest test = paired_t_test(
        {{24, 25, 21, 22, 23, 18, 17, 28, 24, 27, 21, 23}, {20, 23, 21, 25, 18, 17, 18, 24, 20, 24, 23, 19}}, 0.95);
    CHECK(*test.t == close_to(-2.244412, 1e-6));
    CHECK(*test.p == close_to(0.046341649, 1e-7));
  }

  TEST_CASE("Cumming & Calin-Jageman, Thomason 1") {
    const PairedTTest test = paired_t_test(ecpr::testing::thomason(), 0.95);
    CHECK(*test.correlation == close_to(0.8923908, 1e-6));
    CHECK(*test.t == close_to(3.855498, 1e-6));
    CHECK(*test.p == close_to(0.0026740009, 1e-7));
    check_interval(test, 0.715218, 2.618115, 1e-6);
  }

  TEST_CASE("small published examples") {
    const PairedTTest five = paired_t_test({{110, 122, 101, 120, 140}, {150, 160, 110, 140, 155}}, 0.95);
    CHECK(*five.t == close_to(3.924270191, 1e-9));
    CHECK(*five.p == close_to(0.0171857279, 1e-8));

    // pingouin, all pairs and without the third
    const PairedTTest all = paired_t_test({{5.5, 2.4, 6.8, 9.6, 4.2}, {6.4, 3.4, 6.4, 11.0, 4.8}}, 0.95);
    CHECK(*all.t == close_to(2.307831657, 1e-9));
    CHECK(*all.degrees_of_freedom == 4);
    const PairedTTest four = paired_t_test({{5.5, 2.4, 9.6, 4.2}, {6.4, 3.4, 11.0, 4.8}}, 0.95);
    CHECK(*four.t == close_to(5.902, 1e-4));
    CHECK(*four.p == close_to(0.009712771596, 1e-9));

    // JASP verification, husband - wife
    const PairedTTest jasp = paired_t_test({{30, 29, 28, 27, 26, 25, 24, 23}, {26, 28, 28, 29, 30, 31, 34, 37}}, 0.95);
    CHECK(*jasp.t == close_to(1.83812518, 1e-8));
    CHECK(*jasp.p == close_to(0.10864328, 1e-7));
    check_interval(jasp, -1.10992654, 8.85992654, 1e-8);
  }

  // Exact rational arithmetic on the doubles, mpmath with 50 digits.
  TEST_CASE("NIST StRD numerical accuracy: far tails have a logarithm") {
    const PairedTTest first = paired_t_test(with_changes({10000001, 10000003, 10000002}), 0.95);
    check(first, {10000002, 1, 17320511.539790388073, 2, 3.3333320000003833332e-15}, 1e-13);
    check_interval(first, 9999999.5158622882497, 10000004.48413771175, 1e-14);

    const PairedTTest second = paired_t_test(with_changes(numerical_accuracy(1.2, 1.1, 1.3)), 0.95);
    CHECK(*second.t == close_to(379.66300846935309506, 1e-14));
    check_interval(second, 1.1937976393684354055, 1.2062023606315645945, 1e-14);
    CHECK(*second.log10_p == close_to(-1082.4962140408642632, 1e-12));
    CHECK(!second.p);
    CHECK(second.p.reason() == "P is below 1e-307");

    const PairedTTest third = paired_t_test(with_changes(numerical_accuracy(1000000.2, 1000000.1, 1000000.3)), 0.95);
    CHECK(*third.mean_change == close_to(1000000.2000000000116, 1e-15));
    CHECK(*third.sd_change == close_to(0.10000000003492459655, 1e-15));
    CHECK(*third.t == close_to(316385903.55779907297, 1e-14));
    CHECK(*third.log10_p == close_to(-7001.8152939589910482, 1e-14));

    const PairedTTest fourth =
        paired_t_test(with_changes(numerical_accuracy(10000000.2, 10000000.1, 10000000.3)), 0.95);
    CHECK(*fourth.mean_change == close_to(10000000.200000000185, 1e-15));
    CHECK(*fourth.sd_change == close_to(0.10000000055879354477, 1e-15));
    CHECK(*fourth.t == close_to(3163858449.5090062695, 1e-14));
    CHECK(*fourth.log10_p == close_to(-8001.8152135108568344, 1e-14));
  }

  TEST_CASE("an offset of 1e9 costs no digit") {
    const PairedTTest test = paired_t_test(far_offset(), 0.95);
    CHECK(*test.pre_mean == 1000000006.0);
    CHECK(*test.pre_sd == close_to(3.6055512754639892931, 1e-15));
    CHECK(*test.post_mean == 1000000007.75);
    CHECK(*test.post_sd == close_to(4.3510709235564273686, 1e-15));
    CHECK(*test.correlation == close_to(0.96483647666728792446, 1e-14));
    check(test, {1.75, 1.2880570286640685425, 4.7064514160359553546, 11, 0.00064338889801898084879}, 1e-13);
    check_interval(test, 0.93160760843367767166, 2.5683923915663223283, 1e-13);
  }

  TEST_CASE("exact values of small and skewed samples") {
    const PairedTTest tail = paired_t_test(with_changes([] {
                                             std::vector<double> changes;
                                             for (int i = 0; i < 151; ++i) changes.push_back(19 + 37 * i % 43);
                                             return changes;
                                           }()),
                                           0.95);
    check(tail, {39.721854304635761589, 12.477798385077046378, 39.11830456843268752, 150, 1.3713817101606433848e-80},
          1e-13);
    check_interval(tail, 37.715463063002936481, 41.728245546268586698, 1e-13);

    const PairedTTest mixed = paired_t_test(with_changes([] {
                                              std::vector<double> changes;
                                              for (int i = 1; i <= 49; ++i)
                                                changes.push_back((i % 2 ? 1 : -1) * i * (i + 2));
                                              return changes;
                                            }()),
                                            0.95);
    check(mixed, {26.020408163265306122, 1168.5789890895251753, 0.15586696221944747438, 48, 0.87679156187328398598},
          1e-13);
    check_interval(mixed, -309.63466790713294638, 361.67548423366355862, 1e-13);

    const PairedTTest ten = paired_t_test(with_changes({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), 0.95);
    check(ten, {5.5, 3.0276503540974916654, 5.7445626465380286599, 9, 0.0002781960110481858461}, 1e-13);

    const PairedTTest eight = paired_t_test({{1, 2, 4, 3, 2, 1, 2, 3}, {3, 3, 6, 3, 5, 2, 4, 3}}, 0.95);
    check(eight, {1.375, 1.0606601717798212866, 3.6666666666666666667, 7, 0.0079994338096036920437}, 1e-13);
    CHECK(*eight.correlation == close_to(0.60928488424992015101, 1e-14));

    const PairedTTest one_changed =
        paired_t_test({{1, 1, 1, 1, 1, 1, 1, 1, 1, 2}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 5}}, 0.95);
    check(one_changed, {0.3, 0.9486832980505137996, 1, 9, 0.34343639613791351488}, 1e-13);
    CHECK(*one_changed.correlation == 1);

    const PairedTTest doubled = paired_t_test({{1, 2, 3, 4, 5}, {2, 4, 6, 8, 10}}, 0.95);
    check(doubled, {3, 1.581138830084189666, 4.2426406871192851464, 4, 0.01323559956368268952}, 1e-13);
    CHECK(*doubled.correlation == 1);
    check_interval(doubled, 1.0367568385224423023, 4.9632431614775576977, 1e-13);
    CHECK(*paired_t_test({{1, 2, 3, 4, 5}, {5, 4, 3, 2, 1}}, 0.95).correlation == -1);
  }

  TEST_CASE("two pairs have a test with 1 degree of freedom") {
    const PairedTTest test = paired_t_test({{1, 2}, {2, 5}}, 0.95);
    check(test, {2, 1.4142135623730950488, 2, 1, 0.29516723530086654835}, 1e-13);
    check_interval(test, -10.706204736174704646, 14.706204736174704646, 1e-13);
    const PairedTTest published = paired_t_test({{3, 4}, {5, 7}}, 0.95);
    CHECK(*published.t == close_to(5, 1e-14));
    CHECK(*published.p == close_to(0.125666, 1e-5));
  }

  TEST_CASE("thousands and a million pairs") {
    const PairedTTest thousands = paired_t_test(near_normal(5000), 0.95);
    CHECK(*thousands.pre_mean == close_to(500.4145962, 1e-14));
    CHECK(*thousands.pre_sd == close_to(65.376931955315274987, 1e-14));
    CHECK(*thousands.post_sd == close_to(67.182148194360587635, 1e-14));
    CHECK(*thousands.mean_change == close_to(2.526917, 1e-13));
    CHECK(*thousands.sd_change == close_to(16.399615909127395807, 1e-13));
    CHECK(*thousands.correlation == close_to(0.96975424038651608947, 1e-14));
    CHECK(*thousands.t == close_to(10.895378014317413585, 1e-13));
    CHECK(*thousands.log10_p == close_to(-26.60989745437237399, 1e-12));
    check_interval(thousands, 2.0722411055797956077, 2.9815928944202043923, 1e-13);

    const PairedTTest million = paired_t_test(near_normal(1000000), 0.95);
    CHECK(*million.pre_mean == close_to(499.964533298, 1e-14));
    CHECK(*million.sd_change == close_to(16.398349548690677668, 1e-13));
    CHECK(*million.correlation == close_to(0.97015262799674661574, 1e-14));
    CHECK(*million.t == close_to(151.86060893541780165, 1e-13));
    CHECK(!million.p);
    CHECK(*million.log10_p < -4900);
    check_interval(million, 2.4581231345772495747, 2.5224035614227504253, 1e-12);
  }

  TEST_CASE("data near 1e200 and 1e-200") {
    const PairedSample sleep = student_sleep();
    const PairedTTest usual = paired_t_test(sleep, 0.95);
    for (const double factor : {0x1p660, 0x1p-660}) {
      std::vector<double> pre, post;
      for (const double value : sleep.pre()) pre.push_back(value * factor);
      for (const double value : sleep.post()) post.push_back(value * factor);
      const PairedTTest test = paired_t_test({pre, post}, 0.95);
      CHECK(*test.t == close_to(*usual.t, 1e-14));
      CHECK(*test.sd_change == close_to(*usual.sd_change * factor, 1e-14));
      CHECK(*test.correlation == close_to(*usual.correlation, 1e-14));
    }
  }

  TEST_CASE("exchanging the waves turns the sign and keeps P") {
    const PairedTTest test = paired_t_test(student_sleep(), 0.95), back = paired_t_test(swapped(student_sleep()), 0.95);
    CHECK(*back.t == -*test.t);
    CHECK(*back.mean_change == -*test.mean_change);
    CHECK(*back.p == *test.p);
    CHECK(*back.correlation == *test.correlation);
    CHECK(back.change_interval->lower == -test.change_interval->upper);
    CHECK(*back.pre_sd == *test.post_sd);
  }

  TEST_CASE("an added constant changes only the means; the order of people changes nothing") {
    const PairedTTest usual = paired_t_test({{1, 5, 2, 8, 3}, {4, 4, 6, 9, 9}}, 0.95);
    const PairedTTest added = paired_t_test({{1001, 1005, 1002, 1008, 1003}, {1004, 1004, 1006, 1009, 1009}}, 0.95);
    const PairedTTest turned = paired_t_test({{8, 3, 2, 5, 1}, {9, 9, 6, 4, 4}}, 0.95);
    CHECK(*added.t == *usual.t);
    CHECK(*added.p == *usual.p);
    CHECK(*added.correlation == close_to(*usual.correlation, 1e-14));
    CHECK(*turned.t == close_to(*usual.t, 1e-14));
  }

  TEST_CASE("the interval excludes 0 exactly when P is below 1 - confidence") {
    for (const double shift : {-1.0, -0.4, 0.3, 0.9, 1.4}) {
      const PairedTTest test =
          paired_t_test(with_changes({shift, shift + 1, shift - 1, shift + 0.5, shift - 0.6}), 0.9);
      const bool excludes = test.change_interval->lower > 0 || test.change_interval->upper < 0;
      CHECK(excludes == (*test.p < 0.1));
    }
  }
}

TEST_SUITE("paired t test: refusals") {
  TEST_CASE("no pairs") {
    const PairedTTest test = paired_t_test({{}, {}}, 0.95);
    CHECK(test.n == 0);
    for (const auto& field :
         {test.pre_mean, test.pre_sd, test.post_mean, test.post_sd, test.correlation, test.mean_change, test.sd_change,
          test.se_change, test.t, test.degrees_of_freedom, test.p, test.log10_p}) {
      CHECK(!field);
      CHECK(field.reason() == "no pairs");
    }
    CHECK(test.change_interval.reason() == "no pairs");
  }

  TEST_CASE("one pair has means alone") {
    const PairedTTest test = paired_t_test({{1}, {2}}, 0.95);
    CHECK(test.n == 1);
    CHECK(*test.pre_mean == 1);
    CHECK(*test.post_mean == 2);
    CHECK(*test.mean_change == 1);
    for (const auto& field : {test.pre_sd, test.post_sd, test.correlation, test.sd_change, test.se_change, test.t,
                              test.degrees_of_freedom, test.p, test.log10_p}) {
      CHECK(!field);
      CHECK(field.reason() == "fewer than 2 pairs");
    }
    CHECK(test.change_interval.reason() == "fewer than 2 pairs");
  }

  TEST_CASE("equal changes have an SD of 0 and no test") {
    for (const PairedSample& sample :
         {PairedSample({1, 2, 3, 4}, {1, 2, 3, 4}), PairedSample({1, 2, 3}, {3, 4, 5}),
          PairedSample({2.6, 3.2, 0.1, 7.7}, {2.7, 3.3, 0.2, 7.8}),  // 0.1 for everyone, not in doubles
          PairedSample({0.1, 0.7, 1.1}, {0.4, 1.0, 1.4})}) {
      const PairedTTest test = paired_t_test(sample, 0.95);
      CHECK(*test.sd_change == 0);
      CHECK(*test.se_change == 0);
      CHECK(*test.degrees_of_freedom == static_cast<double>(sample.size() - 1));
      CHECK(*test.correlation == close_to(1, 1e-14));
      for (const auto& field : {test.t, test.p, test.log10_p}) {
        CHECK(!field);
        CHECK(field.reason() == "all changes are equal");
      }
      CHECK(test.change_interval.reason() == "all changes are equal");
    }
    CHECK(*paired_t_test({{2.6, 3.2}, {2.7, 3.3}}, 0.95).mean_change == close_to(0.1, 1e-14));
  }

  TEST_CASE("1e15 + small integers still has its t") {
    const PairedTTest large = paired_t_test({{1e15 + 1, 1e15 + 2, 1e15 + 3}, {1e15 + 2, 1e15 + 4, 1e15 + 4}}, 0.95);
    CHECK(*large.t == *paired_t_test({{1, 2, 3}, {2, 4, 4}}, 0.95).t);
    // One change in a hundred: the SD of the changes lies below the resolution, the changes do not.
    std::vector<double> pre(100, 1e15), post(100, 1e15 + 1);
    post[17] += 1;
    CHECK(*paired_t_test({pre, post}, 0.95).t == close_to(101, 1e-13));
  }

  TEST_CASE("a wave that does not vary has no correlation") {
    CHECK(paired_t_test({{3, 3, 3}, {1, 2, 5}}, 0.95).correlation.reason() == "the scores before are all equal");
    CHECK(paired_t_test({{1, 2, 5}, {3, 3, 3}}, 0.95).correlation.reason() == "the scores after are all equal");
    CHECK(paired_t_test({{3, 3, 3}, {4, 4, 4}}, 0.95).correlation.reason() == "the scores of neither wave vary");
    CHECK(*paired_t_test({{3, 3, 3}, {1, 2, 5}}, 0.95).pre_sd == 0);
    const PairedTTest rounded = paired_t_test({{0.1 + 0.2, 0.3, 0.3}, {1, 2, 5}}, 0.95);
    CHECK(*rounded.pre_sd == 0);
    CHECK(rounded.correlation.reason() == "the scores before are all equal");
  }

  TEST_CASE("a sample needs equal lengths and finite changes") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS(PairedSample({1, 2}, {1}), "a paired sample of 2 values before and 1 after",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(PairedSample({1, std::nan("")}, {1, 2}), "pair 2 has no finite change", std::invalid_argument);
    CHECK_THROWS_WITH_AS(PairedSample({1}, {infinity}), "pair 1 has no finite change", std::invalid_argument);
    CHECK_THROWS_WITH_AS(PairedSample({-1e308}, {1e308}), "pair 1 has no finite change", std::invalid_argument);
    CHECK(PairedSample({}, {}).resolution() == 0);
    CHECK(PairedSample({-8, 1}, {2, 4}).resolution() == 32 * std::numeric_limits<double>::epsilon());
  }
}
