#include "ecpr/statistics/wilcoxon.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "ecpr/statistics/p_value.hpp"
#include "ecpr/statistics/signed_rank_distribution.hpp"

namespace ecpr::statistics {
namespace {

// Everything about the nonzero changes that the test needs; ranks are doubled so that mid-ranks are whole.
struct SignedRanks {
  std::vector<std::size_t> doubled_ranks;
  std::size_t doubled_v = 0;
  double tie_sum = 0;  // sum of t^3 - t over groups of t tied ranks

  std::size_t doubled_total() const { return doubled_ranks.size() * (doubled_ranks.size() + 1); }
};

std::vector<double> nonzero_changes_by_size(const PairedSample& sample) {
  std::vector<double> changes;
  for (const double change : sample.changes()) {
    if (std::abs(change) > sample.resolution()) changes.push_back(change);
  }
  std::sort(changes.begin(), changes.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
  return changes;
}

SignedRanks signed_ranks(const std::vector<double>& changes, double resolution) {
  SignedRanks ranks;
  ranks.doubled_ranks.reserve(changes.size());
  std::vector<double> sizes(changes.size());
  std::transform(changes.begin(), changes.end(), sizes.begin(), [](double change) { return std::abs(change); });
  for (std::size_t first = 0, end = 0; first < changes.size(); first = end) {
    end = end_of_tie(sizes, first, resolution);
    const std::size_t doubled_rank = first + 1 + end;
    for (std::size_t i = first; i < end; ++i) {
      ranks.doubled_ranks.push_back(doubled_rank);
      if (changes[i] > 0) ranks.doubled_v += doubled_rank;
    }
    const double tied = static_cast<double>(end - first);
    ranks.tie_sum += tied * (tied * tied - 1);
  }
  return ranks;
}

// P(|Z| >= z) of the standard normal distribution; Mills' ratio by its continued fraction where erfc nears its end.
PValue normal_two_sided(double z) {
  if (z < 30) return p_value(std::erfc(z / std::numbers::sqrt2));
  double fraction = 0;
  for (int k = 20; k > 0; --k) fraction = k / (z + fraction);
  return p_value_from_log(std::log(2 / std::numbers::pi) / 2 - z * z / 2 - std::log(z + fraction));
}

PValue exact_p(const SignedRanks& ranks) {
  const std::size_t smaller = std::min(ranks.doubled_v, ranks.doubled_total() - ranks.doubled_v);
  return p_value(std::min(1.0, 2 * signed_rank_lower_tail(ranks.doubled_ranks, smaller)));
}

PValue normal_p(const SignedRanks& ranks) {
  const double n = static_cast<double>(ranks.doubled_ranks.size());
  const double centre = n * (n + 1) / 4;
  const double distance = std::abs(static_cast<double>(ranks.doubled_v) / 2 - centre);
  const double variance = centre * (2 * n + 1) / 6 - ranks.tie_sum / 48;
  return normal_two_sided(std::max(0.0, distance - 0.5) / std::sqrt(variance));
}

}  // namespace

std::string_view name(SignedRankMethod method) {
  return method == SignedRankMethod::exact ? "exact" : "normal approximation";
}

WilcoxonTest wilcoxon_signed_rank(const PairedSample& sample) {
  const std::vector<double> changes = nonzero_changes_by_size(sample);
  WilcoxonTest test;
  test.n_nonzero = changes.size();
  test.zeros = sample.size() - changes.size();
  if (changes.empty()) {
    const Undefined undefined{sample.size() == 0 ? "no pairs" : "all changes are 0"};
    test.v = test.p = test.log10_p = test.rank_biserial = undefined;
    return test;
  }
  const SignedRanks ranks = signed_ranks(changes, sample.resolution());
  const bool exact = changes.size() <= exact_signed_rank_limit;
  test.method = exact ? SignedRankMethod::exact : SignedRankMethod::normal_approximation;
  const PValue p = exact ? exact_p(ranks) : normal_p(ranks);
  test.p = p.p;
  test.log10_p = p.log10_p;
  const double v = static_cast<double>(ranks.doubled_v), total = static_cast<double>(ranks.doubled_total());
  test.v = v / 2;
  test.rank_biserial = (2 * v - total) / total;
  return test;
}

}  // namespace ecpr::statistics
