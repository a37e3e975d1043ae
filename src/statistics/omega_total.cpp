#include "ecpr/statistics/omega_total.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>
#include <limits>

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

// Every item's loading on the first principal component (by powers of R), short of a uniqueness of 0.
OneFactor first_guess(const MatrixXd& observed) {
  VectorXd direction = VectorXd::Ones(observed.rows());
  for (int power = 0; power < 30; ++power) direction = (observed * direction).normalized();
  const VectorXd loadings = direction * std::sqrt(direction.dot(observed * direction));
  const VectorXd held = loadings.cwiseMax(-0.9).cwiseMin(0.9);
  return {held, (1 - held.array().square()).matrix()};
}

// First derivatives of the discrepancy by loadings and uniquenesses: 2 G lambda and diag G, G = W - W R W,
// W = Sigma^-1.
VectorXd gradient(const OneFactor& model, const MatrixXd& slope) {
  VectorXd result(2 * model.loadings.size());
  result << 2 * (slope * model.loadings), slope.diagonal();
  return result;
}

// Second derivatives: Q = 2 W R W - W and G as above give the observed, Q = W and G = 0 the expected ones.
MatrixXd curvature(const OneFactor& model, const MatrixXd& inverse, const MatrixXd& q, const MatrixXd& slope) {
  const Eigen::Index k = model.loadings.size();
  const VectorXd by_inverse = inverse * model.loadings, by_q = q * model.loadings;
  MatrixXd result(2 * k, 2 * k);
  result.topLeftCorner(k, k) = q * model.loadings.dot(by_inverse) + inverse * model.loadings.dot(by_q) +
                               by_inverse * by_q.transpose() + by_q * by_inverse.transpose() + 2 * slope;
  result.topRightCorner(k, k) = q * by_inverse.asDiagonal();
  result.topRightCorner(k, k) += inverse * by_q.asDiagonal();
  result.bottomLeftCorner(k, k) = result.topRightCorner(k, k).transpose();
  result.bottomRightCorner(k, k) = inverse.cwiseProduct(q);
  return result;
}

// Newton's step where the discrepancy is convex, else the step of Fisher scoring.
OneFactor next_step(const OneFactor& model, const MatrixXd& observed) {
  const Eigen::Index k = observed.rows();
  const MatrixXd inverse = model.correlations().llt().solve(MatrixXd::Identity(k, k));
  const MatrixXd weighted = inverse * observed * inverse, slope = inverse - weighted;
  Eigen::LLT<MatrixXd> factors(curvature(model, inverse, 2 * weighted - inverse, slope));
  if (factors.info() != Eigen::Success) factors.compute(curvature(model, inverse, inverse, MatrixXd::Zero(k, k)));
  const VectorXd step = factors.solve(-gradient(model, slope));
  return {step.head(k), step.tail(k)};
}

OneFactor moved(const OneFactor& from, const OneFactor& step, double share) {
  return {from.loadings + share * step.loadings, from.uniquenesses + share * step.uniquenesses};
}

bool well_conditioned(const MatrixXd& positive, double smallest_pivot) {
  const Eigen::LLT<MatrixXd> factors(positive);
  return factors.info() == Eigen::Success &&
         MatrixXd(factors.matrixL()).diagonal().minCoeff() > std::sqrt(smallest_pivot);
}

// Whether no other loadings fit as well: not so where an item goes with one other item alone, or with none.
bool identified(const OneFactor& model) {
  const Eigen::Index k = model.loadings.size();
  const MatrixXd inverse = model.correlations().llt().solve(MatrixXd::Identity(k, k));
  return well_conditioned(curvature(model, inverse, inverse, MatrixXd::Zero(k, k)), 1e-8);
}

struct Fit {
  OneFactor model;
  bool converged;
};

Fit fitted(const MatrixXd& observed) {
  OneFactor model = first_guess(observed);
  double value = discrepancy(model, observed);
  for (int iteration = 0; iteration < 200; ++iteration) {
    const OneFactor step = next_step(model, observed);
    const double length = std::max(step.loadings.cwiseAbs().maxCoeff(), step.uniquenesses.cwiseAbs().maxCoeff());
    double share = 1;
    while (share > 1e-6 && !(discrepancy(moved(model, step, share), observed) <= value + 1e-12)) share /= 2;
    if (share <= 1e-6) break;
    model = moved(model, step, share);
    value = discrepancy(model, observed);
    if (length < 1e-10) return {model, true};
  }
  return {model, false};
}

}  // namespace

Defined<double> omega_total(const ItemCovariance& covariance) {
  if (covariance.n < 2) return Undefined{"fewer than 2 people answered every item"};
  if (covariance.items < 3) return Undefined{"a factor needs at least 3 items"};
  const Eigen::Index k = static_cast<Eigen::Index>(covariance.items);
  const Eigen::Map<const MatrixXd> observed(covariance.values.data(), k, k);
  if (observed.diagonal().minCoeff() <= 0) return Undefined{"an item does not vary"};
  const VectorXd deviations = observed.diagonal().cwiseSqrt(), scales = deviations.cwiseInverse();
  const MatrixXd correlations = scales.asDiagonal() * observed * scales.asDiagonal();
  if (!well_conditioned(correlations, 1e-10)) return Undefined{"an item is a sum of others"};
  const auto [model, converged] = fitted(correlations);
  if (model.uniquenesses.minCoeff() < 1e-8) return Undefined{"the best fit leaves an item no variance of its own"};
  if (!converged) return Undefined{"the one-factor model did not converge"};
  if (!identified(model)) return Undefined{"the items do not identify a factor"};
  const double common = std::pow(model.loadings.dot(deviations), 2);
  const double unique = model.uniquenesses.dot(deviations.cwiseAbs2());
  return common / (common + unique);
}

}  // namespace ecpr::statistics
