// The bivariate normal distribution fitted by maximum likelihood to values that are partly missing.
#pragma once

#include <Eigen/Core>
#include <array>
#include <optional>
#include <span>

namespace ecpr::statistics {

/// Means before and after, and their covariance matrix.
struct BivariateNormal {
  Eigen::Vector2d mean;
  Eigen::Matrix2d covariance;
};

/// The people who answered at the same waves, as far as the likelihood knows them: how many they are, their means, and
/// their mean squares and products about the means (divisor n). Zero where they did not answer.
struct AnswerPattern {
  double n = 0;
  bool pre = false, post = false;
  Eigen::Vector2d mean = Eigen::Vector2d::Zero();
  Eigen::Matrix2d scatter = Eigen::Matrix2d::Zero();
};

/// Requires: equal lengths of at least 2.
AnswerPattern answered_both(std::span<const double> pre, std::span<const double> post);
AnswerPattern answered_pre_only(std::span<const double> pre);
AnswerPattern answered_post_only(std::span<const double> post);

/// The maximum of the likelihood, and the covariance matrix of the estimated means there.
struct LikelihoodMaximum {
  BivariateNormal estimate;
  double log_likelihood = 0;            ///< without the constant -(number of values / 2) log(2 pi)
  Eigen::Matrix2d covariance_of_means;  ///< from the inverse observed information of all five parameters
};

/// The highest point of the likelihood of all patterns; `patterns[0]` answered at both waves.
///
/// Newton's method with a step of EM wherever Newton's does not lead upwards, each O(1), until a step of
/// Newton's is below 1e-7 standard errors (each next one is about its square) at a point where the information is
/// positive definite. Where both waves have missing values there may be several maxima: the climb starts at four
/// correlations. Empty when no climb ends so. Requires: values of order 1; at least 3 complete pairs that do not lie on
/// one line. Little & Rubin (2020), Statistical Analysis with Missing Data, 3rd ed., sections 9.1 and 11.2.
std::optional<LikelihoodMaximum> highest_likelihood(const std::array<AnswerPattern, 3>& patterns);

}  // namespace ecpr::statistics
