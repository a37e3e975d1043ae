#include "ecpr/statistics/paired_sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace ecpr::statistics {

PairedSample::PairedSample(std::vector<double> pre, std::vector<double> post)
    : pre_(std::move(pre)), post_(std::move(post)) {
  if (pre_.size() != post_.size())
    throw std::invalid_argument(
        fmt::format("a paired sample of {} values before and {} after", pre_.size(), post_.size()));
  changes_.reserve(pre_.size());
  double largest = 0;
  for (std::size_t i = 0; i < pre_.size(); ++i) {
    changes_.push_back(post_[i] - pre_[i]);
    if (!std::isfinite(changes_[i])) throw std::invalid_argument(fmt::format("pair {} has no finite change", i + 1));
    largest = std::max({largest, std::abs(pre_[i]), std::abs(post_[i])});
  }
  resolution_ = 4 * std::numeric_limits<double>::epsilon() * largest;
}

}  // namespace ecpr::statistics
