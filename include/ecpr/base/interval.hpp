// A confidence interval.
#pragma once

namespace ecpr {

/// Two finite limits, lower <= upper.
struct Interval {
  double lower;
  double upper;
};

/// The interval with both limits multiplied by `factor`; a negative factor swaps them.
inline Interval scaled(Interval interval, double factor) {
  const double a = interval.lower * factor, b = interval.upper * factor;
  return a <= b ? Interval{a, b} : Interval{b, a};
}

}  // namespace ecpr
