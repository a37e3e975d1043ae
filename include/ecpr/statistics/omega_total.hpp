// McDonald's omega: the reliability of a sum score when one factor stands behind its items.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/item_covariance.hpp"

namespace ecpr::statistics {

/// The share of the variance of the sum that the common factor makes, 0 to 1.
///
/// omega = (sum lambda)^2 / ((sum lambda)^2 + sum theta), with the loadings lambda and uniquenesses theta of the
/// one-factor model Sigma = lambda lambda' + diag(theta) that maximizes the normal likelihood of the covariance
/// matrix. Without sign or unit of its own: turning all items round or multiplying all answers changes nothing.
/// Empty with fewer than 2 people or 3 items, for a constant item, a singular covariance matrix (no more people than
/// items, or an item that repeats others), a uniqueness that is not above 0 (Heywood case), no convergence, and where
/// other loadings would fit as well (fewer than 3 items that go together).
/// McDonald (1999), Test theory: a unified treatment, ch. 6; agrees with lavaan for R (one factor, ML).
Defined<double> omega_total(const ItemCovariance& covariance);

}  // namespace ecpr::statistics
