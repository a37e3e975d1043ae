#include "ecpr/statistics/standard_scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ecpr/statistics/moments.hpp"

namespace ecpr::statistics {

StandardScale::StandardScale(std::span<const double> values, double typed_unit) : origin(mean(values)) {
  double largest = 0, farthest = 0;
  for (double value : values) {
    largest = std::max(largest, std::abs(value));
    farthest = std::max(farthest, std::abs(value - origin));
  }
  if (farthest > 0) unit = farthest;
  rounding = 4 * std::numeric_limits<double>::epsilon() * (largest / unit) + 2 * (typed_unit / unit);
}

std::vector<double> StandardScale::operator()(std::span<const double> values) const {
  std::vector<double> result(values.size());
  std::transform(values.begin(), values.end(), result.begin(), [this](double value) { return (*this)(value); });
  return result;
}

std::vector<double> joined(std::span<const std::span<const double>> parts) {
  std::vector<double> result;
  for (std::span<const double> part : parts) result.insert(result.end(), part.begin(), part.end());
  return result;
}

}  // namespace ecpr::statistics
