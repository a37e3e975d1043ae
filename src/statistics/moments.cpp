#include "ecpr/statistics/moments.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace ecpr::statistics {
namespace {

// Adds numbers and keeps what every addition rounds off (Neumaier 1974).
class CompensatedSum {
 public:
  void add(double value) {
    const double total = sum_ + value;
    lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - total) + value : (value - total) + sum_;
    sum_ = total;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

double largest_magnitude(std::span<const double> values) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  return largest;
}

// A power of two that brings `largest` near 1, so that neither squares nor sums leave the range of double.
double power_of_two_near(double largest) {
  int exponent = 0;
  std::frexp(largest, &exponent);
  return std::ldexp(1.0, std::clamp(exponent, -1000, 1000));
}

// Deviations from the mean in units of `scale`, and what their rounding leaves of the mean.
struct Deviations {
  std::vector<double> values;
  double scale;
};

Deviations deviations(std::span<const double> values) {
  const double first_scale = power_of_two_near(largest_magnitude(values));
  std::vector<double> result(values.begin(), values.end());
  for (double& value : result) value /= first_scale;
  const double center = mean(result);
  for (double& value : result) value -= center;
  const double second_scale = power_of_two_near(largest_magnitude(result));
  for (double& value : result) value /= second_scale;
  const double rest = mean(result);
  for (double& value : result) value -= rest;
  return {std::move(result), first_scale * second_scale};
}

double sum_of_products(std::span<const double> x, std::span<const double> y) {
  CompensatedSum total;
  for (std::size_t i = 0; i < x.size(); ++i) total.add(x[i] * y[i]);
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
  const double scale = power_of_two_near(largest_magnitude(values));
  CompensatedSum total;
  for (const double value : values) total.add(value / scale);
  return total.value() / static_cast<double>(values.size()) * scale;
}

double standard_deviation(std::span<const double> values) {
  assert(values.size() >= 2);
  if (range(values) == 0) return 0;
  const Deviations from_mean = deviations(values);
  const double squares = sum_of_products(from_mean.values, from_mean.values);
  return std::sqrt(squares / static_cast<double>(values.size() - 1)) * from_mean.scale;
}

double variance(std::span<const double> values) {
  const double deviation = standard_deviation(values);
  return deviation * deviation;
}

double covariance(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size() && x.size() >= 2);
  if (range(x) == 0 || range(y) == 0) return 0;
  const Deviations from_x = deviations(x), from_y = deviations(y);
  const double products = sum_of_products(from_x.values, from_y.values);
  return products / static_cast<double>(x.size() - 1) * from_x.scale * from_y.scale;
}

Defined<double> correlation(std::span<const double> x, std::span<const double> y) {
  assert(x.size() == y.size());
  if (x.size() < 2) return Undefined{"fewer than 2 pairs"};
  if (range(x) == 0 || range(y) == 0) return Undefined{"one of the two does not vary"};
  const Deviations from_x = deviations(x), from_y = deviations(y);
  const double x_squares = sum_of_products(from_x.values, from_x.values);
  const double y_squares = sum_of_products(from_y.values, from_y.values);
  const double products = sum_of_products(from_x.values, from_y.values);
  return std::clamp(products / (std::sqrt(x_squares) * std::sqrt(y_squares)), -1.0, 1.0);
}

double range(std::span<const double> values) {
  if (values.empty()) return 0;
  const auto [smallest, largest] = std::minmax_element(values.begin(), values.end());
  return *largest - *smallest;
}

}  // namespace ecpr::statistics
