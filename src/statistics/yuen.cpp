#include "ecpr/statistics/yuen.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

// One wave: what trimming leaves, in order.
struct TrimmedWave {
  std::vector<double> kept;

  double winsorized(double value) const { return std::clamp(value, kept.front(), kept.back()); }
};

TrimmedWave trimmed(std::span<const double> values, std::size_t cut) {
  std::vector<double> ordered(values.begin(), values.end());
  std::sort(ordered.begin(), ordered.end());
  return {{ordered.begin() + static_cast<std::ptrdiff_t>(cut), ordered.end() - static_cast<std::ptrdiff_t>(cut)}};
}

// Difference of the trimmed means, rank by rank: means of large scores would be rounded before they are subtracted.
double trimmed_change(const TrimmedWave& pre, const TrimmedWave& post) {
  std::vector<double> differences(pre.kept.size());
  std::transform(post.kept.begin(), post.kept.end(), pre.kept.begin(), differences.begin(), std::minus<>());
  return mean(differences);
}

YuenTest without_test(Defined<double> change, const Undefined& undefined) {
  YuenTest test;
  test.change = std::move(change);
  test.se = test.t = test.degrees_of_freedom = test.p = test.log10_p = undefined;
  test.interval = undefined;
  return test;
}

}  // namespace

YuenTest yuen_paired_test(const PairedSample& sample, double confidence, double trim) {
  const std::size_t n = sample.size();
  if (n == 0) return without_test(Undefined{"no pairs"}, Undefined{"no pairs"});
  const auto cut = static_cast<std::size_t>(std::floor(trim * static_cast<double>(n)));
  const TrimmedWave pre = trimmed(sample.pre(), cut), post = trimmed(sample.post(), cut);
  const double change = sample.settled(trimmed_change(pre, post));
  if (n - 2 * cut < 2) return without_test(change, Undefined{"fewer than 2 pairs after trimming"});

  std::vector<double> winsorized(n);
  for (std::size_t i = 0; i < n; ++i) {
    winsorized[i] = post.winsorized(sample.post()[i]) - pre.winsorized(sample.pre()[i]);
  }
  if (equal_but_for_rounding(winsorized, sample.resolution()))
    return without_test(change, Undefined{"all winsorized changes are equal"});

  const double kept = static_cast<double>(n - 2 * cut);
  const double se = standard_deviation(winsorized) * std::sqrt(static_cast<double>(n - 1) / (kept * (kept - 1)));
  const PValue p = student_t_two_sided(change / se, kept - 1);
  const double margin = student_t_critical(confidence, kept - 1) * se;
  return {
      change, se, change / se, kept - 1, p.p, p.log10_p, sample.settled(Interval{change - margin, change + margin})};
}

}  // namespace ecpr::statistics
