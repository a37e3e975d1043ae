#include "ecpr/statistics/item_covariance.hpp"

#include <cassert>

#include "ecpr/statistics/moments.hpp"

namespace ecpr::statistics {
namespace {

__extension__ using Wide = __int128;  // n S_ij needs more than 64 bits from about a million people

}  // namespace

ItemCovariance item_covariance(const ItemCrossProducts& products) {
  const std::size_t k = products.items;
  assert(products.sums.size() == k && products.products.size() == k * k);
  ItemCovariance result{products.n, k, std::vector<double>(k * k)};
  if (products.n < 2) return result;
  const Wide n = static_cast<Wide>(products.n);
  const double divisor = static_cast<double>(products.n) * static_cast<double>(products.n - 1);
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j < k; ++j) {
      const Wide numerator = n * products.products[i * k + j] - static_cast<Wide>(products.sums[i]) * products.sums[j];
      result.values[i * k + j] = static_cast<double>(numerator) / divisor;
    }
  return result;
}

ItemCovariance item_covariance(std::span<const std::vector<double>> answers) {
  const std::size_t k = answers.size(), n = k == 0 ? 0 : answers[0].size();
  ItemCovariance result{n, k, std::vector<double>(k * k)};
  if (n < 2) return result;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = 0; j <= i; ++j)
      result.values[i * k + j] = result.values[j * k + i] = covariance(answers[i], answers[j]);
  return result;
}

}  // namespace ecpr::statistics
