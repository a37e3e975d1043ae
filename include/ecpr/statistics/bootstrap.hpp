// Bootstrap intervals of the mean change and of d_z.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ecpr/statistics/bca_interval.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// The choices of a bootstrap.
struct BootstrapSettings {
  std::size_t resamples = 10'000;
  std::uint64_t seed = 1;
  double confidence = 0.95;
  unsigned threads = 1;  ///< changes the time, never a result
};

/// Bootstrap intervals of one comparison.
struct PairedBootstrap {
  BootstrapInterval mean_change;     ///< in the unit of the scores
  BootstrapInterval d_z;             ///< mean change / SD of the changes
  std::size_t without_variance = 0;  ///< resamples whose changes were all equal: left out of d_z's
};

/// Draws n people with replacement, `resamples` times, and takes bias-corrected and accelerated (BCa) intervals.
///
/// Resample i depends on the seed and i alone: RandomStream(seed, i), its k-th person by the k-th call of below(n).
/// Both intervals are empty with fewer than 2 pairs, when all changes are equal, and with fewer than
/// 2/(1 - confidence) - 1 resamples. Swapping the waves flips both. O(resamples x n) time, two doubles per resample.
/// Requires: 0 < confidence < 1; throws std::invalid_argument for 0 threads or 2^32 pairs and more.
PairedBootstrap bootstrap_paired(const PairedSample& sample, const BootstrapSettings& settings);

}  // namespace ecpr::statistics
