// What stands beside the t test of one comparison: what a reviewer asks for.
#pragma once

#include <optional>
#include <string>

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/bayes_factor.hpp"
#include "ecpr/statistics/bivariate_missing.hpp"
#include "ecpr/statistics/bootstrap.hpp"
#include "ecpr/statistics/cluster_robust.hpp"
#include "ecpr/statistics/equivalence.hpp"
#include "ecpr/statistics/hodges_lehmann.hpp"
#include "ecpr/statistics/mcnemar.hpp"
#include "ecpr/statistics/shapiro_wilk.hpp"
#include "ecpr/statistics/wilcoxon.hpp"
#include "ecpr/statistics/yuen.hpp"

namespace ecpr::analysis {

/// Everything from the same pairs as the t test, but for the likelihood, which uses those of one wave, too.
struct Supplement {
  statistics::WilcoxonTest wilcoxon;
  statistics::HodgesLehmann hodges_lehmann;
  statistics::ShapiroWilk shapiro_wilk;
  Defined<double> skewness;  ///< of the changes
  statistics::YuenTest yuen;
  statistics::BayesFactor bayes_factor;
  std::optional<statistics::EquivalenceTest> equivalence;         ///< when bounds were given
  std::optional<statistics::PairedBootstrap> bootstrap;           ///< when resamples were asked for
  std::optional<statistics::McNemarTest> mcnemar;                 ///< of outcomes with two answers (0 and 1, 1 and 2)
  std::optional<statistics::ClusterRobustChange> cluster_robust;  ///< when clusters are known
  statistics::LikelihoodChange likelihood;                        ///< empty where nobody is missing in one wave
  Defined<double> no_change_for_lost;  ///< the mean change had those without a score after kept theirs
};

/// Half a sentence of what should be known of a cluster-robust test, with fewer than 4 degrees of freedom (Tipton 2015,
/// Psychological Methods 20, 375-393); else empty.
std::string caution_of(const statistics::ClusterRobustChange& test);

}  // namespace ecpr::analysis
