#include "ecpr/statistics/proportion.hpp"

#include <cmath>

#include "ecpr/statistics/normal.hpp"

namespace ecpr::statistics {

Defined<Interval> wilson_interval(std::size_t count, std::size_t n, double confidence) {
  if (n == 0) return Undefined{"nobody has a value"};
  const double size = static_cast<double>(n), p = static_cast<double>(count) / size;
  const double z = normal_critical(confidence), squared = z * z / size;
  const double centre = p + squared / 2, margin = z * std::sqrt(p * (1 - p) / size + squared / (4 * size));
  return Interval{count == 0 ? 0.0 : (centre - margin) / (1 + squared),
                  count == n ? 1.0 : (centre + margin) / (1 + squared)};
}

}  // namespace ecpr::statistics
