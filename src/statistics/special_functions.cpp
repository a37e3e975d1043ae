#include "ecpr/statistics/special_functions.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace ecpr::statistics {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

// ln of (x^a y^b / B(a, b)); Stirling's formula written about the mode, where the large terms cancel.
double log_beta_front(double a, double b, double x, double y) {
  const double from_mode = b * x - a * y;  // x (a + b) / a = 1 + from_mode / a, y (a + b) / b = 1 - from_mode / b
  const auto log_ratio = [](double excess, double ratio) {
    return std::abs(excess) < 0.5 ? std::log1p(excess) : std::log(ratio);
  };
  return a * log_ratio(from_mode / a, x * (a + b) / a) + b * log_ratio(-from_mode / b, y * (a + b) / b) +
         0.5 * std::log(a * (b / (a + b)) / (2 * std::numbers::pi)) + stirling_correction(a + b) -
         stirling_correction(a) - stirling_correction(b);
}

// I_x(a, b) over x^a y^b / B(a, b): the even part of DLMF 8.17.22, whose terms do not cancel for large a and b.
double beta_continued_fraction(double a, double b, double x, double y) {
  const auto tail = [=](double m) { return (a + m) * (a * y - b * x + 1 + m * (1 + y)) / (a + 2 * m + 1); };
  double value = tail(0), c = value, d = 0;
  for (double m = 1; m < 1e6; ++m) {
    const double width = a + 2 * m - 1;
    const double numerator = (a + m - 1) / width * ((a + b + m - 1) / width) * m * (b - m) * x * x;
    const double denominator = m + m * (b - m) * x / width + tail(m);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    value *= c * d;
    if (std::abs(c * d - 1) < epsilon) break;
  }
  return 1 / value;
}

}  // namespace

double stirling_correction(double z) {
  double shifts = 0;
  for (; z < 10; ++z) shifts += (z + 0.5) * std::log1p(1 / z) - 1;
  const double w = 1 / (z * z);
  const double series =
      1.0 / 12 -
      w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360 - w / 156)))));
  return shifts + series / z;
}

double half_step_gamma_ratio(double z) {
  return std::exp((z - 0.5) * std::log1p(0.5 / z) - 0.5 + stirling_correction(z + 0.5) - stirling_correction(z));
}

double log_incomplete_beta(double a, double b, double x, double y) {
  if (x <= 0) return -std::numeric_limits<double>::infinity();
  if (y <= 0) return 0;
  if (x < (a + 1) / (a + b + 2)) return log_beta_front(a, b, x, y) + std::log(beta_continued_fraction(a, b, x, y));
  return std::log1p(-std::exp(log_beta_front(b, a, y, x)) * beta_continued_fraction(b, a, y, x));
}

}  // namespace ecpr::statistics
