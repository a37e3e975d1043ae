// Made-up samples, and what is counted of them.
#pragma once

#include <vector>

#include "checks.hpp"
#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/simulation/normal_deviate.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::checks {

/// `n` people who are in no cluster.
inline statistics::PairedSample sample_of(const Population& population, std::size_t n,
                                          statistics::RandomStream& stream) {
  std::vector<double> pre, post;
  for (std::size_t i = 0; i < n; ++i) {
    const auto [before, after] = population.draw(stream);
    pre.push_back(before);
    post.push_back(after);
  }
  return {std::move(pre), std::move(post)};
}

/// `n` people in clusters of five.
struct ClusteredSample {
  statistics::PairedSample sample;
  std::vector<std::size_t> cluster;
};

inline ClusteredSample clustered_sample(const Population& population, std::size_t n, statistics::RandomStream& stream) {
  constexpr std::size_t cluster_size = 5;
  std::vector<double> pre, post;
  std::vector<std::size_t> cluster;
  double common = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (i % cluster_size == 0) common = simulation::normal_deviate(stream);
    const auto [before, after] = population.draw(stream, common);
    pre.push_back(before);
    post.push_back(after);
    cluster.push_back(i / cluster_size);
  }
  return {{std::move(pre), std::move(post)}, std::move(cluster)};
}

inline void count_cover(Tally& tally, const Defined<Interval>& interval, double truth) {
  constexpr double rounding = 1e-9;
  if (!interval) {
    ++tally.undefined;
  } else {
    tally.add(interval->lower <= truth + rounding && truth - rounding <= interval->upper);
  }
}

/// A test that does not exist does not reject.
inline void count_rejection(Tally& tally, const Defined<double>& p) {
  tally.undefined += !p;
  tally.add(p && *p < alpha);
}

}  // namespace ecpr::checks
