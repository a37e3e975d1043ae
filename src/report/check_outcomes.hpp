// Which answers were found, as the check of the data shows it.
#pragma once

#include "ecpr/report/options.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::report {

/// Per outcome its items, how many answers there are, are missing or cannot be used; notes name the columns.
document::Table check_outcomes_table(const survey::Survey& survey);

/// Answers that cannot be used, each once with its count, the most frequent first; none without any.
Blocks unusable_values(const survey::Survey& survey);

}  // namespace ecpr::report
