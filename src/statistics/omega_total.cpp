#include "ecpr/statistics/omega_total.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <limits>
#include <optional>

namespace ecpr::statistics {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Loadings and uniquenesses of standardized items.
struct OneFactor {
  VectorXd loadings, uniquenesses;

  MatrixXd correlations() const { return loadings * loadings.transpose() + MatrixXd(uniquenesses.asDiagonal()); }
};

// -2 log likelihood per person without constants, ln|Sigma| + tr(R Sigma^-1); infinite outside the model.
double discrepancy(const OneFactor& model, const MatrixXd& observed) {
  const Eigen::LLT<MatrixXd> factors(model.correlations());
  if (factors.info() != Eigen::Success) return std::numeric_limits<double>::infinity();
  const double log_determinant = 2 * MatrixXd(factors.matrixL()).diagonal().array().log().sum();
  return log_determinant + factors.solve(observed).trace();
}

// Every item's loading on the first principal component, short of a uniqueness of 0.
OneFactor first_guess(const MatrixXd& observed) {
  const Eigen::SelfAdjointEigenSolver<MatrixXd> spectrum(observed);
  const Eigen::Index last = observed.rows() - 1;
  const VectorXd loadings = spectrum.eigenvectors().col(last) * std::sqrt(spectrum.eigenvalues()(last));
  const VectorXd held = loadings.cwiseMax(-0.9).cwiseMin(0.9);
  return {held, (1 - held.array().square()).matrix()};
}

// The step of Fisher scoring: expected second derivatives of the discrepancy against its first ones.
// With W = Sigma^-1, G = W - W R W: gradient 2 G lambda and diag G; expected second derivatives
// 2 (W_ij lambda'W lambda + v_i v_j), 2 W_ij v_j and W_ij^2, v = W lambda.
OneFactor scoring_step(const OneFactor& model, const MatrixXd& observed) {
  const Eigen::Index k = observed.rows();
  const MatrixXd inverse = model.correlations().llt().solve(MatrixXd::Identity(k, k));
  const MatrixXd slope = inverse - inverse * observed * inverse;
  const VectorXd weighted = inverse * model.loadings;
  MatrixXd curvature(2 * k, 2 * k);
  curvature.topLeftCorner(k, k) = 2 * (inverse * model.loadings.dot(weighted) + weighted * weighted.transpose());
  curvature.topRightCorner(k, k) = 2 * inverse * weighted.asDiagonal();
  curvature.bottomLeftCorner(k, k) = curvature.topRightCorner(k, k).transpose();
  curvature.bottomRightCorner(k, k) = inverse.cwiseProduct(inverse);
  VectorXd gradient(2 * k);
  gradient << 2 * (slope * model.loadings), slope.diagonal();
  const VectorXd step = curvature.ldlt().solve(-gradient);
  return {step.head(k), step.tail(k)};
}

OneFactor moved(const OneFactor& from, const OneFactor& step, double share) {
  return {from.loadings + share * step.loadings, from.uniquenesses + share * step.uniquenesses};
}

std::optional<OneFactor> fitted(const MatrixXd& observed) {
  OneFactor model = first_guess(observed);
  double value = discrepancy(model, observed);
  for (int iteration = 0; iteration < 1000; ++iteration) {
    const OneFactor step = scoring_step(model, observed);
    if (!step.loadings.allFinite() || !step.uniquenesses.allFinite()) return std::nullopt;
    double share = 1;
    while (share > 1e-6 && !(discrepancy(moved(model, step, share), observed) <= value + 1e-12)) share /= 2;
    if (share <= 1e-6) return std::nullopt;
    model = moved(model, step, share);
    value = discrepancy(model, observed);
    if (std::max(step.loadings.cwiseAbs().maxCoeff(), step.uniquenesses.cwiseAbs().maxCoeff()) < 1e-11) return model;
  }
  return std::nullopt;
}

bool singular(const MatrixXd& correlations) {
  const Eigen::SelfAdjointEigenSolver<MatrixXd> spectrum(correlations, Eigen::EigenvaluesOnly);
  return spectrum.eigenvalues()(0) < 1e-10;
}

}  // namespace

Defined<double> omega_total(const ItemCovariance& covariance) {
  if (covariance.n < 2) return Undefined{"fewer than 2 people answered every item"};
  if (covariance.items < 3) return Undefined{"a factor of fewer than 3 items is not identified"};
  const Eigen::Index k = static_cast<Eigen::Index>(covariance.items);
  const Eigen::Map<const MatrixXd> observed(covariance.values.data(), k, k);
  if (observed.diagonal().minCoeff() <= 0) return Undefined{"an item does not vary"};
  const VectorXd deviations = observed.diagonal().cwiseSqrt(), scales = deviations.cwiseInverse();
  const MatrixXd correlations = scales.asDiagonal() * observed * scales.asDiagonal();
  if (singular(correlations)) return Undefined{"the covariance matrix of the items is singular"};
  const std::optional<OneFactor> model = fitted(correlations);
  if (!model) return Undefined{"the one-factor model did not converge"};
  if (model->uniquenesses.minCoeff() < 1e-8) return Undefined{"a uniqueness is not above 0 (Heywood case)"};
  const double common = std::pow(model->loadings.dot(deviations), 2);
  const double unique = model->uniquenesses.dot(deviations.cwiseAbs2());
  return common / (common + unique);
}

}  // namespace ecpr::statistics
