// What stays the same over the waves: everybody's group and characteristics.
#pragma once

#include "settle.hpp"

namespace ecpr::survey {

/// Gives every person a group: that of the row before, else after, else of any row of the person.
/// Groups stand in the declared order, then in order of first appearance; conflicts become problems.
/// Throws InputError when --group-order names a group that nobody is in.
void settle_groups(const Rows& rows, const Settled& settled, Survey& survey);

/// Gives every person the characteristics of the study, by the same rule.
void settle_characteristics(const Rows& rows, const Settled& settled, Survey& survey);

/// Gives every person a cluster, by the same rule; a note counts people whose cluster changes or is not known.
void settle_clusters(const Rows& rows, const Settled& settled, Survey& survey);

}  // namespace ecpr::survey
