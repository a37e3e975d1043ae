// How many resamples a bootstrap interval needs.
#pragma once

#include <cstddef>

namespace ecpr::study {

/// Fewer say nothing of the tails of a 95% interval.
constexpr std::size_t fewest_resamples = 100;

}  // namespace ecpr::study
