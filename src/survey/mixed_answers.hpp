// Questionnaires whose answers are numbers in one wave and texts in the other.
#pragma once

#include "layout.hpp"
#include "settle.hpp"

namespace ecpr::survey {

/// Reports outcomes whose answers are numbers in one wave and texts in the other: whether the numbers mean what the
/// texts say, the data do not show. A study that gives a number's meaning under [outcome.answers] has said it.
void find_mixed_answers(const Rows& rows, const Settled& settled, Survey& survey);

}  // namespace ecpr::survey
