// Outcomes that are no built-in instrument: scales of columns that belong together, scores, single items.
#pragma once

#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// Outcomes from the variables at places where `taken` is false; those that become one are marked there.
std::vector<Block> own_outcomes(const Material& material, std::vector<bool>& taken);

}  // namespace ecpr::draft
