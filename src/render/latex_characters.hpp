// Characters beyond ASCII for pdflatex.
#pragma once

#include <string>

namespace ecpr::render {

/// The LaTeX that prints `code_point` (beyond ASCII): the letter itself where T1 has it, a command, nothing for
/// characters without a shape, or its name "[U+4E2D]".
std::string latex_character(char32_t code_point);

}  // namespace ecpr::render
