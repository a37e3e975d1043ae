#include "ecpr/statistics/student_t.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cassert>
#include <cmath>

#include "ecpr/statistics/special_functions.hpp"

namespace ecpr::statistics {
namespace {

// Double precision throughout: a fifth of the time of long double, and the same 13 digits.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

// 1 - probability stays exact in the upper half, where the quantile is wanted.
double upper_quantile(double tail, double degrees_of_freedom) {
  return quantile(complement(boost::math::students_t_distribution<double, Policy>(degrees_of_freedom), tail));
}

double log_two_sided(double t, double degrees_of_freedom) {
  const double squared = t * t, total = degrees_of_freedom + squared;
  return log_incomplete_beta(degrees_of_freedom / 2, 0.5, degrees_of_freedom / total, squared / total);
}

}  // namespace

PValue student_t_two_sided(double t, double degrees_of_freedom) {
  assert(std::abs(t) < 1e150 && degrees_of_freedom > 0);
  return p_value_from_log(log_two_sided(t, degrees_of_freedom));
}

double student_t_upper_tail(double t, double degrees_of_freedom) {
  const double half = std::exp(log_two_sided(t, degrees_of_freedom)) / 2;
  return t >= 0 ? half : 1 - half;
}

double student_t_quantile(double probability, double degrees_of_freedom) {
  assert(probability > 0 && probability < 1 && degrees_of_freedom > 0);
  return probability < 0.5 ? -upper_quantile(probability, degrees_of_freedom)
                           : upper_quantile(1 - probability, degrees_of_freedom);
}

double student_t_critical(double confidence, double degrees_of_freedom) {
  assert(confidence > 0 && confidence < 1 && degrees_of_freedom > 0);
  return upper_quantile((1 - confidence) / 2, degrees_of_freedom);
}

}  // namespace ecpr::statistics
