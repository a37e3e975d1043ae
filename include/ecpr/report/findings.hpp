// The results as sentences, in the manner of an abstract.
#pragma once

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/report/options.hpp"

namespace ecpr::report {

/// A heading and a paragraph per sentence about all participants: which outcomes changed significantly, which without
/// significance, in which direction, each with its numbers; main outcomes, subscales and single items apart. Then the
/// group with the largest observed improvement in each main outcome (largest_improvements()).
///
/// An outcome improves or worsens by its direction; a neutral one increases or decreases. Labels of built-in
/// instruments are set in lower case within a sentence, labels of the user as they are. Empty without outcomes.
Blocks findings(const analysis::Analysis& analysis, const ReportOptions& options);

}  // namespace ecpr::report
