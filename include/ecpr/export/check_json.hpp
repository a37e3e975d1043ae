// What a check of the data found, as one JSON document.
#pragma once

#include <iosfwd>
#include <string>

#include "ecpr/survey/survey.hpp"

namespace ecpr::catalogue {

/// Writes files, people, groups, outcomes, proposed repairs, careless answers and every kept problem, indented, with a
/// newline at the end; then `truncated`, which says whether problems were found that are not listed.
///
/// Empty texts are null. `obstacle` says why the data cannot be analysed, null when they can. File names have no
/// folders. Written problem by problem: memory does not grow with them.
void write_check_json(std::ostream& out, const survey::Survey& survey, const std::string& version);

}  // namespace ecpr::catalogue
