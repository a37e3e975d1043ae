// Comparison of numbers by relative error alone.
#pragma once

#include <cmath>
#include <ostream>

namespace ecpr::testing {

/// A number that equals any other within a relative error; zero equals zero only.
class CloseTo {
 public:
  CloseTo(double expected, double relative) : expected_(expected), relative_(relative) {}

  friend bool operator==(double actual, const CloseTo& wanted) {
    if (actual == wanted.expected_) return true;
    return std::abs(actual - wanted.expected_) <= wanted.relative_ * std::abs(wanted.expected_);
  }
  friend std::ostream& operator<<(std::ostream& out, const CloseTo& wanted) {
    out.precision(17);
    return out << wanted.expected_ << " within " << wanted.relative_;
  }

 private:
  double expected_, relative_;
};

/// `CHECK(x == close_to(1.58))`: relative error of at most `relative`.
inline CloseTo close_to(double expected, double relative = 1e-10) { return {expected, relative}; }

}  // namespace ecpr::testing
