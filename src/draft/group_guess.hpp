// Which column says the groups, where none bears a usual name.
#pragma once

#include <string>
#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// Columns of the first file with a few different texts that are no answers, and that describe nothing else.
std::vector<std::size_t> group_candidates(const Material& material);

/// Takes the only candidate for the groups, in every file, when no column was taken by its name.
void guess_group(Material& material);

}  // namespace ecpr::draft
