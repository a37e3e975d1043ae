// Who answered when, as the check of the data shows it.
#pragma once

#include "ecpr/report/options.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::report {

/// From everybody who answered to the pairs, with all that was left out, joined or may yet be joined.
document::Table people_table(const survey::Survey& survey);

/// The same per group; without groups none.
Blocks check_groups_table(const survey::Survey& survey);

}  // namespace ecpr::report
