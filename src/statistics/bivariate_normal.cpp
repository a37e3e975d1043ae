#include "ecpr/statistics/bivariate_normal.hpp"

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <cmath>

#include "ecpr/statistics/moments.hpp"

namespace ecpr::statistics {
namespace {

using Eigen::Matrix2d;
using Eigen::Vector2d;
/// The parameters in order: mean before, mean after, variance before, covariance, variance after.
using Vector5d = Eigen::Matrix<double, 5, 1>;
using Matrix5d = Eigen::Matrix<double, 5, 5>;
using Patterns = std::array<AnswerPattern, 3>;

/// Derivatives of the covariance matrix by its three elements.
const std::array<Matrix2d, 3>& directions() {
  static const std::array<Matrix2d, 3> all = {Matrix2d{{1, 0}, {0, 0}}, Matrix2d{{0, 1}, {1, 0}},
                                              Matrix2d{{0, 0}, {0, 1}}};
  return all;
}

bool proper(const BivariateNormal& normal) {
  return normal.covariance(0, 0) > 0 && normal.covariance.determinant() > 0;
}

double log_determinant(const AnswerPattern& pattern, const Matrix2d& covariance) {
  if (pattern.pre && pattern.post) return std::log(covariance.determinant());
  return std::log(pattern.pre ? covariance(0, 0) : covariance(1, 1));
}

/// The inverse of the observed part of the covariance matrix; zero elsewhere.
Matrix2d precision(const AnswerPattern& pattern, const Matrix2d& covariance) {
  if (pattern.pre && pattern.post) return covariance.inverse();
  Matrix2d result = Matrix2d::Zero();
  if (pattern.pre) result(0, 0) = 1 / covariance(0, 0);
  if (pattern.post) result(1, 1) = 1 / covariance(1, 1);
  return result;
}

Vector2d deviation(const AnswerPattern& pattern, const Vector2d& from) {
  return {pattern.pre ? pattern.mean(0) - from(0) : 0, pattern.post ? pattern.mean(1) - from(1) : 0};
}

Matrix2d squares(const AnswerPattern& pattern, const Vector2d& from) {
  const Vector2d step = deviation(pattern, from);
  return pattern.scatter + step * step.transpose();
}

double log_likelihood(const Patterns& patterns, const BivariateNormal& at) {
  double result = 0;
  for (const AnswerPattern& each : patterns)
    if (each.n > 0)
      result -=
          each.n / 2 *
          (log_determinant(each, at.covariance) + (precision(each, at.covariance) * squares(each, at.mean)).trace());
  return result;
}

struct Derivatives {
  Vector5d gradient = Vector5d::Zero();
  Matrix5d information = Matrix5d::Zero();  ///< minus the second derivatives
};

void add_derivatives(Derivatives& to, const AnswerPattern& pattern, const BivariateNormal& at) {
  const Matrix2d inverse = precision(pattern, at.covariance);
  const Vector2d pull = inverse * deviation(pattern, at.mean);
  const Matrix2d surplus = inverse * squares(pattern, at.mean);
  to.gradient.head<2>() += pattern.n * pull;
  to.information.topLeftCorner<2, 2>() += pattern.n * inverse;
  for (int a = 0; a < 3; ++a) {
    const Matrix2d first = inverse * directions()[a];
    const Vector2d mixed = pattern.n * (first * pull);
    to.gradient(2 + a) += pattern.n / 2 * ((first * surplus).trace() - first.trace());
    to.information.block<2, 1>(0, 2 + a) += mixed;
    to.information.block<1, 2>(2 + a, 0) += mixed.transpose();
    for (int b = 0; b < 3; ++b) {
      const Matrix2d second = first * inverse * directions()[b];
      to.information(2 + a, 2 + b) += pattern.n * ((second * surplus).trace() - second.trace() / 2);
    }
  }
}

Derivatives derivatives(const Patterns& patterns, const BivariateNormal& at) {
  Derivatives result;
  for (const AnswerPattern& each : patterns)
    if (each.n > 0) add_derivatives(result, each, at);
  return result;
}

/// Expectation and maximization, which never lowers the likelihood.
BivariateNormal em_step(const Patterns& patterns, const BivariateNormal& at) {
  double people = 0;
  Vector2d shift = Vector2d::Zero();
  Matrix2d about = Matrix2d::Zero();
  for (const AnswerPattern& each : patterns) {
    if (each.n == 0) continue;
    const Matrix2d prediction = at.covariance * precision(each, at.covariance);
    const Matrix2d unexplained = at.covariance - prediction * at.covariance;
    people += each.n;
    shift += each.n * (prediction * deviation(each, at.mean));
    about += each.n * (prediction * squares(each, at.mean) * prediction.transpose() + unexplained);
  }
  shift /= people;
  const Matrix2d next = about / people - shift * shift.transpose();
  return {at.mean + shift, (next + next.transpose()) / 2};
}

BivariateNormal moved(const BivariateNormal& from, const Vector5d& step) {
  BivariateNormal result = from;
  result.mean += step.head<2>();
  for (int a = 0; a < 3; ++a) result.covariance += step(2 + a) * directions()[a];
  return result;
}

/// The maximum at this point; empty when the likelihood is not curved downwards there.
std::optional<LikelihoodMaximum> summit(const Patterns& patterns, const BivariateNormal& at) {
  const Eigen::LLT<Matrix5d> information(derivatives(patterns, at).information);
  if (information.info() != Eigen::Success) return std::nullopt;
  const Matrix5d inverse = information.solve(Matrix5d::Identity());
  return LikelihoodMaximum{at, log_likelihood(patterns, at), inverse.topLeftCorner<2, 2>()};
}

/// One climb; empty when it does not come to rest.
std::optional<LikelihoodMaximum> climb(const Patterns& patterns, BivariateNormal at) {
  constexpr int enough = 200, most = 5000;
  for (int step = 0; step < most; ++step) {
    const Derivatives slope = derivatives(patterns, at);
    const Eigen::LLT<Matrix5d> information(slope.information);
    const bool peaked = information.info() == Eigen::Success;
    const Vector5d newton = peaked ? Vector5d(information.solve(slope.gradient)) : Vector5d::Zero();
    // The squared distance to the maximum in standard errors. Nearly collinear pairs leave it some rounding error.
    const double distance = newton.dot(slope.gradient);
    const BivariateNormal next = moved(at, newton);
    if (peaked && proper(next) && distance < (step < enough ? 1e-14 : 1e-8)) return summit(patterns, next);
    const bool upwards =
        peaked && proper(next) && (distance < 1e-8 || log_likelihood(patterns, next) > log_likelihood(patterns, at));
    at = upwards ? next : em_step(patterns, at);
  }
  return std::nullopt;
}

BivariateNormal with_correlation(BivariateNormal normal, double correlation) {
  const double product = correlation * std::sqrt(normal.covariance(0, 0) * normal.covariance(1, 1));
  normal.covariance(0, 1) = normal.covariance(1, 0) = product;
  return normal;
}

AnswerPattern answered_once(std::span<const double> values, int wave) {
  AnswerPattern result;
  result.n = static_cast<double>(values.size());
  (wave == 0 ? result.pre : result.post) = true;
  if (!values.empty()) result.mean(wave) = mean(values);
  if (values.size() > 1) result.scatter(wave, wave) = variance(values) * ((result.n - 1) / result.n);
  return result;
}

}  // namespace

AnswerPattern answered_both(std::span<const double> pre, std::span<const double> post) {
  const double n = static_cast<double>(pre.size()), product = covariance(pre, post);
  const Matrix2d scatter{{variance(pre), product}, {product, variance(post)}};
  return {n, true, true, {mean(pre), mean(post)}, scatter * ((n - 1) / n)};
}

AnswerPattern answered_pre_only(std::span<const double> pre) { return answered_once(pre, 0); }
AnswerPattern answered_post_only(std::span<const double> post) { return answered_once(post, 1); }

std::optional<LikelihoodMaximum> highest_likelihood(const std::array<AnswerPattern, 3>& patterns) {
  const BivariateNormal start{patterns[0].mean, patterns[0].scatter};
  std::optional<LikelihoodMaximum> best = climb(patterns, start);
  if (patterns[1].n == 0 || patterns[2].n == 0) return best;
  for (double correlation : {-0.9, 0.0, 0.9}) {
    const std::optional<LikelihoodMaximum> other = climb(patterns, with_correlation(start, correlation));
    if (other && (!best || other->log_likelihood > best->log_likelihood + 1e-9)) best = other;
  }
  return best;
}

}  // namespace ecpr::statistics
