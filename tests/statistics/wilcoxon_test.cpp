#include "ecpr/statistics/wilcoxon.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "close_to.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

// P by listing all 2^n signs: those whose rank sum lies at least as far from its mean, on each side.
double enumerated_p(const std::vector<double>& changes) {
  const std::size_t n = changes.size();
  std::vector<double> ranks(n);
  double v = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double difference = std::abs(changes[j]) - std::abs(changes[i]);
      ranks[i] += difference < 0 ? 1 : difference == 0 && j != i ? 0.5 : 0;
    }
    ranks[i] += 1;
    if (changes[i] > 0) v += ranks[i];
  }
  std::size_t lower = 0, upper = 0;
  for (std::size_t signs = 0; signs < std::size_t{1} << n; ++signs) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += signs >> i & 1 ? ranks[i] : 0;
    lower += sum <= v;
    upper += sum >= v;
  }
  return std::min(1.0, 2 * static_cast<double>(std::min(lower, upper)) / std::ldexp(1, static_cast<int>(n)));
}

WilcoxonTest test_of(std::vector<double> changes) { return wilcoxon_signed_rank(with_changes(std::move(changes))); }

}  // namespace

TEST_SUITE("wilcoxon") {
  TEST_CASE("Student's sleep: one zero is dropped, nine positive changes") {
    const WilcoxonTest test = wilcoxon_signed_rank(ecpr::testing::student_sleep());
    CHECK(*test.v == 45);
    CHECK(*test.p == 0.00390625);
    CHECK(*test.log10_p == close_to(std::log10(0.00390625)));
    CHECK(*test.rank_biserial == 1);
    CHECK(test.n_nonzero == 9);
    CHECK(test.zeros == 1);
    CHECK(test.method == SignedRankMethod::exact);
  }

  TEST_CASE("published and R results: exactRankTests::wilcox.exact") {
    const PairedSample jasp({83, 80, 81, 74, 79, 78, 72, 84, 85, 88}, {75, 78, 66, 77, 80, 68, 75, 90, 81, 83});
    const WilcoxonTest verification = wilcoxon_signed_rank(jasp);  // treatment, then control
    CHECK(*verification.v == 15);
    CHECK(*verification.p == close_to(0.224609375));
    CHECK(*verification.rank_biserial == close_to(-0.45454545454545453));

    const PairedSample x({13, 15, 9, 12, 16, 10, 8, 13, 12, 16, 9, 10, 16, 12, 9},
                         {9, 14, 8, 11, 14, 10, 8, 14, 12, 14, 13, 9, 15, 12, 9});
    CHECK(*wilcoxon_signed_rank(x).v == 13);
    CHECK(*wilcoxon_signed_rank(x).p == close_to(0.13671875));
    CHECK(*test_of({2, 1, 4, 3, 6, -5, 0}).v == 16);
    CHECK(*test_of({2, 1, 4, 3, 6, -5, 0}).p == close_to(0.3125));
    CHECK(*wilcoxon_signed_rank(ecpr::testing::thomason()).p == close_to(0.00439453125));
  }

  TEST_CASE("ties and zeros in real scores: exactRankTests, and exact arithmetic") {
    const WilcoxonTest test = wilcoxon_signed_rank(ecpr::testing::reading_comprehension());
    CHECK(test.n_nonzero == 17);
    CHECK(test.zeros == 5);
    CHECK(*test.v == 32.5);
    CHECK(*test.p == close_to(0.0329742431640625, 1e-14));
    CHECK(*test.rank_biserial == close_to(-0.5751633986928104));
  }

  TEST_CASE("equal decimals tie although their doubles differ") {
    const PairedSample sample({2.4, 3.2, 1.6, 2.8, 3.4, 2.2, 3.0, 1.8}, {2.6, 3.4, 1.8, 3.0, 3.2, 2.6, 3.4, 2.4});
    const WilcoxonTest test = wilcoxon_signed_rank(sample);
    CHECK(*test.v == 33);
    CHECK(*test.p == close_to(0.046875));
    CHECK(wilcoxon_signed_rank(PairedSample({0.1 + 0.2, 1}, {0.3, 2})).zeros == 1);
  }

  TEST_CASE("small numbers on a large offset keep their ranks: 1e9 + k/2, twelve positive changes") {
    std::vector<double> pre, post;
    for (int i = 0; i < 12; ++i) {
      pre.push_back(1e9 + i + 0.5);
      post.push_back(1e9 + i + 1 + i % 3);
    }
    const WilcoxonTest test = wilcoxon_signed_rank(PairedSample(pre, post));
    CHECK(test.zeros == 0);
    CHECK(*test.v == 78);
    CHECK(*test.p == std::ldexp(1, -11));
  }

  TEST_CASE("exact with all signs listed, with and without ties") {
    for (const std::vector<double>& changes : {std::vector<double>{1, -2, 3},
                                               {1, 1, 1, -1},
                                               {2, -2, 3, 3, -5, 7},
                                               {1, 2, 2, 3, 3, 3, -4, -4, 5, 6, -7, 8},
                                               {-1, -1, -1, -1, -2, -2, 9},
                                               {5, -4, 3, -2, 1, -6, 7, 8, -9, 10, 11, -12},
                                               {3, -3, 3, -3}}) {
      CHECK(*test_of(changes).p == close_to(enumerated_p(changes), 1e-14));
    }
  }

  TEST_CASE("far tails keep their digits: exact counts") {
    std::vector<double> mixed, falling;  // (-1)^(i+1) i (i + 2), and 19 + 37 i mod 43
    for (int i = 1; i <= 49; ++i) mixed.push_back((i % 2 ? 1 : -1) * i * (i + 2));
    for (int i = 0; i < 151; ++i) falling.push_back(19 + 37 * i % 43);
    CHECK(*test_of(mixed).v == 625);
    CHECK(*test_of(mixed).p == close_to(0.90584355719515130545, 1e-12));
    CHECK(*test_of(falling).v == 11476);
    CHECK(*test_of(falling).p == close_to(7.0064923216240853546e-46, 1e-12));
    std::vector<double> all(200);
    for (int i = 0; i < 200; ++i) all[i] = i + 1;
    CHECK(*test_of(all).p == std::ldexp(1, -199));
  }

  TEST_CASE("beyond 200 changes: normal with tie and continuity correction, wilcox.test of R") {
    std::vector<double> alternating(1001);  // NumAcc2: 1.2, then 500 times 1.1 and 1.3
    for (std::size_t i = 0; i < alternating.size(); ++i) alternating[i] = i == 0 ? 1.2 : i % 2 ? 1.1 : 1.3;
    const WilcoxonTest test = test_of(alternating);
    CHECK(test.method == SignedRankMethod::normal_approximation);
    CHECK(name(test.method) == "normal approximation");
    CHECK(name(SignedRankMethod::exact) == "exact");
    CHECK(*test.v == 501501);
    CHECK(*test.p == close_to(3.342162281982556758e-176, 1e-10));

    std::vector<double> tied(320);  // values -19 to 23, eight of them 0
    for (std::size_t i = 0; i < tied.size(); ++i) tied[i] = static_cast<double>(37 * (i + 1) % 43) - 19;
    CHECK(test_of(tied).zeros == 8);
    CHECK(*test_of(tied).v == 28928.5);
    CHECK(*test_of(tied).p == close_to(0.0046353230606261666, 1e-10));
    for (double& change : tied) change += 5;
    CHECK(*test_of(tied).p == close_to(1.0798884198205962e-17, 1e-10));

    std::vector<double> balanced(400);
    for (std::size_t i = 0; i < balanced.size(); ++i) balanced[i] = i % 2 ? 1 : -1;
    CHECK(*test_of(balanced).p == 1);
  }

  TEST_CASE("a P too small for a double has its logarithm") {
    std::vector<double> large(2000);
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = 1 + static_cast<double>(i);
    const WilcoxonTest test = test_of(large);
    // z = (1000500 - 0.5)/sqrt(2000 2001 4001/24), log10 of twice its upper tail in 30-digit arithmetic
    CHECK(*test.log10_p == close_to(-327.48839424529131113, 1e-12));
    CHECK_FALSE(test.p);
    CHECK(test.p.reason() == "P is below 1e-307");
    large.resize(1200);
    CHECK(*test_of(large).log10_p == close_to(-197.08912254496697149, 1e-12));
  }

  TEST_CASE("swapping the waves mirrors V and keeps P") {
    for (const PairedSample& sample : {ecpr::testing::student_sleep(), ecpr::testing::thomason()}) {
      const WilcoxonTest test = wilcoxon_signed_rank(sample), mirrored = wilcoxon_signed_rank(swapped(sample));
      const double n = static_cast<double>(test.n_nonzero);
      CHECK(*mirrored.v == n * (n + 1) / 2 - *test.v);
      CHECK(*mirrored.p == *test.p);
      CHECK(*mirrored.rank_biserial == -*test.rank_biserial);
    }
  }

  TEST_CASE("as many up as down among forty zeros: P = 1") {
    std::vector<double> changes(50, 0.0);
    std::fill_n(changes.begin(), 5, 1.0);
    std::fill_n(changes.begin() + 5, 5, -1.0);
    const WilcoxonTest test = test_of(changes);
    CHECK(*test.p == 1);
    CHECK(*test.rank_biserial == 0);
    CHECK(test.zeros == 40);
  }

  TEST_CASE("refusals and the smallest samples") {
    CHECK(test_of({}).v.reason() == "no pairs");
    CHECK(test_of({}).rank_biserial.reason() == "no pairs");
    CHECK(test_of({0, 0, 0}).p.reason() == "all changes are 0");
    CHECK(test_of({0, 0, 0}).log10_p.reason() == "all changes are 0");
    CHECK(test_of({0, 0, 0}).zeros == 3);
    CHECK(*test_of({4}).p == 1);
    CHECK(*test_of({4, 5}).p == 0.5);
    CHECK(*test_of({0, 0, 0, 0, 0, 0, 0, 0, 0, 3}).p == 1);
    CHECK(*test_of({2, 2, 2, 2}).p == 0.125);  // a constant change can be ranked
  }
}
