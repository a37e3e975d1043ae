// Footnotes about outcomes: what they are, how they were scored, which way is better.
#pragma once

#include <string>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::report {

/// Full title, possible range, scoring rule; direction; the outcome's own notes.
std::vector<document::Text> outcome_notes(const analysis::Outcome& outcome);

/// "Lower scores are better, so a negative change is an improvement."; none for other outcomes.
std::vector<document::Text> direction_notes(const analysis::Outcome& outcome);

/// "all 3 items", "at least 16 of 20 items"; empty for ready scores and single items.
std::string answers_needed(const analysis::Outcome& outcome);

/// How many people have a prorated score, of the outcomes at `places`; empty when nobody has.
document::Text prorated_note(const analysis::Analysis& analysis, const std::vector<std::size_t>& places);

}  // namespace ecpr::report
