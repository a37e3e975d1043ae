// The proposed repairs of ids, to edit and hand back.
#pragma once

#include <iosfwd>

#include "ecpr/survey/survey.hpp"

namespace ecpr::catalogue {

/// Writes post_id, pre_id, same_person (yes), why, post_line, pre_line: a row per pair of ids that resemble each other.
/// Read back as a list of repairs it joins all of them; a row that is deleted or says no is left apart.
void write_repairs_csv(std::ostream& out, const survey::Survey& survey);

}  // namespace ecpr::catalogue
