#include "ecpr/statistics/moments.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace ecpr::statistics {
namespace {

// Adds numbers and keeps what every addition rounds off (Knuth's two-sum: no branch on which is larger).
class CompensatedSum {
 public:
  void add(double value) {
    const double total = sum_ + value, added = total - sum_;
    lost_ += (sum_ - (total - added)) + (value - added);
    sum_ = total;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

constexpr auto identity = [](double value) { return value; };

template <class Function>
double largest_magnitude(std::span<const double> values, Function function) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(function(value)));
  return largest;
}

template <class Function>
double mean_of(std::span<const double> values, Function function) {
  CompensatedSum total;
  for (const double value : values) total.add(function(value));
  return total.value() / static_cast<double>(values.size());
}

// A power of two to divide by so that neither squares of numbers up to `largest` nor their sum leave double; mostly 1.
double safe_scale(double largest) {
  if (largest > 1e-100 && largest < 1e100) return 1;
  int exponent = 0;
  std::frexp(largest, &exponent);
  return std::ldexp(1.0, std::clamp(exponent, -1000, 1000));
}

// Deviations from the mean, in units of `scale`. The mean is rounded: what that leaves of it is taken off in a second
// step.
class Deviations {
 public:
  explicit Deviations(std::span<const double> values) {
    const double first_scale = safe_scale(largest_magnitude(values, identity));
    shrink_ = 1 / first_scale;
    center_ = mean_of(values, [&](double value) { return value * shrink_; });
    const auto first_step = [&](double value) { return value * shrink_ - center_; };
    const double second_scale = safe_scale(largest_magnitude(values, first_step));
    shrink_again_ = 1 / second_scale;
    rest_ = mean_of(values, [&](double value) { return first_step(value) * shrink_again_; });
    scale = first_scale * second_scale;
  }

  double operator()(double value) const { return (value * shrink_ - center_) * shrink_again_ - rest_; }

  double scale = 1;

 private:
  double shrink_ = 1, center_ = 0, shrink_again_ = 1, rest_ = 0;
};

double sum_of_products(std::span<const double> x, const Deviations& from_x, std::span<const double> y,
                       const Deviations& from_y) {
  CompensatedSum total;
  for (std::size_t i = 0; i < x.size(); ++i) total.add(from_x(x[i]) * from_y(y[i]));
  return total.value();
}

}  // namespace

double sum(std::span<const double> values) {
  CompensatedSum total;
  for (const double value : values) total.add(value);
  return total.value();
}

double mean(std::span<const double> values) {
  assert(!values.empty());
  const double scale = safe_scale(largest_magnitude(values, identity)), shrink = 1 / scale;
  return mean_of(values, [shrink](double value) { return value * shrink; }) * scale;
}

double standard_deviation(std::span<const double> values) {
  assert(values.size() >= 2);
  if (range(values) == 0) return 0;
  const Deviations from_mean(values);
  const double squares = sum_of_products(values, from_mean, values, from_mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1)) * from_mean.scale;
}

double variance(std::span<const double> values) {
  const double deviation = standard_deviation(values);
  return deviation * deviation;
}

double covariance(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size() && x.size() >= 2);
  if (range(x) == 0 || range(y) == 0) return 0;
  const Deviations from_x(x), from_y(y);
  return sum_of_products(x, from_x, y, from_y) / static_cast<double>(x.size() - 1) * from_x.scale * from_y.scale;
}

Defined<double> correlation(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  if (x.size() < 2) return Undefined{"fewer than 2 pairs"};
  if (range(x) == 0 || range(y) == 0) return Undefined{"one of the two does not vary"};
  const Deviations from_x(x), from_y(y);
  const double x_squares = sum_of_products(x, from_x, x, from_x), y_squares = sum_of_products(y, from_y, y, from_y);
  return std::clamp(sum_of_products(x, from_x, y, from_y) / std::sqrt(x_squares * y_squares), -1.0, 1.0);
}

double range(std::span<const double> values) {
  if (values.empty()) return 0;
  double smallest = values[0], largest = values[0];
  for (const double value : values) {
    smallest = std::min(smallest, value);
    largest = std::max(largest, value);
  }
  return largest - smallest;
}

}  // namespace ecpr::statistics
