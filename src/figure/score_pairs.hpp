// Everybody's scores of one outcome, for drawing.
#pragma once

#include <optional>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::figure {

/// The scores of the people who have one in both waves.
struct ScorePairs {
  std::vector<double> pre, post;
};

ScorePairs score_pairs(const survey::Survey& survey, std::size_t outcome);

/// The change beyond which a score changed reliably (all participants), above 0; empty where none is known.
std::optional<double> reliable_limit(const analysis::Analysis& analysis, std::size_t outcome);

/// A smooth density of `values` at `points`, the highest 1: Gaussian kernel, Silverman's (1986) bandwidth.
/// All zero for no values.
std::vector<double> density(const std::vector<double>& values, const std::vector<double>& points);

}  // namespace ecpr::figure
