// The two fonts that are built into the program.
#pragma once

#include <span>

namespace ecpr::figure {

/// The bytes of data/fonts/Lato-Regular.ttf or Lato-Bold.ttf.
std::span<const unsigned char> font_bytes(bool bold);

}  // namespace ecpr::figure
