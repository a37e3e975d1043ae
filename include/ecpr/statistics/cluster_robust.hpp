// The mean change when people come in clusters: trained together, not independent of each other.
#pragma once

#include <cstddef>
#include <span>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_sample.hpp"

namespace ecpr::statistics {

/// The test of the mean change over people (every person counts the same) with standard errors by cluster.
struct ClusterRobustChange {
  std::size_t n = 0, clusters = 0;
  Defined<double> intraclass_correlation;
  Defined<double> standard_error;
  Defined<double> t, degrees_of_freedom;
  Defined<double> p;             ///< two-sided; empty with reason below 1e-307
  Defined<Interval> interval;    ///< of the mean change
  Defined<double> log10_p = {};  ///< decimal logarithm of P, also where `p` is too small for a double
};

/// The test that does not exist for `n` pairs in so many clusters: everything else is empty, with `reason`.
ClusterRobustChange no_cluster_robust_change(std::size_t n, std::size_t clusters, const std::string& reason);

/// Bias-reduced (CR2) standard error of the mean change, Satterthwaite df, and the intraclass correlation.
///
/// With n_j people, mean change m_j and share f_j = n_j / N in cluster j of J, m the mean of all changes:
///
///     SE^2 = sum f_j^2 (m_j - m)^2 / (1 - f_j)
///     df   = 1 / (sum f_j^2 + 2 sum_{j<k} q_j q_k),  q_j = f_j^2 / (1 - f_j)
///     t    = m / SE
///
/// which is CR2 with an identity working model for a model of one mean, written out. J clusters of one size: df J - 1;
/// all clusters of one person: the plain paired t test.
///
///     ICC = (MSB - MSW) / (MSB + (n0 - 1) MSW),  n0 = (N - sum n_j^2 / N) / (J - 1)
///
/// by the one-way analysis of variance of the changes. From -1 / (n0 - 1) to 1; a negative estimate stays as it is
/// (people of a cluster are then less alike than strangers, as chance makes it in about half of all samples without
/// clustering; a floor at 0 would bias upwards).
///
/// `cluster_of_pair` holds one index per pair, any numbers; indices that do not occur are no clusters. Throws
/// std::invalid_argument when the lengths differ. Everything is empty with fewer than 2 clusters; SE, t, df, P and
/// interval when all clusters have the same mean change (up to the rounding error of the scores); the correlation when
/// every cluster is one person, or all changes are equal.
/// Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky & Tipton (2018), J Bus Econ Stat 36, 672-683,
/// section 2; agrees with R's clubSandwich 0.5.8, conf_int and coef_test. ICC: Donner (1986), Int Stat Rev 54, 67-82.
ClusterRobustChange cluster_robust_change(const PairedSample& sample, std::span<const std::size_t> cluster_of_pair,
                                          double confidence);

}  // namespace ecpr::statistics
