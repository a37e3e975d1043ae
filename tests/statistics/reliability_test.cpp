#include "ecpr/statistics/reliability.hpp"

#include <doctest/doctest.h>

#include "close_to.hpp"
#include "scale_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::attitude;
using ecpr::testing::close_to;
using ecpr::testing::cross_products;
using ecpr::testing::five_hours;
using ecpr::testing::state_anxiety;

namespace {

struct Item {
  double item_rest_correlation, alpha_if_dropped;
};

void check(const std::vector<ItemReliability>& items, const std::vector<Item>& expected, double relative) {
  REQUIRE(items.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(*items[i].item_rest_correlation == close_to(expected[i].item_rest_correlation, relative));
    CHECK(*items[i].alpha_if_dropped == close_to(expected[i].alpha_if_dropped, relative));
  }
}

}  // namespace

TEST_SUITE("reliability") {
  TEST_CASE("attitude: psych 2.2.9 alpha, exact arithmetic") {
    const ScaleReliability result = scale_reliability(item_covariance(attitude()), 0.95);
    CHECK(result.n == 30);
    CHECK(*result.alpha == close_to(0.84314276956475983414, 1e-14));
    CHECK(result.alpha_interval->lower == close_to(0.739375685643107, 1e-13));
    CHECK(result.alpha_interval->upper == close_to(0.915773072159982, 1e-13));
    CHECK(*result.omega_total == close_to(0.85632679295387043332, 1e-11));
    check(result.items,
          {{0.671262057223664, 0.809760206308921},
           {0.742109710222238, 0.796917457274140},
           {0.560711111480256, 0.827847765938659},
           {0.714445498133676, 0.803030975022574},
           {0.786275593834400, 0.795386574198205},
           {0.265034339196676, 0.863872311446437},
           {0.460810549468496, 0.840464868265457}},
          1e-13);
  }

  TEST_CASE("five hours: psych 2.2.9, lavaan 0.6-14 for omega") {
    const ScaleReliability result = scale_reliability(item_covariance(five_hours()), 0.95);
    CHECK(*result.alpha == close_to(0.9289308176100629, 1e-14));
    CHECK(result.alpha_interval->lower == close_to(0.8535044959550054, 1e-13));
    CHECK(result.alpha_interval->upper == close_to(0.9718451593261903, 1e-13));
    CHECK(*result.omega_total == close_to(0.9332213336166469, 1e-7));
    check(result.items,
          {{0.924284846945436, 0.8946747072524808},
           {0.9223285636637177, 0.8924081955854697},
           {0.6786971440621968, 0.936852394916911},
           {0.8361809809042726, 0.9138511042855054},
           {0.7702978767167981, 0.9220596418868048}},
          1e-13);
  }

  TEST_CASE("20 items from integer cross products: psych 2.2.9, lavaan 0.6-14") {
    const ScaleReliability result = scale_reliability(item_covariance(state_anxiety()), 0.95);
    CHECK(*result.alpha == close_to(0.911333597079746, 1e-14));
    CHECK(result.alpha_interval->lower == close_to(0.8948476261494533, 1e-13));
    CHECK(result.alpha_interval->upper == close_to(0.9263025520820957, 1e-13));
    CHECK(*result.omega_total == close_to(0.9144276177326467, 1e-7));
    CHECK(*result.items[0].item_rest_correlation == close_to(0.6736611278330451, 1e-13));
    CHECK(*result.items[17].item_rest_correlation == close_to(0.2782673904626067, 1e-13));
    CHECK(*result.items[17].alpha_if_dropped == close_to(0.9122667462878808, 1e-13));
    CHECK(*result.items[19].alpha_if_dropped == close_to(0.903557272297478, 1e-13));
  }

  TEST_CASE("two items: alpha is Spearman-Brown of the covariance, no omega") {
    const ScaleReliability two = scale_reliability({40, 2, {4, 3, 3, 9}}, 0.95);
    CHECK(*two.alpha == close_to(2 * (1 - 13.0 / 19), 1e-14));
    CHECK(*two.items[0].item_rest_correlation == close_to(0.5, 1e-14));
    CHECK(two.items[0].alpha_if_dropped.reason() == "fewer than 2 items");
    CHECK(two.omega_total.reason() == "a factor needs at least 3 items");
  }

  TEST_CASE("a forgotten reversal shows: negative correlation, alpha below 0") {
    const ScaleReliability turned = scale_reliability({40, 2, {4, -3, -3, 9}}, 0.95);
    CHECK(*turned.alpha == close_to(2 * (1 - 13.0 / 7), 1e-14));
    CHECK(*turned.items[1].item_rest_correlation == close_to(-0.5, 1e-14));
    CHECK(turned.alpha_interval->lower < *turned.alpha);
  }

  TEST_CASE("a wider confidence holds the narrower, and the estimate lies inside") {
    const auto usual = feldt_interval(0.8, 50, 10, 0.95), wide = feldt_interval(0.8, 50, 10, 0.99);
    CHECK(wide->lower < usual->lower);
    CHECK(usual->lower < 0.8);
    CHECK(usual->upper > 0.8);
    CHECK(wide->upper > usual->upper);
  }
}

