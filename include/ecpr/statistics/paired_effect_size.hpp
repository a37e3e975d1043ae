// Standardized mean changes, each with the interval that belongs to it.
#pragma once

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"
#include "ecpr/statistics/paired_t_test.hpp"

namespace ecpr::statistics {

/// An estimate and its confidence interval; each may be undefined on its own.
struct EffectSize {
  Defined<double> estimate;
  Defined<Interval> interval;
};

/// Which interval d_av gets.
enum class AverageInterval { algina_keselman, bonett };

/// All six standardized mean changes of one comparison; positive where post is higher.
struct PairedEffectSizes {
  EffectSize d_z;    ///< by the SD of the changes
  EffectSize d_av;   ///< by the root mean square of both SDs
  EffectSize d_rm;   ///< d_z sqrt(2 (1 - r))
  EffectSize d_pre;  ///< by the SD before
  EffectSize g_z;    ///< J d_z, J with n - 1 degrees of freedom
  EffectSize g_av;   ///< J d_av
};

/// The effect sizes of STATISTICS; empty with fewer than 2 pairs or when all changes are equal.
PairedEffectSizes paired_effect_sizes(const PairedTTest& test, double confidence, AverageInterval average_interval);

}  // namespace ecpr::statistics
