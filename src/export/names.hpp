// Names of choices in the exported files.
#pragma once

#include <string_view>

#include "ecpr/analysis/analysis.hpp"

namespace ecpr::catalogue {

/// "total", "subscale", "item", "score".
std::string_view name_of(analysis::OutcomeKind kind);

/// What a higher score is: "better", "worse", "neutral".
std::string_view name_of(instruments::Direction direction);

}  // namespace ecpr::catalogue
