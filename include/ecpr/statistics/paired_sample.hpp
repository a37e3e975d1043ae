// Pre and post values of the same people.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ecpr::statistics {

/// n pairs of finite values, and their changes (post - pre).
class PairedSample {
 public:
  /// Pair i is pre[i] and post[i], in any order of people (sums run in this order).
  ///
  /// Throws std::invalid_argument for unequal lengths, and for a value or change that is not finite.
  PairedSample(std::vector<double> pre, std::vector<double> post);

  std::size_t size() const { return changes_.size(); }
  std::span<const double> pre() const { return pre_; }
  std::span<const double> post() const { return post_; }
  std::span<const double> changes() const { return changes_; }

  /// Changes closer together than this are equal on paper: 4 machine epsilons times the largest |value|,
  /// the rounding error of a difference of two differences. 0 for an empty sample.
  double resolution() const { return resolution_; }

 private:
  std::vector<double> pre_, post_, changes_;
  double resolution_ = 0;
};

}  // namespace ecpr::statistics
