// Who changed by more than the error of measurement, and who by more than matters.
#pragma once

#include <cstddef>

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// The direction of change that counts as improvement.
enum class Improvement { higher, lower };

/// People by what became of them; they add up to the pairs.
struct ChangeCounts {
  std::size_t improved = 0, unchanged = 0, deteriorated = 0;
};

/// Counts of reliable change, and the change that it takes.
struct ReliableChange {
  Defined<double> threshold;  ///< in score units, above 0
  Defined<ChangeCounts> counts;
};

/// How many changes are too large for the error of measurement alone.
///
/// RC = change / (sqrt(2) SD_pre sqrt(1 - reliability)); reliable when |RC| > 1.96, that is, when the change exceeds
/// threshold = 1.96 sqrt(2) SD_pre sqrt(1 - reliability). A change on the threshold, within rounding, is unchanged.
/// `pre_sd` and `reliability` usually come from more people than `sample`.
/// Empty when one of them is undefined (its reason is kept), the SD is 0, or the reliability is not between 0 and 1.
/// With no pairs the threshold stands and the counts are empty.
/// Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19, p. 14.
ReliableChange reliable_change(const PairedSample& sample, const Defined<double>& pre_sd,
                               const Defined<double>& reliability, Improvement improvement);

/// How many changes are at least as large as one that matters (`important_change`, above 0, in score units).
///
/// A change of exactly that size, within rounding, counts. Empty with no pairs.
Defined<ChangeCounts> important_change(const PairedSample& sample, double important_change, Improvement improvement);

}  // namespace ecpr::statistics
