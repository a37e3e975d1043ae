// Which test says whether an outcome changed.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/statistics/p_value.hpp"

namespace ecpr::analysis {

/// P of the test that decides: where clusters are known that of the cluster-robust one, else that of the paired t
/// test. Where the cluster-robust test does not exist nothing decides: both are empty, with the reason.
statistics::PValue deciding_p(const Comparison& comparison);

/// The same, adjusted over its family. One that is too small for a double is known by the logarithm of the test's.
statistics::PValue deciding_p_adjusted(const Comparison& comparison);

/// The interval of the mean change that belongs to the deciding test.
const Defined<Interval>& deciding_interval(const Comparison& comparison);

/// Whether there is a test that decides.
bool is_tested(const Comparison& comparison);

}  // namespace ecpr::analysis
