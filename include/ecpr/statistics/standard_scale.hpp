// Numbers measured from their mean in units of their spread, where squares lose neither digits nor range.
#pragma once

#include <span>
#include <vector>

namespace ecpr::statistics {

/// A change of origin and unit: 1e9 + small numbers keep their digits, data near 1e200 can be squared.
struct StandardScale {
  double origin = 0;
  double unit = 1;      ///< never 0: 1 for equal values
  double rounding = 0;  ///< of a difference of two of the values, in units: 4 epsilons of the largest, 2 typed units

  /// Around the mean of `values`, in units of the largest deviation from it; `typed_unit` as in PairedSample.
  /// Requires: at least 1 value, all finite.
  explicit StandardScale(std::span<const double> values, double typed_unit = 0);

  double operator()(double value) const { return (value - origin) / unit; }
  std::vector<double> operator()(std::span<const double> values) const;
  double back(double in_units) const { return origin + unit * in_units; }
};

/// All values of `parts`, one part after the other.
std::vector<double> joined(std::span<const std::span<const double>> parts);

}  // namespace ecpr::statistics
