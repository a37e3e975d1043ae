// What a study can find: before it, from assumptions; of its data, from the number of pairs and the spread of changes.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/base/defined.hpp"

namespace ecpr::analysis {

/// What is known of the scores, so that an effect can be said in other units than d_z. Requires: -1 < correlation < 1,
/// SDs above 0.
struct ScoreUnits {
  std::optional<double> correlation;  ///< between the waves
  std::optional<double> sd;           ///< of the scores, the same at both waves
  std::optional<double> sd_change;    ///< of the changes

  /// The SD of the changes: as stated, else sd sqrt(2 (1 - correlation)); empty when neither is known.
  std::optional<double> spread_of_changes() const;
  /// d_av / d_z = sqrt(2 (1 - correlation)), for one SD at both waves; empty without the correlation.
  /// Lakens (2013), Frontiers in Psychology 4:863, eqs 7 and 10.
  std::optional<double> d_av_per_d_z() const;
};

/// A paired t test, two-sided. What is empty is looked for.
struct PowerPlan {
  std::optional<double> d_z;     ///< mean change / SD of the changes, either sign
  std::optional<std::size_t> n;  ///< pairs
  std::optional<double> power;   ///< between 0 and 1
  double alpha = 0.05;           ///< between 0 and 1
};

/// The plan with what was looked for; `power` is that of the `n` pairs, which is at least what was asked for.
struct PowerAnswer {
  PowerPlan plan;
  Defined<double> d_z, power;
  Defined<std::size_t> n;
  Defined<double> d_av, change;  ///< the same effect in other units; empty where these are not known
};

/// Solves `plan`. Requires: exactly one of d_z, n and power is empty.
PowerAnswer solve(const PowerPlan& plan, const ScoreUnits& units = {});

/// The smallest change that a group could have shown in an outcome.
struct DetectableChange {
  std::size_t outcome = 0;           ///< place in Analysis::outcomes
  std::optional<std::size_t> group;  ///< place in Analysis::groups; empty: all participants
  std::size_t n = 0;                 ///< pairs
  Defined<double> sd_change;         ///< of the pairs that there are
  Defined<double> d_z;               ///< above 0: found with the power asked for
  Defined<double> change;            ///< the same in score units: d_z times the SD of the changes
};

/// One per comparison, in their order. Depends on the data by n and the SD of the changes alone: the observed mean
/// change does not enter, because "observed power" is the P value said again (Hoenig and Heisey 2001, The American
/// Statistician 55(1):19-24). Withheld groups show their n alone. Requires: 0 < alpha < power < 1.
std::vector<DetectableChange> detectable_changes(const Analysis& analysis, double power, double alpha);

}  // namespace ecpr::analysis
