// P values of a family of tests, adjusted for how many there are.
#pragma once

#include <span>
#include <vector>

#include "ecpr/base/choices.hpp"
#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/p_value.hpp"

namespace ecpr::statistics {

using ecpr::Adjustment;

/// The adjusted P values, in the order of `family`, none above 1.
///
/// m counts the tests that exist: those with a `log10_p`. The others stay undefined with their reasons. A test whose
/// `p` is too small for a double counts like any other and is adjusted by its logarithm. O(m log m).
/// Agrees with R `p.adjust`.
std::vector<PValue> adjusted(std::span<const PValue> family, Adjustment method);

/// The same for probabilities alone, each above 0: undefined ones are not counted and keep their reasons.
std::vector<Defined<double>> adjusted(std::span<const Defined<double>> family, Adjustment method);

}  // namespace ecpr::statistics
