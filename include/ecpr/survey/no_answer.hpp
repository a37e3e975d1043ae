// Codes that questionnaires use for "no answer".
#pragma once

#include <string_view>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// Whether naming `value` as missing is what a study would want that found it where an answer to the outcome at
/// `outcome` (as Survey::source counts) should stand: it is a text, or a code that many use (-99, 999, 88, 9), or a
/// negative number where answers have none, and no outcome can have it as an answer. For missing codes act on all
/// columns.
bool may_mean_no_answer(const Survey& survey, std::size_t outcome, std::string_view value);

}  // namespace ecpr::survey
