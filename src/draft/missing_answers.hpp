// Which texts and numbers of a survey mean "no answer".
#pragma once

#include "material.hpp"

namespace ecpr::draft {

/// Phrases such as "Prefer not to say", and numbers such as -99 that lie outside what else is answered. Numbers that
/// may be answers somewhere are doubtful. Requires: files and shape of `material`.
MissingAnswers find_missing_answers(const Material& material);

}  // namespace ecpr::draft
