#include "ecpr/statistics/signed_rank_distribution.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

std::vector<std::size_t> doubled_ranks(std::size_t n) {
  std::vector<std::size_t> ranks(n);
  for (std::size_t i = 0; i < n; ++i) ranks[i] = 2 * (i + 1);
  return ranks;
}

}  // namespace

TEST_SUITE("signed rank distribution") {
  TEST_CASE("lower tails: psignrank of R, summed to 15 digits") {
    CHECK(signed_rank_lower_tail(doubled_ranks(10), 2 * 8) == close_to(0.0244140625, 1e-14));
    CHECK(signed_rank_lower_tail(doubled_ranks(100), 2 * 1955) == close_to(0.024961879802146234, 1e-12));
    CHECK(signed_rank_lower_tail(doubled_ranks(200), 2 * 8444) == close_to(0.024984815649987304, 1e-12));
    CHECK(signed_rank_lower_tail(doubled_ranks(200), 2 * 3000) == close_to(3.850581797776675e-20 / 2, 1e-12));
    CHECK(signed_rank_lower_tail(doubled_ranks(150), 2 * 100) == close_to(7.3878907311517264e-39 / 2, 1e-12));
  }

  TEST_CASE("the whole distribution is 1, its smallest value 2^-n, its halves mirror each other") {
    for (const std::size_t n : {1u, 2u, 7u, 60u, 200u}) {
      const std::size_t total = n * (n + 1);
      CHECK(signed_rank_lower_tail(doubled_ranks(n), total) == close_to(1, 1e-13));
      CHECK(signed_rank_lower_tail(doubled_ranks(n), 0) == std::ldexp(1, -static_cast<int>(n)));
      const double below = signed_rank_lower_tail(doubled_ranks(n), total / 2 - 1);
      CHECK(below + signed_rank_lower_tail(doubled_ranks(n), total / 2) == close_to(1, 1e-13));
    }
  }

  TEST_CASE("critical values: qsignrank of R, and the published table's smallest sizes") {
    CHECK(*signed_rank_critical_value(6, 0.025) == 0);
    CHECK(*signed_rank_critical_value(8, 0.025) == 3);
    CHECK(*signed_rank_critical_value(10, 0.025) == 8);
    CHECK(*signed_rank_critical_value(30, 0.025) == 137);
    CHECK(*signed_rank_critical_value(49, 0.025) == 415);
    CHECK(*signed_rank_critical_value(100, 0.025) == 1955);
    CHECK(*signed_rank_critical_value(200, 0.025) == 8444);
    CHECK(*signed_rank_critical_value(8, 0.005) == 0);
    CHECK(*signed_rank_critical_value(5, 0.03125) == 0);  // P(V <= 0) = 1/32 exactly
    CHECK_FALSE(signed_rank_critical_value(5, 0.025));
    CHECK_FALSE(signed_rank_critical_value(7, 0.005));
    CHECK_FALSE(signed_rank_critical_value(1, 0.49));
  }

  TEST_CASE("beyond 200 the normal approximation stays just inside the exact value, here qsignrank of R") {
    struct Row {
      std::size_t n;
      double probability;
      std::size_t exact;
    };
    for (const Row& row : {Row{201, 0.025, 8532}, Row{400, 0.025, 35566}, Row{1000, 0.005, 226730}}) {
      const std::size_t approximate = *signed_rank_critical_value(row.n, row.probability);
      CHECK(approximate < row.exact);
      CHECK(static_cast<double>(approximate) == close_to(static_cast<double>(row.exact), 2e-4));
    }
    CHECK_FALSE(signed_rank_critical_value(201, 1e-50));
  }
}
