#include "ecpr/statistics/f_distribution.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <cassert>

namespace ecpr::statistics {

double f_quantile(double probability, double numerator_degrees_of_freedom, double denominator_degrees_of_freedom) {
  assert(probability > 0 && probability < 1);
  return quantile(boost::math::fisher_f(numerator_degrees_of_freedom, denominator_degrees_of_freedom), probability);
}

}  // namespace ecpr::statistics
