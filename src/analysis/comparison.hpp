// One comparison: an outcome in a group.
#pragma once

#include "cell.hpp"
#include "ecpr/analysis/analysis.hpp"

namespace ecpr::analysis {

/// What every comparison of one outcome needs to know of it.
struct ComparedOutcome {
  const Outcome& outcome;
  const survey::Survey& survey;
  bool two_answers = false;  ///< see has_two_answers()
};

/// All statistics of the pairs of `cell`, but P values that are adjusted with others. `threads` are for the bootstrap.
Comparison comparison_of(const Cell& cell, const ComparedOutcome& compared, const Settings& settings, unsigned threads);

/// What a reader should know before trusting the comparison, as half sentences with their thresholds.
std::vector<std::string> cautions(const Comparison& comparison, const Outcome& outcome, std::span<const double> pre);

/// Whether `scored` is a question with two answers, such as yes and no: 0 and 1, or those of its range (1 and 2). Both
/// occur, and no other.
bool has_two_answers(const survey::ScoredOutcome& scored, const Outcome& outcome);

}  // namespace ecpr::analysis
