// The problems of a survey, in words.
#pragma once

#include "ecpr/report/options.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::report {

/// "No problems were found." or how many of how many kinds there are.
document::Text problem_sentence(const survey::ProblemLog& problems);

/// Per kind a heading with its count, the first cases and what would settle them; empty without problems.
Blocks problem_blocks(const survey::Survey& survey);

}  // namespace ecpr::report
