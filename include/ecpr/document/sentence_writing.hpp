// Quantities and texts as sentences hold them, in a number style.
#pragma once

#include <string>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::document {

/// The quantity as a sentence holds it: "P=.003", "t(9)=4.06", "1.58, 95% CI 0.70 to 2.46", "34 (22.5%)".
/// A missing part reads "not defined (reason)".
Runs sentence_runs(const NumberStyle& style, const Quantity& quantity);

/// The text with all its numbers written.
Runs set_text(const NumberStyle& style, const Text& text);

/// The characters of the runs without their faces: for titles and measuring.
std::string plain(const Runs& runs);

}  // namespace ecpr::document
