#include "ecpr/statistics/bayes_factor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace ecpr::statistics {
namespace {

constexpr double lowest = -6;      // log g below which the prior is under e^-200
constexpr double step = 0.25;      // e^f is analytic within pi/2 of the real axis: relative error about e^(-4 pi^2)
constexpr double negligible = 38;  // the right tail falls as 1/g; it is left at e^-38 of the largest value

double log1p_of_square(double x) { return std::abs(x) > 1e8 ? 2 * std::log(std::abs(x)) : std::log1p(x * x); }

double log1p_of_exponential(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

// Logarithm of the integrand of BF10 over log g, g the variance of the prior of the standardized change.
class LogIntegrand {
 public:
  LogIntegrand(double t, std::size_t n, double prior_scale)
      : log_size_scale_(std::log(static_cast<double>(n)) + 2 * std::log(prior_scale)),
        half_n_(static_cast<double>(n) / 2),
        ratio_(t / std::sqrt(static_cast<double>(n) - 1)),
        log_null_(half_n_ * log1p_of_square(ratio_)) {}

  double operator()(double log_g) const {
    const double log_spread = log1p_of_exponential(log_size_scale_ + log_g);
    const double log_likelihood = -half_n_ * log1p_of_square(ratio_ * std::exp(-log_spread / 2)) - log_spread / 2;
    const double log_prior = -log_root_two_pi - log_g / 2 - std::exp(-log_g) / 2;
    return log_likelihood + log_null_ + log_prior;
  }

 private:
  static constexpr double log_root_two_pi = 0.91893853320467274178;
  double log_size_scale_, half_n_, ratio_, log_null_;
};

double log_integral(const LogIntegrand& log_integrand) {
  std::vector<double> values;
  double largest = -std::numeric_limits<double>::infinity();
  for (double log_g = lowest; log_g <= 0 || values.back() >= largest - negligible; log_g += step) {
    values.push_back(log_integrand(log_g));
    largest = std::max(largest, values.back());
  }
  double total = 0;
  for (const double value : values) total += std::exp(value - largest);
  return largest + std::log(total * step);
}

}  // namespace

BayesFactor jzs_bayes_factor(double t, std::size_t n, double prior_scale) {
  if (n < 2) return {Undefined{"fewer than 2 pairs"}, Undefined{"fewer than 2 pairs"}};
  const double log_bf10 = log_integral(LogIntegrand(t, n, prior_scale));
  if (log_bf10 > std::log(std::numeric_limits<double>::max())) return {log_bf10, Undefined{"above 1.8e308"}};
  return {log_bf10, std::exp(log_bf10)};
}

BayesFactor jzs_bayes_factor(const PairedTTest& test, double prior_scale) {
  if (!test.t) return {Undefined{test.t.reason()}, Undefined{test.t.reason()}};
  return jzs_bayes_factor(*test.t, test.n, prior_scale);
}

}  // namespace ecpr::statistics
