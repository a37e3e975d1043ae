// Fonts of the system for letters that the built-in ones lack.
#pragma once

#include <cairo.h>

namespace ecpr::figure {

/// A font of this system that has `letter`; null where there is none. Lives as long as the program.
cairo_font_face_t* fallback_face(char32_t letter, bool bold);

}  // namespace ecpr::figure
