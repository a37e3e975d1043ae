// Pre and post values of the same people.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ecpr/base/interval.hpp"

namespace ecpr::statistics {

/// n pairs of finite values, and their changes (post - pre).
class PairedSample {
 public:
  /// Pair i is pre[i] and post[i], in any order of people (sums run in this order).
  ///
  /// `typed_unit`: what the values were rounded to before they came here, the largest unit of their last decimals
  /// (1e-9 where 2.666666667 stands among them); 0: they are exact but for the rounding of doubles.
  /// Throws std::invalid_argument for unequal lengths, for a value or change that is not finite, and for a unit that is
  /// negative or not finite.
  PairedSample(std::vector<double> pre, std::vector<double> post, double typed_unit = 0);

  std::size_t size() const { return changes_.size(); }
  std::span<const double> pre() const { return pre_; }
  std::span<const double> post() const { return post_; }
  std::span<const double> changes() const { return changes_; }

  double typed_unit() const { return typed_unit_; }

  /// Changes no further apart than this are equal on paper: 2 typed units, as each of four values is off by up to half
  /// of one, and 4 machine epsilons times the largest |value|, the rounding error of a difference of two differences.
  /// 0 for an empty sample.
  double resolution() const { return resolution_; }

  /// Whether all changes are one tie (see equal_but_for_rounding); true for fewer than 2 pairs.
  bool changes_are_equal() const { return changes_are_equal_; }

  /// `value` (a change, a mean or average of changes, a limit of one), or 0 where it is 0 but for rounding: within the
  /// resolution. Changes of whole numbers are exact, and nothing but 0 itself is 0 there.
  double settled(double value) const;
  /// Both limits settled.
  Interval settled(Interval interval) const { return {settled(interval.lower), settled(interval.upper)}; }

 private:
  std::vector<double> pre_, post_, changes_;
  double typed_unit_ = 0, resolution_ = 0;
  bool changes_are_equal_ = true, whole_ = true;
};

/// Whether `values` are one tie: in order, no neighbours are further apart than `resolution`. True for fewer than 2.
///
/// To be nearly equal is not transitive; that neighbours decide makes ties that do not depend on where one starts.
bool equal_but_for_rounding(std::span<const double> values, double resolution);

/// Where the tie that starts at `first` ends: the place behind its last value. Requires: `ordered` rises.
std::size_t end_of_tie(std::span<const double> ordered, std::size_t first, double resolution);

}  // namespace ecpr::statistics
