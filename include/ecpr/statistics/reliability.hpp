// Internal consistency of a scale.
#pragma once

#include <cstddef>
#include <vector>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/item_covariance.hpp"

namespace ecpr::statistics {

/// One item among the others of its scale.
struct ItemReliability {
  Defined<double> item_rest_correlation;  ///< Pearson r with the sum of the other items; below 0: forgotten reversal?
  Defined<double> alpha_if_dropped;       ///< Cronbach alpha of the other items
};

/// What can be said of a scale from the answers at one wave.
struct ScaleReliability {
  std::size_t n = 0;  ///< people with every item answered
  Defined<double> alpha;
  Defined<Interval> alpha_interval;
  Defined<double> omega_total;
  std::vector<ItemReliability> items;
};

/// How consistent the items of a scale are: the reliability of their sum if all measure the same, equally well.
///
/// alpha = k / (k - 1) (1 - sum of item variances / variance of the sum), at most 1, negative where items contradict
/// each other. Empty with fewer than 2 people or items, and where the sum does not vary.
/// Cronbach (1951), Psychometrika 16, 297-334; agrees with psych `alpha(use = "complete")` for R and with PSPP.
Defined<double> cronbach_alpha(const ItemCovariance& covariance);

/// The confidence interval of an alpha from n people and k items.
///
/// 1 - (1 - alpha) F, F the quantiles (1 +- confidence) / 2 of the F distribution with n - 1 and (n - 1)(k - 1) degrees
/// of freedom. Empty for alpha = 1. Requires: n, items >= 2, alpha <= 1, 0 < confidence < 1.
/// Feldt (1965), Psychometrika 30, 357-370; agrees with psych `alpha.ci` for R.
Defined<Interval> feldt_interval(double alpha, std::size_t n, std::size_t items, double confidence);

/// Every item's correlation with the rest, and alpha without it, in the order of the items.
///
/// The correlation is empty where the item or the sum of the others does not vary; alpha without the item where
/// cronbach_alpha of the others is. Agrees with `r.drop` and `alpha.drop` of psych `alpha` for R.
std::vector<ItemReliability> item_reliabilities(const ItemCovariance& covariance);

/// All of these, and omega_total. Requires: 0 < confidence < 1.
ScaleReliability scale_reliability(const ItemCovariance& covariance, double confidence);

}  // namespace ecpr::statistics
