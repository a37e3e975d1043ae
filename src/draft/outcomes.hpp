// The outcomes of a drafted study.
#pragma once

#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// Built-in instruments whose items are found, scales of columns that belong together, single scores and items; in
/// order of their first columns.
std::vector<Block> draft_outcomes(const Material& material);

/// Gives every outcome a name of its own; an instrument keeps its id.
void name_apart(std::vector<Block>& blocks);

}  // namespace ecpr::draft
