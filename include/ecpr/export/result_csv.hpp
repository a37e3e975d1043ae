// The results as one flat table.
#pragma once

#include <iosfwd>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::catalogue {

/// Writes a header and one row per outcome and group (all participants: the empty group), full precision.
///
/// Empty cells: undefined, not asked for, or withheld; the last column says why.
void write_result_csv(std::ostream& out, const analysis::Analysis& analysis);

}  // namespace ecpr::catalogue
