#include "ecpr/statistics/noncentral_t.hpp"

#include <algorithm>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cassert>
#include <cmath>
#include <numbers>
#include <optional>

#include "ecpr/statistics/normal.hpp"

namespace ecpr::statistics {
namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

enum class Tail { lower, upper };

// With Z given, T <= t when chi >= (noncentrality + Z) sqrt(df) / t: the mean of that probability over Z. Smooth where
// t is above sqrt(2 df), which is where it is used. Requires: t > 0.
double tail_by_quadrature(double t, double degrees_of_freedom, double noncentrality, Tail tail) {
  constexpr double farthest = 9;  // P(|Z| > 9) = 2e-19
  constexpr int panels = 4;
  const auto density_times_probability = [=](double z) {
    const double chi = (noncentrality + z) * std::sqrt(degrees_of_freedom) / t;
    const double half_squared = chi * chi / 2;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    return density * (tail == Tail::lower ? boost::math::gamma_q(degrees_of_freedom / 2, half_squared, Policy())
                                          : boost::math::gamma_p(degrees_of_freedom / 2, half_squared, Policy()));
  };
  const double start = std::clamp(-noncentrality, -farthest, farthest);  // below it the probability is 1 or 0
  double total = tail == Tail::lower ? normal_cdf(-noncentrality) : 0;
  for (int panel = 0; panel < panels; ++panel) {
    const double width = (farthest - start) / panels;
    const double from = start + panel * width;
    total += boost::math::quadrature::gauss<double, 30>::integrate(density_times_probability, from, from + width);
  }
  return std::min(total, 1.0);
}

std::optional<double> tail_by_series(double t, double degrees_of_freedom, double noncentrality, Tail tail) try {
  const boost::math::non_central_t_distribution<double, Policy> distribution(degrees_of_freedom, noncentrality);
  const double result = tail == Tail::lower ? cdf(distribution, t) : cdf(complement(distribution, t));
  return std::isfinite(result) ? std::optional(std::clamp(result, 0.0, 1.0)) : std::nullopt;
} catch (const std::exception&) {
  return std::nullopt;
}

double tail_probability(double t, double degrees_of_freedom, double noncentrality, Tail tail) {
  assert(degrees_of_freedom > 0);
  if (t < 0)
    return tail_probability(-t, degrees_of_freedom, -noncentrality, tail == Tail::lower ? Tail::upper : Tail::lower);
  const bool series_is_slow = t > 100 && t > std::sqrt(2 * degrees_of_freedom);
  if (!series_is_slow)
    if (const auto result = tail_by_series(t, degrees_of_freedom, noncentrality, tail)) return *result;
  return tail_by_quadrature(t, degrees_of_freedom, noncentrality, tail);
}

struct Search {
  double t, degrees_of_freedom, tail_area;
};

// The noncentrality at which the tail has the wanted area, from a bracket about the normal approximation.
std::optional<double> noncentrality_with(const Search& search, Tail tail) {
  const double direction = tail == Tail::lower ? 1 : -1;  // in which the tail area falls
  const auto excess = [&](double noncentrality) {
    return tail_probability(search.t, search.degrees_of_freedom, noncentrality, tail) - search.tail_area;
  };
  const double spread = std::sqrt(1 + search.t * search.t / (2 * search.degrees_of_freedom));
  double step = spread / 4;
  double larger = search.t - direction * spread * normal_quantile(search.tail_area), smaller = larger;
  double larger_excess = excess(larger), smaller_excess = larger_excess;
  for (; larger_excess < 0; step *= 2) larger_excess = excess(larger -= direction * step);
  for (; smaller_excess > 0; step *= 2) smaller_excess = excess(smaller += direction * step);
  if (larger_excess == 0) return larger;
  if (smaller_excess == 0) return smaller;
  std::uintmax_t iterations = 100;
  const boost::math::tools::eps_tolerance<double> tolerance(46);
  const auto found = larger < smaller ? boost::math::tools::toms748_solve(excess, larger, smaller, larger_excess,
                                                                          smaller_excess, tolerance, iterations)
                                      : boost::math::tools::toms748_solve(excess, smaller, larger, smaller_excess,
                                                                          larger_excess, tolerance, iterations);
  const double result = (found.first + found.second) / 2;
  return std::abs(excess(result)) <= 1e-8 ? std::optional(result) : std::nullopt;
}

}  // namespace

double noncentral_t_cdf(double t, double degrees_of_freedom, double noncentrality) {
  return tail_probability(t, degrees_of_freedom, noncentrality, Tail::lower);
}

double noncentral_t_upper_tail(double t, double degrees_of_freedom, double noncentrality) {
  return tail_probability(t, degrees_of_freedom, noncentrality, Tail::upper);
}

Defined<Interval> noncentrality_interval(double t, double degrees_of_freedom, double confidence) {
  assert(confidence > 0 && confidence < 1);
  const Search search{std::abs(t), degrees_of_freedom, (1 - confidence) / 2};
  const auto lower = noncentrality_with(search, Tail::upper);
  const auto upper = noncentrality_with(search, Tail::lower);
  if (!lower || !upper) return Undefined{"the noncentral t distribution could not be inverted"};
  return scaled(Interval{*lower, *upper}, t < 0 ? -1 : 1);
}

}  // namespace ecpr::statistics
