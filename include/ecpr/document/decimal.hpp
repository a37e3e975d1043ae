// Decimal rounding as a person does it: on the digits that a number is written with.
#pragma once

#include <cstddef>
#include <string>

namespace ecpr::document {

/// The shortest decimal digits of a finite number: 0.d1d2d3... x 10^point.
struct Decimal {
  bool negative = false;
  std::string digits;  ///< no leading zeros; empty for zero
  int point = 0;

  /// Requires: finite.
  explicit Decimal(double value);
};

/// `value` times 10^shift with exactly `decimals` (at least 0) decimals, halves away from zero: 0.125 is "0.13", 2.675
/// is "2.68". ASCII minus; "0.00", never "-0.00". Requires: finite, |value| 10^shift < 1e18.
std::string fixed(double value, int decimals, int shift = 0);

/// The decimal place of the first digit that is not 0: 0.5 is 1, 0.00042 is 4, 12 is -1. Requires: finite, not zero.
int first_place(double value);

/// "1.00" and 200 for 1e200.
struct Scientific {
  std::string mantissa;  ///< with ASCII minus and `decimals` decimals, 1 <= |mantissa| < 10
  int exponent = 0;
};

/// Requires: finite.
Scientific scientific(double value, int decimals);

}  // namespace ecpr::document
