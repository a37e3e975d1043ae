// Figures as SVG.
#pragma once

#include <string>

#include "ecpr/figure/canvas.hpp"

namespace ecpr::figure {

/// The bytes of an SVG file with title and description. Letters are outlines of the built-in fonts, so that it looks
/// the same everywhere; letters that these lack are text in a font of the reader's.
std::string svg_file(const Figure& figure);

}  // namespace ecpr::figure
