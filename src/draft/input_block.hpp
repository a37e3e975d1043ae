// The table [input] of a drafted study.
#pragma once

#include <string>
#include <vector>

#include "material.hpp"

namespace ecpr::draft {

/// `names` are the files as the study file calls them.
Block draft_input(const Material& material, const std::vector<std::string>& names);

}  // namespace ecpr::draft
