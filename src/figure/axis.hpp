// From values to places on the page.
#pragma once

#include <vector>

namespace ecpr::figure {

/// A linear axis with round ticks. `from` may be larger than `to` (an axis that points up).
struct Axis {
  double lowest = 0, highest = 1;  ///< values at the ends
  double from = 0, to = 1;         ///< their places in points
  std::vector<double> ticks;       ///< 4 to 9 round values within

  /// An axis over [low, high], widened to round values. Requires: low < high, both finite.
  static Axis covering(double low, double high, double from, double to);

  /// An axis over exactly [low, high].
  static Axis exactly(double low, double high, double from, double to);

  double place(double value) const { return from + (value - lowest) / (highest - lowest) * (to - from); }
};

}  // namespace ecpr::figure
