#include "ecpr/statistics/adjustment.hpp"

#include <algorithm>
#include <cmath>

namespace ecpr::statistics {
namespace {

// The P value of one test after multiplication; `p` is 0 where a double does not reach.
struct Product {
  double p, log10_p;
};

Product multiplied(const PValue& value, double factor) {
  const double p = value.p ? *value.p : 0;
  return {std::min(p * factor, 1.0), std::min(*value.log10_p + std::log10(factor), 0.0)};
}

bool smaller(const Product& a, const Product& b) { return a.log10_p < b.log10_p; }

PValue as_p_value(const Product& product) {
  const double p = product.p > 0 ? product.p : std::pow(10, product.log10_p);
  if (p < smallest_p) return {Undefined{"P is below 1e-307"}, product.log10_p};
  return {p, product.log10_p};
}

// Places of the tests that exist, smallest P first.
std::vector<std::size_t> ranked(std::span<const PValue> family) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < family.size(); ++i)
    if (family[i].log10_p) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *family[a].log10_p < *family[b].log10_p; });
  return order;
}

double factor_for(Adjustment method, double rank, double tests) {
  switch (method) {
    case Adjustment::holm: return tests - rank + 1;
    case Adjustment::benjamini_hochberg: return tests / rank;
    case Adjustment::bonferroni: return tests;
    case Adjustment::none: break;
  }
  return 1;
}

// Adjusted values never cross the order of the raw ones: Holm steps down from the smallest, Benjamini and Hochberg up.
void keep_in_order(std::vector<Product>& products, Adjustment method) {
  if (method == Adjustment::holm)
    for (std::size_t i = 1; i < products.size(); ++i) products[i] = std::max(products[i - 1], products[i], smaller);
  if (method == Adjustment::benjamini_hochberg)
    for (std::size_t i = products.size(); i-- > 1;) products[i - 1] = std::min(products[i], products[i - 1], smaller);
}

}  // namespace

std::vector<PValue> adjusted(std::span<const PValue> family, Adjustment method) {
  std::vector<PValue> result(family.begin(), family.end());
  if (method == Adjustment::none) return result;
  const std::vector<std::size_t> order = ranked(family);
  const double tests = static_cast<double>(order.size());
  std::vector<Product> products;
  for (std::size_t i = 0; i < order.size(); ++i)
    products.push_back(multiplied(family[order[i]], factor_for(method, static_cast<double>(i + 1), tests)));
  keep_in_order(products, method);
  for (std::size_t i = 0; i < order.size(); ++i) result[order[i]] = as_p_value(products[i]);
  return result;
}

std::vector<Defined<double>> adjusted(std::span<const Defined<double>> family, Adjustment method) {
  std::vector<PValue> tests;
  for (const Defined<double>& p : family) tests.push_back({p, p.map([](double value) { return std::log10(value); })});
  std::vector<Defined<double>> result;
  for (const PValue& test : adjusted(tests, method)) result.push_back(test.p);
  return result;
}

}  // namespace ecpr::statistics
