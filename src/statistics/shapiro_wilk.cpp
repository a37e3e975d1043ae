#include "ecpr/statistics/shapiro_wilk.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/normal.hpp"

namespace ecpr::statistics {
namespace {

constexpr std::size_t largest_sample = 5000;

// Coefficients of rising powers.
double polynomial(std::span<const double> coefficients, double x) {
  double value = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;) value = value * x + coefficients[i];
  return value;
}

// Royston's corrections of the two outermost weights, in powers of 1/sqrt(n).
constexpr double first_weight[] = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
constexpr double second_weight[] = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};

// Mean and log SD of the normalized log(1 - W): up to 11 values in powers of n, beyond in powers of log n.
constexpr double small_limit[] = {-2.273, 0.459};
constexpr double small_mean[] = {0.5440, -0.39978, 0.025054, -6.714e-4};
constexpr double small_log_sd[] = {1.3822, -0.77857, 0.062767, -0.0020322};
constexpr double large_mean[] = {-1.5861, -0.31082, -0.083751, 0.0038915};
constexpr double large_log_sd[] = {-0.4803, -0.082676, 0.0030302};

// Weights of the upper half of an ordered sample, outermost first; the lower half has them negative. Requires: n >= 4.
std::vector<double> weights(std::size_t n) {
  const double size = static_cast<double>(n);
  std::vector<double> scores(n / 2);  // Blom's approximation of the expected normal order statistics
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i] = -normal_quantile((static_cast<double>(i) + 0.625) / (size + 0.25));
  }
  double squares = 0;
  for (const double score : scores) squares += 2 * score * score;
  const double length = std::sqrt(squares), root = 1 / std::sqrt(size);
  std::vector<double> outermost = {scores[0] / length + polynomial(first_weight, root)};
  if (n > 5) outermost.push_back(scores[1] / length + polynomial(second_weight, root));
  double left = squares, share = 1;
  for (std::size_t i = 0; i < outermost.size(); ++i) {
    left -= 2 * scores[i] * scores[i];
    share -= 2 * outermost[i] * outermost[i];
  }
  const double factor = std::sqrt(share / left);
  for (double& score : scores) score *= factor;
  std::copy(outermost.begin(), outermost.end(), scores.begin());
  return scores;
}

double w_statistic(std::span<const double> ordered) {
  const std::size_t n = ordered.size();
  const double width = ordered.back() - ordered.front(), centre = mean(ordered);
  const std::vector<double> weight = weights(n);
  double slope = 0, squares = 0;
  for (std::size_t i = 0; i < weight.size(); ++i) slope += weight[i] * ((ordered[n - 1 - i] - ordered[i]) / width);
  for (const double value : ordered) squares += (value - centre) / width * ((value - centre) / width);
  return std::min(1.0, slope * slope / squares);
}

// The normal deviate of W. At n = 4 to 11 the smallest possible W stays inside the transformation's limit.
double normalized(double w, std::size_t n) {
  const double size = static_cast<double>(n), logarithm = std::log(size);
  if (n > 11) {
    return (std::log1p(-w) - polynomial(large_mean, logarithm)) / std::exp(polynomial(large_log_sd, logarithm));
  }
  const double transformed = -std::log(polynomial(small_limit, size) - std::log1p(-w));
  return (transformed - polynomial(small_mean, size)) / std::exp(polynomial(small_log_sd, size));
}

// The exact distribution for three values: with s = 2 (smaller gap)/range, W = 1/(1 + (1 - s)^2/3).
ShapiroWilk of_three(std::span<const double> ordered, double resolution) {
  const double gap = std::min(ordered[1] - ordered[0], ordered[2] - ordered[1]);
  const double s = 2 * (gap / (ordered[2] - ordered[0]));
  const double w = 1 / (1 + (1 - s) * (1 - s) / 3);
  if (gap <= resolution) return {w, Undefined{"two of three changes are equal"}};
  return {w, 6 / std::numbers::pi * std::atan(std::numbers::sqrt3 * s / (4 - s))};
}

Defined<std::vector<double>> testable(const PairedSample& sample) {
  if (sample.size() < 3) return Undefined{"fewer than 3 pairs"};
  if (sample.size() > largest_sample) return Undefined{"more than 5000 pairs"};
  std::vector<double> ordered(sample.changes().begin(), sample.changes().end());
  std::sort(ordered.begin(), ordered.end());
  if (sample.changes_are_equal()) return Undefined{"all changes are equal"};
  return ordered;
}

}  // namespace

ShapiroWilk shapiro_wilk(const PairedSample& sample) {
  const Defined<std::vector<double>> ordered = testable(sample);
  if (!ordered) return {Undefined{ordered.reason()}, Undefined{ordered.reason()}};
  if (ordered->size() == 3) return of_three(*ordered, sample.resolution());
  const double w = w_statistic(*ordered);
  return {w, w < 1 ? normal_cdf(-normalized(w, ordered->size())) : 1.0};
}

Defined<double> skewness_of_changes(const PairedSample& sample) {
  if (sample.size() < 3) return Undefined{"fewer than 3 pairs"};
  if (sample.changes_are_equal()) return Undefined{"all changes are equal"};
  const double n = static_cast<double>(sample.size());
  const double centre = mean(sample.changes()), width = range(sample.changes());
  double squares = 0, cubes = 0;
  for (const double change : sample.changes()) {
    const double deviation = (change - centre) / width;
    squares += deviation * deviation;
    cubes += deviation * deviation * deviation;
  }
  const double population = cubes / n / std::pow(squares / n, 1.5);
  return population * std::sqrt(n * (n - 1)) / (n - 2);
}

}  // namespace ecpr::statistics
