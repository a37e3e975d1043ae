#include "ecpr/statistics/f_distribution.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <cassert>

namespace ecpr::statistics {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

double f_quantile(double probability, double numerator_degrees_of_freedom, double denominator_degrees_of_freedom) {
  assert(probability > 0 && probability < 1);
  const boost::math::fisher_f_distribution<double, Policy> distribution(numerator_degrees_of_freedom,
                                                                        denominator_degrees_of_freedom);
  return quantile(distribution, probability);
}

}  // namespace ecpr::statistics
