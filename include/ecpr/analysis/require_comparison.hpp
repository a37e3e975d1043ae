// Whether there is anything to report.
#pragma once

#include <string>
#include <vector>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::analysis {

/// Throws InputError when there are outcomes, and nobody has a score of any of them in both waves.
void require_comparison(const Analysis& analysis, const survey::Survey& survey);

/// A sentence for each questionnaire that is not scored, with its reason.
std::vector<std::string> not_scored(const survey::Survey& survey);

}  // namespace ecpr::analysis
