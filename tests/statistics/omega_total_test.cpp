#include "ecpr/statistics/omega_total.hpp"

#include <doctest/doctest.h>

#include "close_to.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "scale_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

// lambda lambda' + diag(theta).
ItemCovariance one_factor(const std::vector<double>& loadings, const std::vector<double>& uniquenesses) {
  const std::size_t k = loadings.size();
  ItemCovariance result{100, k, std::vector<double>(k * k)};
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j)
      result.values[i * k + j] = loadings[i] * loadings[j] + (i == j ? uniquenesses[i] : 0);
  return result;
}

}  // namespace

TEST_SUITE("omega total") {
  // The likelihood equations solved with 40 digits (mpmath); lavaan 0.6-14 gives 0.856326779, R factanal 0.856326793.
  TEST_CASE("attitude") {
    CHECK(*omega_total(item_covariance(ecpr::testing::attitude())) == close_to(0.85632679295387043332, 1e-11));
  }

  TEST_CASE("a covariance matrix that a factor explains is explained by it") {
    CHECK(*omega_total(one_factor({2, 3, 1, 4}, {5, 1, 2, 0.5})) == close_to(100 / 108.5, 1e-12));
    CHECK(*omega_total(one_factor({0.5, 0.6, 0.7}, {1, 2, 3})) == close_to(3.24 / 9.24, 1e-12));
    CHECK(*omega_total(one_factor({1, -1, 2}, {1, 1, 1})) == close_to(4.0 / 7, 1e-12));
    CHECK(*omega_total(one_factor(std::vector<double>(60, 0.4), std::vector<double>(60, 0.84))) ==
          close_to(576 / 626.4, 1e-12));
  }

  TEST_CASE("with equal covariances omega equals alpha") {
    const ItemCovariance parallel = one_factor({0.7, 0.7, 0.7, 0.7, 0.7}, {0.3, 1, 2, 0.8, 0.4});
    CHECK(*omega_total(parallel) == close_to(*cronbach_alpha(parallel), 1e-12));
  }

  TEST_CASE("neither the unit of the answers nor turning all items round matters") {
    auto answers = ecpr::testing::attitude();
    for (auto& item : answers)
      for (double& answer : item) answer = 1000 - 0.01 * answer;
    CHECK(*omega_total(item_covariance(answers)) == close_to(0.85632679295387043332, 1e-10));
  }
}

TEST_SUITE("omega total: refusals") {
  TEST_CASE("too little to go by") {
    CHECK(omega_total({1, 3, std::vector<double>(9)}).reason() == "fewer than 2 people answered every item");
    CHECK(omega_total(one_factor({1, 1}, {1, 1})).reason() == "a factor needs at least 3 items");
    CHECK(omega_total(one_factor({1, 1, 0}, {1, 1, 0})).reason() == "an item does not vary");
  }

  TEST_CASE("an item that repeats another, or no more people than items") {
    auto answers = ecpr::testing::attitude();
    answers[3] = answers[2];
    CHECK(omega_total(item_covariance(answers)).reason() == "an item is a sum of others");
    for (auto& item : answers) item.resize(7);
    CHECK(omega_total(item_covariance(answers)).reason() == "an item is a sum of others");
  }

  TEST_CASE("a Heywood case: the first item would need 142% of its variance") {
    CHECK(omega_total({100, 3, {1, 0.8, 0.8, 0.8, 1, 0.45, 0.8, 0.45, 1}}).reason() ==
          "the best fit leaves an item no variance of its own");
  }

  TEST_CASE("items that share nothing, or two that go together alone") {
    const char* reason = "the items do not identify a factor";
    CHECK(omega_total(one_factor({0, 0, 0, 0}, {1, 2, 3, 4})).reason() == reason);
    CHECK(omega_total(one_factor({0.7, 0.7, 0}, {0.5, 0.5, 1})).reason() == reason);
  }
}