TEST_SUITE("reliability: refusals") {
  TEST_CASE("an item that equals the sum of the others correlates by 1, never more") {
    for (int i = 1; i <= 60; ++i) {
      const double variance = i / 7.0;
      const auto twins = item_reliabilities({40, 2, {variance, variance, variance, variance}});
      CHECK(*twins[0].item_rest_correlation <= 1);
      CHECK(*twins[0].item_rest_correlation == close_to(1));
    }
  }

  TEST_CASE("one item") {
    const ScaleReliability one = scale_reliability({40, 1, {4}}, 0.95);
    CHECK(one.alpha.reason() == "fewer than 2 items");
    CHECK(one.alpha_interval.reason() == "fewer than 2 items");
    CHECK(one.items[0].item_rest_correlation.reason() == "there is no other item");
  }

  TEST_CASE("nobody, or one person") {
    const ScaleReliability nobody =
        scale_reliability(item_covariance(ItemCrossProducts{1, 3, {1, 2, 3}, std::vector<std::int64_t>(9, 1)}), 0.95);
    for (const auto& value :
         {nobody.alpha, nobody.omega_total, nobody.items[2].item_rest_correlation, nobody.items[2].alpha_if_dropped})
      CHECK(value.reason() == "fewer than 2 people answered every item");
    CHECK(nobody.n == 1);
  }

  TEST_CASE("nothing varies, or only in ways that cancel") {
    CHECK(cronbach_alpha({40, 3, std::vector<double>(9)}).reason() == "the sum of the items does not vary");
    CHECK(cronbach_alpha({40, 2, {0.1, -0.1, -0.1, 0.1}}).reason() == "the sum of the items does not vary");
    const auto cancelling = item_reliabilities({40, 3, {1, 0.5, -0.5, 0.5, 1, -1, -0.5, -1, 1}});
    CHECK(cancelling[0].item_rest_correlation.reason() == "the sum of the other items does not vary");
  }

  TEST_CASE("a constant item has no correlation; alpha goes on without its variance") {
    const ScaleReliability result = scale_reliability({40, 3, {4, 3, 0, 3, 9, 0, 0, 0, 0}}, 0.95);
    CHECK(result.items[2].item_rest_correlation.reason() == "the item does not vary");
    CHECK(*result.alpha == close_to(1.5 * (1 - 13.0 / 19), 1e-14));
    CHECK(result.omega_total.reason() == "an item does not vary");
  }

  TEST_CASE("an alpha of 1 has no interval") {
    const ScaleReliability same = scale_reliability({40, 3, std::vector<double>(9, 2)}, 0.95);
    CHECK(*same.alpha == 1);
    CHECK(same.alpha_interval.reason() == "alpha is 1");
  }
}

TEST_SUITE("item covariance") {
  TEST_CASE("integer cross products and numbers give the same") {
    const ItemCovariance from_numbers = item_covariance(attitude());
    const ItemCovariance from_products = item_covariance(cross_products(attitude(), 0));
    CHECK(from_products.n == 30);
    CHECK(from_products.items == 7);
    for (std::size_t i = 0; i < 49; ++i) CHECK(from_products.values[i] == close_to(from_numbers.values[i], 1e-13));
    CHECK(from_products.at(0, 1) == from_products.at(1, 0));
    CHECK(from_products.at(6, 6) == close_to(92096.0 / 870, 1e-14));
  }

  TEST_CASE("an offset changes no digit, even where 64 bits overflow") {
    const auto usual = item_covariance(cross_products(attitude(), 0));
    for (const std::int64_t offset : {-50, 1000, 300000000}) {
      const auto moved = item_covariance(cross_products(attitude(), offset));
      CHECK(moved.values == usual.values);
    }
  }

  TEST_CASE("constant numbers have covariances of exactly 0") {
    const ItemCovariance constant = item_covariance(std::vector<std::vector<double>>{{0.1, 0.1, 0.1}, {1, 2, 4}});
    CHECK(constant.at(0, 0) == 0);
    CHECK(constant.at(0, 1) == 0);
    CHECK(constant.at(1, 1) == close_to(7.0 / 3, 1e-14));
    CHECK(item_covariance(std::vector<std::vector<double>>{}).items == 0);
  }
}
