#include "ecpr/statistics/median.hpp"

#include <algorithm>
#include <numeric>

namespace ecpr::statistics {

Defined<double> median(std::vector<double> values) {
  if (values.empty()) return Undefined{"nobody has a value"};
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return std::midpoint(*std::max_element(values.begin(), middle), *middle);
}

}  // namespace ecpr::statistics
