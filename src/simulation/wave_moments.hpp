// Moments of the sum of a scale's items at one wave, by integration over the true score.
#pragma once

#include <array>

#include "ecpr/simulation/answer_model.hpp"

namespace ecpr::simulation {

/// P(Z <= z).
double cumulative_normal(double z);

/// Mean and variance of an item's value when its latent variable is normal with this mean (in ranks) and SD.
struct ItemMoments {
  double mean, variance;
};
ItemMoments item_moments(const std::vector<double>& values, double mean, double sd);

/// The sum of the items at one wave.
struct WaveMoments {
  static constexpr std::size_t terms = 48;

  double mean = 0, variance = 0;
  /// The expectation of the sum given f as a series of normalized Hermite polynomials of f; the first is the mean.
  std::array<double, terms> series{};
};

/// Of `model` when f has the mean `shift`.
WaveMoments wave_moments(const AnswerModel& model, double shift);

/// Covariance of the sums at two waves whose true scores correlate by `stability`. O(terms).
double covariance(const WaveMoments& pre, const WaveMoments& post, double stability);

}  // namespace ecpr::simulation
