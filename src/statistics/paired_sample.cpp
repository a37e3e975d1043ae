#include "ecpr/statistics/paired_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "ecpr/statistics/moments.hpp"

namespace ecpr::statistics {

PairedSample::PairedSample(std::vector<double> pre, std::vector<double> post, double typed_unit)
    : pre_(std::move(pre)), post_(std::move(post)), typed_unit_(typed_unit) {
  if (pre_.size() != post_.size())
    throw std::invalid_argument(
        fmt::format("a paired sample of {} values before and {} after", pre_.size(), post_.size()));
  if (!(typed_unit >= 0 && std::isfinite(typed_unit)))
    throw std::invalid_argument("a typed unit below 0 or not finite");
  changes_.reserve(pre_.size());
  double largest = 0;
  for (std::size_t i = 0; i < pre_.size(); ++i) {
    changes_.push_back(post_[i] - pre_[i]);
    if (!std::isfinite(changes_[i])) throw std::invalid_argument(fmt::format("pair {} has no finite change", i + 1));
    largest = std::max({largest, std::abs(pre_[i]), std::abs(post_[i])});
    whole_ = whole_ && pre_[i] == std::floor(pre_[i]) && post_[i] == std::floor(post_[i]);
  }
  if (largest > 0) resolution_ = 4 * std::numeric_limits<double>::epsilon() * largest + 2 * typed_unit;
  changes_are_equal_ = equal_but_for_rounding(changes_, resolution_);
}

double PairedSample::settled(double value) const { return !whole_ && std::abs(value) <= resolution_ ? 0 : value; }

bool equal_but_for_rounding(std::span<const double> values, double resolution) {
  const double width = range(values);
  if (width <= resolution) return true;
  if (width > resolution * static_cast<double>(values.size())) return false;
  std::vector<double> ordered(values.begin(), values.end());
  std::sort(ordered.begin(), ordered.end());
  return end_of_tie(ordered, 0, resolution) == ordered.size();
}

std::size_t end_of_tie(std::span<const double> ordered, std::size_t first, double resolution) {
  std::size_t end = first + 1;
  while (end < ordered.size() && ordered[end] - ordered[end - 1] <= resolution) ++end;
  return end;
}

}  // namespace ecpr::statistics
