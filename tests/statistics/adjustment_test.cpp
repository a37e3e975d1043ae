#include "ecpr/statistics/adjustment.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::Defined;
using ecpr::Undefined;
using ecpr::testing::close_to;

namespace {

const std::vector<Defined<double>> family{0.01, 0.04, 0.03, 0.005, 0.2, 0.04, 0.9};

void check(const std::vector<Defined<double>>& p, Adjustment method, const std::vector<double>& expected) {
  const auto result = adjusted(p, method);
  REQUIRE(result.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(*result[i] == close_to(expected[i], 1e-14));
}

PValue tiny(double log10_p) { return {Undefined{"P is below 1e-307"}, log10_p}; }

}  // namespace

TEST_SUITE("adjustment") {
  TEST_CASE("R 4.2.2 p.adjust, with ties") {
    check(family, Adjustment::holm, {0.06, 0.16, 0.15, 0.035, 0.4, 0.16, 0.9});
    check(family, Adjustment::benjamini_hochberg, {0.035, 0.056, 0.056, 0.035, 0.7 / 3, 0.056, 0.9});
    check(family, Adjustment::bonferroni, {0.07, 0.28, 0.21, 0.035, 1, 0.28, 1});
    check(family, Adjustment::none, {0.01, 0.04, 0.03, 0.005, 0.2, 0.04, 0.9});
  }

  TEST_CASE("a family of one, and of none") {
    for (const auto method : {Adjustment::holm, Adjustment::benjamini_hochberg, Adjustment::bonferroni}) {
      check({0.03}, method, {0.03});
      check({}, method, {});
    }
  }

  TEST_CASE("undefined P values are not counted and keep their reasons") {
    const std::vector<Defined<double>> holes{Undefined{"no pairs"}, 0.01, Undefined{"all changes are equal"}, 0.02};
    for (const auto method : {Adjustment::holm, Adjustment::benjamini_hochberg, Adjustment::bonferroni}) {
      const auto result = adjusted(holes, method);
      CHECK(result[0].reason() == "no pairs");
      CHECK(result[2].reason() == "all changes are equal");
      CHECK(*result[1] == close_to(0.02, 1e-14));
    }
    CHECK(*adjusted(holes, Adjustment::holm)[3] == 0.02);
    CHECK(*adjusted(holes, Adjustment::bonferroni)[3] == 0.04);
  }

  TEST_CASE("a P too small for a double counts and is adjusted by its logarithm") {
    const std::vector<PValue> mixed{p_value(0.02), tiny(-1082.5), p_value(0.03), tiny(-307.2)};
    const auto holm = adjusted(mixed, Adjustment::holm);
    CHECK(*holm[0].p == close_to(0.04, 1e-14));
    CHECK(*holm[2].p == close_to(0.04, 1e-14));
    CHECK(holm[1].p.reason() == "P is below 1e-307");
    CHECK(*holm[1].log10_p == close_to(-1082.5 + std::log10(4), 1e-14));
    CHECK(*holm[3].p == close_to(3 * std::pow(10, -307.2), 1e-12));
    CHECK(*adjusted(mixed, Adjustment::benjamini_hochberg)[1].log10_p == close_to(-1082.5 + std::log10(4), 1e-14));
    CHECK(*adjusted(mixed, Adjustment::benjamini_hochberg)[0].p == close_to(0.02 * 4 / 3, 1e-14));
    CHECK(!adjusted(mixed, Adjustment::none)[3].p);
  }

  TEST_CASE("logarithms go with the probabilities, and adjusted values keep the order of the raw ones") {
    std::vector<PValue> tests;
    for (const auto& p : family) tests.push_back(p_value(*p));
    for (const auto method : {Adjustment::holm, Adjustment::benjamini_hochberg, Adjustment::bonferroni}) {
      const auto result = adjusted(tests, method);
      for (std::size_t i = 0; i < tests.size(); ++i) {
        CHECK(std::pow(10, *result[i].log10_p) == close_to(*result[i].p, 1e-13));
        CHECK(*result[i].p >= *tests[i].p);
        for (std::size_t j = 0; j < tests.size(); ++j)
          if (*tests[i].p < *tests[j].p) CHECK(*result[i].p <= *result[j].p);
      }
    }
  }
}
