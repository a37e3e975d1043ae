// The scored data set.
#pragma once

#include <iosfwd>

#include "ecpr/survey/survey.hpp"

namespace ecpr::catalogue {

/// Writes `id`, `group`, `wave` ("pre" or "post"), then for each scale its score, `<scale>_n_answered` and
/// `<scale>_prorated` (0 or 1), for each ready score the score alone.
///
/// One row per person and wave that the person answered; people in byte order of their normalized ids, pre before
/// post. No score: an empty cell, and then nothing is prorated.
void write_scored_csv(std::ostream& out, const survey::Survey& survey);

}  // namespace ecpr::catalogue
