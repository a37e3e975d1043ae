// The covariances of the items of one scale, from exact integer sums or from numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ecpr::statistics {

/// Sums over the people who answered every item of a scale; exact, so that no order of people changes them.
///
/// Answers are integers, keyed (reversed items turned round) and taken about the middle of their range or any other
/// integer, in any unit common to all items. Adding two of these adds people.
struct ItemCrossProducts {
  std::size_t n = 0;                   ///< people
  std::size_t items = 0;               ///< k
  std::vector<std::int64_t> sums;      ///< k: sum of the answers to item i
  std::vector<std::int64_t> products;  ///< k x k, row-major, both halves: sum of answer i times answer j
};

/// The covariance matrix of k items, and from how many people it is.
struct ItemCovariance {
  std::size_t n = 0;
  std::size_t items = 0;
  std::vector<double> values;  ///< k x k, row-major, symmetric, divided by n - 1; all 0 with fewer than 2 people

  double at(std::size_t row, std::size_t column) const { return values[row * items + column]; }
};

/// (n S_ij - s_i s_j) / (n (n - 1)): the numerator is exact, whatever the size of the sums.
/// Requires: `sums` and `products` have k and k x k elements.
ItemCovariance item_covariance(const ItemCrossProducts& products);

/// From numbers, for answers that are not whole: answers[i] are those of all n people to item i.
/// Requires: equal lengths, all finite.
ItemCovariance item_covariance(std::span<const std::vector<double>> answers);

}  // namespace ecpr::statistics
