// The value in the middle.
#pragma once

#include <vector>

#include "ecpr/base/defined.hpp"

namespace ecpr::statistics {

/// The middle value, or halfway between the two in the middle; empty for no values. Takes its own copy. O(n).
/// Requires: all finite. Agrees with R `median`.
Defined<double> median(std::vector<double> values);

}  // namespace ecpr::statistics
