// The Wilcoxon signed-rank test of the changes, exact with ties.
#pragma once

#include <cstddef>
#include <string_view>

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// How the P value of a signed-rank test was found.
enum class SignedRankMethod { exact, normal_approximation };

/// "exact" or "normal approximation".
std::string_view name(SignedRankMethod method);

/// The test that the changes are symmetric about 0.
///
/// Changes within PairedSample::resolution() of 0 are dropped and counted; |changes| of which each is within it of the
/// next share their mid-rank. Swapping the waves turns V into n_nonzero (n_nonzero + 1)/2 - V and flips the
/// rank-biserial correlation.
struct WilcoxonTest {
  std::size_t n_nonzero = 0;
  std::size_t zeros = 0;
  /// Exact up to 200 nonzero changes: the conditional distribution given the mid-ranks. Beyond, normal with tie and
  /// continuity correction.
  SignedRankMethod method = SignedRankMethod::exact;
  Defined<double> v;        ///< sum of the ranks of the positive changes; empty without a nonzero change
  Defined<double> p;        ///< two-sided, min(1, 2 P(V <= v), 2 P(V >= v)); empty with reason below 1e-307
  Defined<double> log10_p;  ///< decimal logarithm of the two-sided P, also where `p` is too small for a double
  /// Matched-pairs rank-biserial correlation (W+ - W-)/(W+ + W-), -1 to 1, positive where post is higher. W+ and W- are
  /// the rank sums of the positive and negative changes. No interval here: a value of +/-1 has none. Kerby (2014),
  /// Comprehensive Psychology 3, 11.IT.3.1; agrees with effectsize::rank_biserial for R.
  Defined<double> rank_biserial;
};

/// Tests whether changes upward and downward balance. O(n log n); the exact P O(n^3) for n <= 200.
///
/// Wilcoxon (1945), Biometrics Bulletin 1, 80-83; Streitberg & Roehmel (1986), Statistical Software Newsletter 12,
/// 10-17. Agrees with exactRankTests::wilcox.exact (exact, ties) and wilcox.test(exact = FALSE) for R on changes free
/// of rounding noise.
WilcoxonTest wilcoxon_signed_rank(const PairedSample& sample);

}  // namespace ecpr::statistics
