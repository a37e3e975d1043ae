// What cairo leaves out of a PNG file: how large it is on paper.
#pragma once

#include <string>

namespace ecpr::figure {

/// `png` with a pHYs chunk that says `dots_per_inch`. Requires: a PNG file without one.
std::string with_resolution(const std::string& png, double dots_per_inch);

}  // namespace ecpr::figure
