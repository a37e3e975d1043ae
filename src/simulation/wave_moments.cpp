#include "wave_moments.hpp"

#include <cmath>
#include <numbers>

namespace ecpr::simulation {

namespace {

// The trapezoidal rule on an even grid converges faster than any power of the step for smooth densities.
constexpr double reach = 8, step = 0.2;
constexpr int nodes = 81;

double normal_density(double x) {
  return std::exp(-x * x / 2) * std::numbers::inv_sqrtpi_v<double> / std::numbers::sqrt2;
}

/// Adds weight * sum * h_n(x) for every normalized Hermite polynomial h_n.
void add_to_series(std::array<double, WaveMoments::terms>& series, double x, double weighted) {
  double before = 0, current = 1;
  for (std::size_t n = 0; n < series.size(); ++n) {
    series[n] += weighted * current;
    const double degree = static_cast<double>(n);
    const double next = (x * current - std::sqrt(degree) * before) / std::sqrt(degree + 1);
    before = current;
    current = next;
  }
}

}  // namespace

double cumulative_normal(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

ItemMoments item_moments(const std::vector<double>& values, double mean, double sd) {
  double first = values[0], second = values[0] * values[0];
  for (std::size_t rank = 1; rank < values.size(); ++rank) {
    const double at_least = cumulative_normal((mean - (static_cast<double>(rank) - 0.5)) / sd);
    first += (values[rank] - values[rank - 1]) * at_least;
    second += (values[rank] * values[rank] - values[rank - 1] * values[rank - 1]) * at_least;
  }
  return {first, second - first * first};
}

WaveMoments wave_moments(const AnswerModel& model, double shift) {
  WaveMoments moments;
  const double own_sd = model.spread * std::sqrt(1 - model.loading * model.loading);
  double squares = 0, within = 0;
  for (int node = 0; node < nodes; ++node) {
    const double x = -reach + step * node, weight = step * normal_density(x);
    double sum = 0;
    for (std::size_t item = 0; item < model.values.size(); ++item) {
      const double mean = model.locations[item] + model.spread * model.loading * (shift + x);
      const ItemMoments answer = item_moments(model.values[item], mean, own_sd);
      sum += answer.mean;
      within += weight * answer.variance;
    }
    squares += weight * sum * sum;
    add_to_series(moments.series, x, weight * sum);
  }
  moments.mean = moments.series[0];
  moments.variance = squares - moments.mean * moments.mean + within;
  return moments;
}

double covariance(const WaveMoments& pre, const WaveMoments& post, double stability) {
  double sum = 0;
  for (std::size_t n = WaveMoments::terms - 1; n > 0; --n) sum = (sum + pre.series[n] * post.series[n]) * stability;
  return sum;
}

}  // namespace ecpr::simulation
