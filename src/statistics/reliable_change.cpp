#include "ecpr/statistics/reliable_change.hpp"

#include <cassert>
#include <cmath>
#include <numbers>

namespace ecpr::statistics {
namespace {

Defined<double> threshold_of(const Defined<double>& pre_sd, const Defined<double>& reliability) {
  if (!pre_sd) return Undefined{pre_sd.reason()};
  if (!reliability) return Undefined{reliability.reason()};
  if (*pre_sd <= 0) return Undefined{"the scores before are all equal"};
  if (*reliability <= 0) return Undefined{"the reliability is not above 0"};
  if (*reliability >= 1) return Undefined{"the reliability is not below 1"};
  return 1.96 * std::numbers::sqrt2 * *pre_sd * std::sqrt(1 - *reliability);
}

// Changes above `least` or below -`least`.
Defined<ChangeCounts> counted(const PairedSample& sample, double least, Improvement improvement) {
  if (sample.size() == 0) return Undefined{"no pairs"};
  ChangeCounts counts;
  for (const double change : sample.changes()) {
    const double gain = improvement == Improvement::higher ? change : -change;
    ++(gain > least ? counts.improved : gain < -least ? counts.deteriorated : counts.unchanged);
  }
  return counts;
}

}  // namespace

ReliableChange reliable_change(const PairedSample& sample, const Defined<double>& pre_sd,
                               const Defined<double>& reliability, Improvement improvement) {
  const Defined<double> threshold = threshold_of(pre_sd, reliability);
  if (!threshold) return {threshold, Undefined{threshold.reason()}};
  return {threshold, counted(sample, *threshold + sample.resolution(), improvement)};
}

Defined<ChangeCounts> important_change(const PairedSample& sample, double important_change, Improvement improvement) {
  assert(important_change > 0);
  return counted(sample, important_change - sample.resolution(), improvement);
}

}  // namespace ecpr::statistics
