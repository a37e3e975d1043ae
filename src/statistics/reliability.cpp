#include "ecpr/statistics/reliability.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "ecpr/statistics/f_distribution.hpp"
#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/omega_total.hpp"

namespace ecpr::statistics {
namespace {

// A variance this small beside those it is made of is rounding error.
constexpr double negligible = 1e-12;

double trace(const ItemCovariance& covariance) {
  double total = 0;
  for (std::size_t i = 0; i < covariance.items; ++i) total += covariance.at(i, i);
  return total;
}

// Covariance of item `i` with the sum of all items.
double covariance_with_sum(const ItemCovariance& covariance, std::size_t i) {
  return sum(std::span(covariance.values).subspan(i * covariance.items, covariance.items));
}

ItemCovariance without_item(const ItemCovariance& covariance, std::size_t dropped) {
  ItemCovariance result{covariance.n, covariance.items - 1, {}};
  for (std::size_t i = 0; i < covariance.items; ++i)
    for (std::size_t j = 0; j < covariance.items; ++j)
      if (i != dropped && j != dropped) result.values.push_back(covariance.at(i, j));
  return result;
}

Defined<double> item_rest_correlation(const ItemCovariance& covariance, std::size_t i) {
  const double variance = covariance.at(i, i), with_rest = covariance_with_sum(covariance, i) - variance;
  const ItemCovariance rest = without_item(covariance, i);
  const double rest_variance = sum(rest.values);
  if (covariance.n < 2) return Undefined{"fewer than 2 people answered every item"};
  if (covariance.items < 2) return Undefined{"there is no other item"};
  if (variance <= 0) return Undefined{"the item does not vary"};
  if (rest_variance <= negligible * trace(rest)) return Undefined{"the sum of the other items does not vary"};
  return std::clamp(with_rest / (std::sqrt(variance) * std::sqrt(rest_variance)), -1.0, 1.0);
}

}  // namespace

Defined<double> cronbach_alpha(const ItemCovariance& covariance) {
  if (covariance.n < 2) return Undefined{"fewer than 2 people answered every item"};
  if (covariance.items < 2) return Undefined{"fewer than 2 items"};
  const double variances = trace(covariance), total = sum(covariance.values);
  if (total <= negligible * variances) return Undefined{"the sum of the items does not vary"};
  const double k = static_cast<double>(covariance.items);
  return k / (k - 1) * (1 - variances / total);
}

Defined<Interval> feldt_interval(double alpha, std::size_t n, std::size_t items, double confidence) {
  assert(n >= 2 && items >= 2 && alpha <= 1);
  if (alpha >= 1) return Undefined{"alpha is 1"};
  const double people = static_cast<double>(n - 1), both = people * static_cast<double>(items - 1);
  const double lower_f = f_quantile((1 - confidence) / 2, people, both);
  const double upper_f = f_quantile((1 + confidence) / 2, people, both);
  return Interval{1 - (1 - alpha) * upper_f, 1 - (1 - alpha) * lower_f};
}

std::vector<ItemReliability> item_reliabilities(const ItemCovariance& covariance) {
  std::vector<ItemReliability> result;
  for (std::size_t i = 0; i < covariance.items; ++i)
    result.push_back({item_rest_correlation(covariance, i), cronbach_alpha(without_item(covariance, i))});
  return result;
}

ScaleReliability scale_reliability(const ItemCovariance& covariance, double confidence) {
  ScaleReliability result;
  result.n = covariance.n;
  result.alpha = cronbach_alpha(covariance);
  result.alpha_interval = result.alpha ? feldt_interval(*result.alpha, covariance.n, covariance.items, confidence)
                                       : Defined<Interval>(Undefined{result.alpha.reason()});
  result.omega_total = omega_total(covariance);
  result.items = item_reliabilities(covariance);
  return result;
}

}  // namespace ecpr::statistics
