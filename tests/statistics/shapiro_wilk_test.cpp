#include "ecpr/statistics/shapiro_wilk.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

ShapiroWilk of(std::vector<double> changes) { return shapiro_wilk(with_changes(std::move(changes))); }

void check(const ShapiroWilk& test, double w, double p) {
  CHECK(*test.w == close_to(w, 1e-11));
  CHECK(*test.p == close_to(p, 1e-9));
}

std::vector<double> sequence(std::size_t n, double (*value)(double)) {
  std::vector<double> values(n);
  for (std::size_t i = 0; i < n; ++i) values[i] = value(static_cast<double>(i + 1));
  return values;
}

}  // namespace

TEST_SUITE("shapiro wilk") {
  TEST_CASE("shapiro.test of R, on each side of the changes of formula at 4, 6 and 12 values") {
    check(shapiro_wilk(ecpr::testing::student_sleep()), 0.82987133192879448, 0.033341608630307849);
    check(shapiro_wilk(ecpr::testing::thomason()), 0.82888302555331883, 0.020338459844791348);
    check(shapiro_wilk(ecpr::testing::reading_comprehension()), 0.8756046987184501, 0.009969956479768852);
    check(of({1, 2, 4}), 0.96428571428571419, 0.6368868450289632);
    check(of({0, 0, 1, 5}), 0.76347902995969552, 0.051229457251144507);
    check(of({1, 3, 4, 9}), 0.92333817849098188, 0.55582052774120683);
    check(of({1, 2, 3, 4, 10}), 0.83578831642099694, 0.15361258376551659);
    check(of({2, 1, 4, 3, 6, -5}), 0.90422378406029857, 0.39949794428354324);
    check(of({1, 2, 3, 4, 5, 6, 40}), 0.57390873879586013, 0.00013347067871836646);
    check(of(sequence(11, [](double i) { return i; })), 0.96839128051704471, 0.86984232878378642);
    check(of(sequence(12, [](double i) { return i; })), 0.96689636329140516, 0.87573144336588149);
    check(of(sequence(50, [](double i) { return i * i; })), 0.89812479966181002, 0.00041688515189459426);
    check(of({0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0}), 0.32692753627528404, 1.2072845591109015e-06);
  }

  TEST_CASE("shapiro.test of R, large samples and small P") {
    check(of(sequence(500, [](double i) { return i * i * i; })), 0.82425341443564226, 5.2714701335724925e-23);
    check(of(sequence(5000, [](double i) { return std::sin(i); })), 0.89944617862751175, 2.6502688533171441e-49);
    check(of(sequence(320, [](double i) { return i > 300 ? 1.0 : 0.0; })), 0.25804242503656816, 8.9728168128075923e-34);
  }

  TEST_CASE("shifting, rescaling and swapping the waves change nothing") {
    const ShapiroWilk test = of({1, 3, 4, 9, 11, 12, 20});
    check(of({1e3 + 1, 1e3 + 3, 1e3 + 4, 1e3 + 9, 1e3 + 11, 1e3 + 12, 1e3 + 20}), *test.w, *test.p);
    check(of({1e200, 3e200, 4e200, 9e200, 11e200, 12e200, 20e200}), *test.w, *test.p);
    check(shapiro_wilk(swapped(with_changes({1, 3, 4, 9, 11, 12, 20}))), *test.w, *test.p);
  }

  TEST_CASE("a perfectly even sample of three has W = 1 and P = 1; two equal values have no P") {
    CHECK(*of({1, 2, 3}).w == 1);
    CHECK(*of({1, 2, 3}).p == close_to(1));
    CHECK(*of({1, 1, 3}).w == close_to(0.75));
    CHECK(of({1, 1, 3}).p.reason() == "two of three changes are equal");
  }

  TEST_CASE("the smallest W of 4 to 11 values, one value away from all others, has a P") {
    for (std::size_t n = 4; n <= 11; ++n) {
      std::vector<double> changes(n, 0.0);
      changes[0] = 1;
      const ShapiroWilk test = of(changes);
      CHECK(*test.p > 0);
      CHECK(*test.p < 0.01);
    }
  }

  TEST_CASE("refusals") {
    CHECK(of({}).w.reason() == "fewer than 3 pairs");
    CHECK(of({1, 2}).p.reason() == "fewer than 3 pairs");
    CHECK(of(std::vector<double>(5001, 1.0)).w.reason() == "more than 5000 pairs");
    CHECK(of({2, 2, 2, 2}).w.reason() == "all changes are equal");
    CHECK(shapiro_wilk(PairedSample({2.4, 3.2, 1.6}, {2.5, 3.3, 1.7})).w.reason() == "all changes are equal");
  }
}

TEST_SUITE("skewness of changes") {
  TEST_CASE("psych::skew(type = 2) of R") {
    CHECK(*skewness_of_changes(ecpr::testing::student_sleep()) == close_to(1.7455496731913662));
    CHECK(*skewness_of_changes(ecpr::testing::thomason()) == close_to(0.29599422242503337));
    CHECK(*skewness_of_changes(with_changes({1, 2, 4})) == close_to(0.93521952958282339));
  }

  TEST_CASE("swapping the waves flips the sign; scale and symmetry") {
    CHECK(*skewness_of_changes(swapped(ecpr::testing::thomason())) == close_to(-0.29599422242503337));
    CHECK(*skewness_of_changes(with_changes({1e200, 2e200, 4e200})) == close_to(0.93521952958282339));
    CHECK(*skewness_of_changes(with_changes({-2, 0, 2})) == 0);
  }

  TEST_CASE("refusals") {
    CHECK(skewness_of_changes(with_changes({1, 2})).reason() == "fewer than 3 pairs");
    CHECK(skewness_of_changes(with_changes({1, 1, 1})).reason() == "all changes are equal");
  }
}
