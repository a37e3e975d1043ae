// What a draft leaves alone.
#pragma once

#include <string>
#include <vector>

#include "material.hpp"
#include "study_text.hpp"

namespace ecpr::draft {

/// A comment of a few lines with the columns that stand nowhere in `draft`, files apart; empty when all do.
std::vector<std::string> unused_columns(const Material& material, const Draft& draft);

}  // namespace ecpr::draft
