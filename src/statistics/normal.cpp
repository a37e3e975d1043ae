#include "ecpr/statistics/normal.hpp"

#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <cmath>
#include <numbers>

namespace ecpr::statistics {

double normal_cdf(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

double normal_quantile(double probability) {
  assert(probability > 0 && probability < 1);
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * probability);
}

double normal_critical(double confidence) {
  assert(confidence > 0 && confidence < 1);
  return std::numbers::sqrt2 * boost::math::erfc_inv(1 - confidence);
}

}  // namespace ecpr::statistics
