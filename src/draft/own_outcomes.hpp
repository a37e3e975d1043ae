// Outcomes that are no built-in instrument: scales of columns that belong together, scores, single items.
#pragma once

#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// Outcomes from the variables at places where `taken` is false; those that become one are marked there.
std::vector<Block> own_outcomes(const Material& material, std::vector<bool>& taken);

/// A single item, or a score that is there already; `all_texts` are those of the scale that it stood in, if any.
Block single_outcome(const Material& material, std::size_t variable, const std::vector<std::string>& all_texts);

}  // namespace ecpr::draft
