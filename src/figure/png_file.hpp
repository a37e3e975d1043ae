// Pixels as a PNG file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ecpr::figure {

/// A drawn page: rows of pixels, each 0x00RRGGBB.
struct Pixels {
  const std::uint32_t* first = nullptr;
  std::size_t width = 0, height = 0, stride = 0;  ///< stride: pixels from one row to the next

  const std::uint32_t* row(std::size_t y) const { return first + y * stride; }
};

/// The bytes of a PNG file that says `dots_per_inch`: with a palette for at most 256 colours, else true colour.
/// Without filters, which suits pages that are mostly white. Throws std::runtime_error for a page beyond the format.
std::string png_file(const Pixels& pixels, double dots_per_inch);

}  // namespace ecpr::figure
