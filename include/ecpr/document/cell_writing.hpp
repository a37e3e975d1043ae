// Quantities as table cells hold them, in a number style.
#pragma once

#include <string>
#include <vector>

#include "ecpr/document/number_style.hpp"

namespace ecpr::document {

/// The quantity as a cell holds it: "5.21 (1.74)". Parts without value are em dashes; the reasons for them are
/// appended to `reasons`, each once. An interval or SD that was never asked for (no value, no reason) is left out.
std::string cell_text(const NumberStyle& style, const Quantity& quantity, std::vector<std::string>& reasons);

}  // namespace ecpr::document
