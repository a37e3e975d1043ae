// Regression lines of post on pre, one per group, with one slope for all: the model behind analysis of covariance.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ecpr/statistics/f_test.hpp"
#include "ecpr/statistics/paired_sample.hpp"
#include "ecpr/statistics/standard_scale.hpp"

namespace ecpr::statistics {

/// The least-squares fit of post = intercept of the group + slope x pre.
///
/// Both waves are centred and scaled first, the intercepts are swept out by centring within groups (an
/// orthogonal projection), and a difference of residual sums of squares is computed as the sum of squares of the
/// difference of fits: nothing is lost to large offsets, to scores nearly equal before, or to small effects.
class ParallelLines {
 public:
  /// O(pairs). Requires: at least 2 groups with at least 2 pairs each. `groups` must outlive this object.
  explicit ParallelLines(std::span<const PairedSample> groups);

  /// Whether scores before vary within any group, beyond their rounding error; else there is no slope, and only
  /// pre_mean() means anything.
  bool pre_varies() const;
  /// Whether every residual is rounding error of the scores.
  bool fits_exactly() const;
  /// N - groups - 1.
  double degrees_of_freedom() const;

  double slope() const;
  double pre_mean() const;  ///< of everybody
  /// The group's value after at pre_mean(), and its standard error.
  double adjusted_mean(std::size_t group) const;
  double standard_error(std::size_t group) const;
  /// Adjusted mean of `a` minus that of `b`, and its standard error.
  double difference(std::size_t a, std::size_t b) const;
  double standard_error_of_difference(std::size_t a, std::size_t b) const;

  /// Against one line for everybody.
  FTest test_of_group() const;
  /// Of a slope for every group against this model.
  FTest test_of_slopes() const;

  /// Why there is no F where every residual is rounding error.
  static constexpr const char* exact_fit = "the lines fit every score after exactly";

 private:
  /// A group's means, and sums of squares and products about them, in units.
  struct Within {
    double n, pre, post, squares, products;
  };

  using Wave = std::span<const double> (PairedSample::*)() const;
  static std::vector<double> everybody(std::span<const PairedSample> groups, Wave wave);
  Within within(const PairedSample& group) const;
  void add_residuals(const PairedSample& group, const Within& g);

  double count() const { return static_cast<double>(groups_.size()); }
  double error_of(double variance_factor) const;
  double adjusted(const Within& g) const { return g.post - slope_ * (g.pre - centre_); }
  bool has_slope(const Within& g) const;
  double extra_slope(const Within& g) const { return has_slope(g) ? g.products / g.squares - slope_ : 0; }
  bool is_rounding(double squares, double slope) const;

  std::span<const PairedSample> samples_;
  StandardScale pre_, post_;
  std::vector<Within> groups_;
  double n_ = 0, squares_ = 0, slope_ = 0, centre_ = 0;
  double residual_ = 0, own_residual_ = 0;  ///< sums of squares about the common slope, about each group's own
};

}  // namespace ecpr::statistics
