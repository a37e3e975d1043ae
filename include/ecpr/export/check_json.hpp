// What a check of the data found, as one JSON document.
#pragma once

#include <iosfwd>
#include <string>

#include "ecpr/survey/survey.hpp"

namespace ecpr::catalogue {

/// What the document says besides what was found.
struct CheckJsonOptions {
  std::string version;  ///< of the program
  bool ids = false;     ///< `id` and `value` of every problem
};

/// Writes files, people, groups, outcomes, proposed repairs, careless answers and every kept problem, indented, with a
/// newline at the end; then `truncated`, which says whether problems were found that are not listed.
///
/// Empty texts are null. `obstacle` says why the data cannot be analysed, null when they can. File names have no
/// folders. Written problem by problem: memory does not grow with them.
void write_check_json(std::ostream& out, const survey::Survey& survey, const CheckJsonOptions& options);

}  // namespace ecpr::catalogue
