#include "ecpr/statistics/power.hpp"

#include <boost/math/tools/toms748_solve.hpp>
#include <cassert>
#include <cmath>

#include "ecpr/statistics/noncentral_t.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

double two_sided_power(double noncentrality, double critical_t, double degrees_of_freedom) {
  return noncentral_t_upper_tail(critical_t, degrees_of_freedom, noncentrality) +
         noncentral_t_cdf(-critical_t, degrees_of_freedom, noncentrality);
}

}  // namespace

Defined<double> paired_t_power(std::size_t n, double d_z, double alpha) {
  assert(alpha > 0 && alpha < 1 && std::isfinite(d_z));
  if (n < 2) return Undefined{"fewer than 2 pairs"};
  const double pairs = static_cast<double>(n);
  return two_sided_power(std::abs(d_z) * std::sqrt(pairs), student_t_critical(1 - alpha, pairs - 1), pairs - 1);
}

Defined<std::size_t> pairs_for_power(double d_z, double alpha, double power) {
  assert(power > 0 && power < 1);
  if (d_z == 0) return Undefined{"no number of pairs finds an effect of 0"};
  constexpr std::size_t most = 1'000'000'000;
  std::size_t enough = 2, too_few = 1;
  while (enough <= most && *paired_t_power(enough, d_z, alpha) < power) {
    too_few = enough;
    enough *= 2;
  }
  while (enough - too_few > 1) {
    const std::size_t middle = too_few + (enough - too_few) / 2;
    (*paired_t_power(middle, d_z, alpha) < power ? too_few : enough) = middle;
  }
  if (enough > most) return Undefined{"more than 1,000,000,000 pairs are needed"};
  return enough;
}

Defined<double> smallest_detectable_d_z(std::size_t n, double alpha, double power) {
  assert(alpha > 0 && alpha < 1 && power > 0 && power < 1);
  if (n < 2) return Undefined{"fewer than 2 pairs"};
  if (power <= alpha) return Undefined{"a power that is not above alpha needs no effect"};
  const double pairs = static_cast<double>(n), critical_t = student_t_critical(1 - alpha, pairs - 1);
  const auto shortfall = [&](double noncentrality) {
    return two_sided_power(noncentrality, critical_t, pairs - 1) - power;
  };
  double enough = critical_t + 1;
  while (shortfall(enough) < 0) enough *= 2;
  std::uintmax_t iterations = 200;
  const auto found = boost::math::tools::toms748_solve(shortfall, 0.0, enough,
                                                       boost::math::tools::eps_tolerance<double>(46), iterations);
  return (found.first + found.second) / 2 / std::sqrt(pairs);
}

}  // namespace ecpr::statistics
