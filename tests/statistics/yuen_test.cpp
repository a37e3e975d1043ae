#include "ecpr/statistics/yuen.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

TEST_SUITE("yuen") {
  // Written out in R from winsorized variances and the winsorized covariance, the definition of WRS2::yuend:
  // se = sqrt((n - 1)(var(wx) + var(wy) - 2 cov(wx, wy))/(h (h - 1))), mean(x, trim = tr), pt, qt.
  TEST_CASE("Student's sleep, 20% and 10%") {
    const YuenTest test = yuen_paired_test(ecpr::testing::student_sleep(), 0.95);
    CHECK(*test.change == close_to(1.666666666666666963));
    CHECK(*test.se == close_to(0.610900973972050565));
    CHECK(*test.t == close_to(2.728210851965213735));
    CHECK(*test.degrees_of_freedom == 5);
    CHECK(*test.p == close_to(0.041368302542756072));
    CHECK(*test.log10_p == close_to(std::log10(0.041368302542756072)));
    CHECK(test.interval->lower == close_to(0.096295719601581231));
    CHECK(test.interval->upper == close_to(3.237037613731752472));

    const YuenTest tenth = yuen_paired_test(ecpr::testing::student_sleep(), 0.95, 0.1);
    CHECK(*tenth.change == close_to(1.562499999999999778));
    CHECK(*tenth.degrees_of_freedom == 7);
    CHECK(*tenth.p == close_to(0.013133710251325526));
    CHECK(tenth.interval->lower == close_to(0.442642029004407522));
  }

  TEST_CASE("Thomason 1 and blood pressure (SAS PROC TTEST)") {
    const YuenTest test = yuen_paired_test(ecpr::testing::thomason(), 0.95);
    CHECK(*test.change == close_to(1.625));
    CHECK(*test.t == close_to(2.795922140679186541));
    CHECK(*test.p == close_to(0.026680172908224407));
    CHECK(test.interval->lower == close_to(0.250671883729620015));
    CHECK(test.interval->upper == close_to(2.999328116270380207));

    const PairedSample pressure({120, 124, 130, 118, 140, 128, 140, 135, 126, 130, 126, 127},
                                {128, 131, 131, 127, 132, 125, 141, 137, 118, 132, 129, 135});
    CHECK(*yuen_paired_test(pressure, 0.95).t == close_to(1.68755999976813542));
    CHECK(*yuen_paired_test(pressure, 0.95).p == close_to(0.13535341027025644));
  }

  TEST_CASE("without trimming, and at 20% of fewer than 5 pairs, it is the paired t test") {
    const PairedSample four({110, 122, 101, 120}, {150, 160, 110, 140});
    const auto same = [](const YuenTest& yuen, const PairedTTest& t) {
      CHECK(*yuen.change == close_to(*t.mean_change, 1e-13));
      CHECK(*yuen.t == close_to(*t.t, 1e-13));
      CHECK(*yuen.p == close_to(*t.p, 1e-13));
      CHECK(yuen.interval->upper == close_to(t.change_interval->upper, 1e-13));
    };
    same(yuen_paired_test(four, 0.95), paired_t_test(four, 0.95));
    same(yuen_paired_test(ecpr::testing::student_sleep(), 0.99, 0),
         paired_t_test(ecpr::testing::student_sleep(), 0.99));
  }

  TEST_CASE("the outermost scores of a wave cannot pull") {
    PairedSample wild({13, 12, 12, 9, 14, 17, 14, 9, 6, 7, 11, 15}, {14, 13, 16, 12, 15, 1e6, 13, 10, 10, 8, 14, 16});
    CHECK(*yuen_paired_test(wild, 0.95).change == close_to(1.625));
    CHECK(*yuen_paired_test(wild, 0.95).se == close_to(*yuen_paired_test(ecpr::testing::thomason(), 0.95).se));
  }

  TEST_CASE("swapping the waves flips change, t and interval and keeps P") {
    const YuenTest test = yuen_paired_test(ecpr::testing::thomason(), 0.9);
    const YuenTest mirrored = yuen_paired_test(swapped(ecpr::testing::thomason()), 0.9);
    CHECK(*mirrored.change == -*test.change);
    CHECK(*mirrored.t == close_to(-*test.t, 1e-13));
    CHECK(*mirrored.p == close_to(*test.p, 1e-13));
    CHECK(mirrored.interval->lower == close_to(-test.interval->upper, 1e-13));
  }

  TEST_CASE("an offset of 1e15 changes nothing") {
    const std::vector<double> pre = {38, 32, 33, 6, 8, 21, 17, 46, 20, 34},
                              post = {38, 34, 36, 9, 8, 23, 16, 51, 23, 32};
    std::vector<double> far_pre = pre, far_post = post;
    for (auto* scores : {&far_pre, &far_post}) {
      for (double& score : *scores) score += 1e15;
    }
    const YuenTest near = yuen_paired_test({pre, post}, 0.95), far = yuen_paired_test({far_pre, far_post}, 0.95);
    CHECK(*far.change == close_to(*near.change, 1e-14));
    CHECK(*far.t == close_to(*near.t, 1e-14));
    CHECK(*far.p == close_to(*near.p, 1e-13));
  }

  TEST_CASE("refusals") {
    const YuenTest none = yuen_paired_test(with_changes({}), 0.95);
    CHECK(none.change.reason() == "no pairs");
    CHECK(none.interval.reason() == "no pairs");
    const YuenTest one = yuen_paired_test(with_changes({3}), 0.95);
    CHECK(*one.change == 3);
    CHECK(one.t.reason() == "fewer than 2 pairs after trimming");
    CHECK(yuen_paired_test(with_changes({1, 2, 5}), 0.95, 0.4).p.reason() == "fewer than 2 pairs after trimming");
    const YuenTest constant = yuen_paired_test(PairedSample({1, 2, 3}, {3, 4, 5}), 0.95);
    CHECK(*constant.change == 2);
    CHECK(constant.se.reason() == "all winsorized changes are equal");
    CHECK(constant.log10_p.reason() == "all winsorized changes are equal");
    CHECK(yuen_paired_test(with_changes({0, 0, 0, 0, 9}), 0.95).t.reason() == "all winsorized changes are equal");
  }
}
