#include "ecpr/statistics/p_value.hpp"

#include <cassert>
#include <cmath>
#include <numbers>

namespace ecpr::statistics {

PValue p_value_from_log(double natural_logarithm) {
  PValue result;
  const double p = std::exp(natural_logarithm);
  result.p = p < smallest_p ? Defined<double>(Undefined{"P is below 1e-307"}) : Defined<double>(p);
  result.log10_p = natural_logarithm / std::numbers::ln10 + 0.0;  // + 0.0: no negative zero
  return result;
}

PValue p_value(double p) {
  assert(p > 0 && p <= 1);
  return {p, std::log10(p)};
}

PValue no_p_value(const Undefined& undefined) { return {undefined, undefined}; }

}  // namespace ecpr::statistics
