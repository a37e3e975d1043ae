// The proposed repairs of ids, to edit and hand back.
#pragma once

#include <iosfwd>
#include <string_view>

#include "ecpr/survey/survey.hpp"

namespace ecpr::catalogue {

/// Writes a comment with the checksum of what follows, then post_id, pre_id, same_person, why, post_line, pre_line: a
/// row per pair of ids that resemble each other. same_person is "yes" for ids that are the same but for their spelling,
/// and empty where somebody has to decide. Read back as a list of repairs it joins the rows with yes.
void write_repairs_csv(std::ostream& out, const survey::Survey& survey);

/// Whether `bytes` are a list as write_repairs_csv wrote it, which nobody has changed since.
bool is_untouched_list(std::string_view bytes);

}  // namespace ecpr::catalogue
