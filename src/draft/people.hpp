// Groups and descriptions of people in a drafted study.
#pragma once

#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// The table [group] and its levels; empty lines when no column is taken for the groups.
Block draft_group(const Material& material);

/// A table [[characteristic]] per column that describes people.
std::vector<Block> draft_characteristics(const Material& material);

/// Columns that may say who was trained together.
std::vector<std::string> training_columns(const Material& material);

}  // namespace ecpr::draft
