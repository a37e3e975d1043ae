// Answers that may have been given without care, as the check of the data shows them.
#pragma once

#include "ecpr/report/options.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::report {

/// How many people of each kind, the first of them, and how to leave them out; none without any.
Blocks careless_blocks(const survey::Survey& survey);

}  // namespace ecpr::report
