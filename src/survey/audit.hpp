// What a careful reader of the data would ask about, though nothing of it stops the work.
#pragma once

#include "layout.hpp"
#include "settle.hpp"

namespace ecpr::survey {

/// Finds unmatched ids that resemble each other, and reports them. Left out are pairs that the user called two people,
/// and pairs of people in different groups that one edit would make.
void find_near_misses(const Rows& rows, const Settled& settled, Survey& survey);

/// Finds answers that may be careless, person by person.
void find_careless(const Rows& rows, const Settled& settled, Survey& survey);

}  // namespace ecpr::survey
