#include "ecpr/statistics/mcnemar.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ecpr/statistics/p_value.hpp"
#include "ecpr/statistics/special_functions.hpp"

namespace ecpr::statistics {
namespace {

// P(X <= k)/P(X = k) for X ~ Binomial(n, 1/2), k <= n/2: the sum of falling ratios of neighbouring probabilities.
double tail_over_point(std::size_t k, std::size_t n) {
  double sum = 0, term = 1;
  for (std::size_t j = k; term > sum * std::numeric_limits<double>::epsilon() / 16; --j) {
    sum += term;
    if (j == 0) break;
    term *= static_cast<double>(j) / static_cast<double>(n - j + 1);
  }
  return sum;
}

McNemarTest without_changes() {
  const Undefined why{"nobody changed"};
  return {0, 0, why, why, why, why};
}

}  // namespace

McNemarTest mcnemar_test(std::size_t b, std::size_t c) {
  const std::size_t smaller = std::min(b, c), changed = b + c;
  if (changed == 0) return without_changes();
  // P(X <= k) = I_1/2(n - k, k + 1)
  const double log_tail =
      log_incomplete_beta(static_cast<double>(changed - smaller), static_cast<double>(smaller + 1), 0.5, 0.5);
  const auto multiple = [log_tail](double factor) {
    return p_value_from_log(std::min(0.0, log_tail + std::log(factor)));
  };
  const PValue exact = multiple(2), mid = multiple(2 - 1 / tail_over_point(smaller, changed));
  return {b, c, exact.p, mid.p, exact.log10_p, mid.log10_p};
}

}  // namespace ecpr::statistics
