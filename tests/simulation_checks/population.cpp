#include "population.hpp"

#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include "ecpr/simulation/normal_deviate.hpp"
#include "ecpr/statistics/normal.hpp"

namespace ecpr::checks {

namespace {

constexpr double cluster_share = 0.1;
constexpr std::array<double, 4> cuts = {-1.2, -0.4, 0.4, 1.2};
constexpr std::size_t answers_count = cuts.size() + 1;
using Shares = std::array<double, answers_count>;
using JointShares = std::array<Shares, answers_count>;

/// P(answer) of a normal latent score.
Shares shares_of(double mean, double sd) {
  Shares shares{};
  double below = 0;
  for (std::size_t i = 0; i < answers_count; ++i) {
    const double up_to = i < cuts.size() ? statistics::normal_cdf((cuts[i] - mean) / sd) : 1;
    shares[i] = up_to - below;
    below = up_to;
  }
  return shares;
}

/// P(answer before, answer after), by the midpoint rule over the score before.
JointShares joint_shares(double shift, double correlation) {
  constexpr double step = 1e-4, farthest = 9;
  JointShares joint{};
  const double residual = std::sqrt(1 - correlation * correlation);
  for (double z = -farthest + step / 2; z < farthest; z += step) {
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi) * step;
    std::size_t before = 0;
    while (before < cuts.size() && z > cuts[before]) ++before;
    const Shares after = shares_of(shift + correlation * z, residual);
    for (std::size_t i = 0; i < answers_count; ++i) joint[before][i] += density * after[i];
  }
  return joint;
}

/// Mean of the middle 60%.
double trimmed_mean(const Shares& shares) {
  constexpr double trim = 0.2;
  double below = 0, sum = 0;
  for (std::size_t i = 0; i < answers_count; ++i) {
    const double from = std::max(below, trim), to = std::min(below + shares[i], 1 - trim);
    if (to > from) sum += (to - from) * static_cast<double>(i + 1);
    below += shares[i];
  }
  return sum / (1 - 2 * trim);
}

/// Median of the average of two independent changes.
double pseudomedian(const std::map<int, double>& changes) {
  std::map<int, double> sums;
  for (const auto& [a, p] : changes) {
    for (const auto& [b, q] : changes) sums[a + b] += p * q;
  }
  double below = 0;
  for (const auto& [sum, p] : sums) {
    below += p;
    if (below >= 0.5) return sum / 2.0;
  }
  return 0;
}

}  // namespace

Population::Population(Answers answers, double shift, double correlation)
    : answers_(answers), shift_(shift), correlation_(correlation) {
  truth_ = answers == Answers::normal ? normal_truth() : likert_truth();
}

double Population::answer(double latent) const {
  if (answers_ == Answers::normal) return latent;
  double answer = 1;
  for (const double cut : cuts) answer += latent > cut;
  return answer;
}

std::pair<double, double> Population::draw(statistics::RandomStream& stream, double cluster) const {
  const double before = simulation::normal_deviate(stream), own = simulation::normal_deviate(stream);
  const double rest = std::sqrt(cluster_share) * cluster + std::sqrt(1 - cluster_share) * own;
  const double after = shift_ + correlation_ * before + std::sqrt(1 - correlation_ * correlation_) * rest;
  return {answer(before), answer(after)};
}

std::pair<double, double> Population::draw(statistics::RandomStream& stream) const {
  return draw(stream, simulation::normal_deviate(stream));
}

double Population::answer_with(double loading, double factor, statistics::RandomStream& stream) const {
  return answer(loading * factor + std::sqrt(1 - loading * loading) * simulation::normal_deviate(stream));
}

Truth Population::normal_truth() const {
  const double sd_change = std::sqrt(2 * (1 - correlation_));
  return {shift_, shift_ / sd_change, shift_, shift_, shift_, shift_, shift_, correlation_};
}

Truth Population::likert_truth() const {
  const JointShares joint = joint_shares(shift_, correlation_);
  double pre = 0, post = 0, pre_square = 0, post_square = 0, product = 0;
  std::map<int, double> changes;
  for (std::size_t i = 0; i < answers_count; ++i) {
    for (std::size_t j = 0; j < answers_count; ++j) {
      const double p = joint[i][j], a = static_cast<double>(i + 1), b = static_cast<double>(j + 1);
      pre += p * a;
      post += p * b;
      pre_square += p * a * a;
      post_square += p * b * b;
      product += p * a * b;
      changes[static_cast<int>(j) - static_cast<int>(i)] += p;
    }
  }
  const double pre_variance = pre_square - pre * pre, post_variance = post_square - post * post;
  const double covariance = product - pre * post, correlation = covariance / std::sqrt(pre_variance * post_variance);
  const double change = post - pre, d_z = change / std::sqrt(pre_variance + post_variance - 2 * covariance);
  Truth truth{change,
              d_z,
              change / std::sqrt((pre_variance + post_variance) / 2),
              d_z * std::sqrt(2 * (1 - correlation)),
              change / std::sqrt(pre_variance),
              0,
              0,
              correlation};
  truth.pseudomedian = pseudomedian(changes);
  truth.trimmed_change = trimmed_mean(shares_of(shift_, 1)) - trimmed_mean(shares_of(0, 1));
  return truth;
}

}  // namespace ecpr::checks
