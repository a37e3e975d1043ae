// One comparison: an outcome in a group.
#pragma once

#include "cell.hpp"
#include "ecpr/analysis/analysis.hpp"

namespace ecpr::analysis {

/// What every comparison of one outcome needs to know of it.
struct ComparedOutcome {
  const Outcome& outcome;
  const survey::Survey& survey;
  bool yes_no = false;  ///< its scores are 0 and 1 alone
};

/// All statistics of the pairs of `cell`, but P values that are adjusted with others. `threads` are for the bootstrap.
Comparison comparison_of(const Cell& cell, const ComparedOutcome& compared, const Settings& settings, unsigned threads);

/// What a reader should know before trusting the comparison, as half sentences with their thresholds.
std::vector<std::string> cautions(const Comparison& comparison, const Outcome& outcome, std::span<const double> pre);

/// Whether every score of `scored` is 0 or 1, as those of a yes/no question.
bool is_yes_no(const survey::ScoredOutcome& scored, const Outcome& outcome);

}  // namespace ecpr::analysis
