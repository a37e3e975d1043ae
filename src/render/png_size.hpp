// The size of a PNG picture.
#pragma once

#include <cstddef>
#include <string_view>

namespace ecpr::render {

/// In pixels.
struct PngSize {
  std::size_t width = 0, height = 0;
};

/// From the header of the file; zero when the bytes are not PNG.
inline PngSize png_size(std::string_view bytes) {
  if (bytes.size() < 24 || !bytes.starts_with("\x89PNG\r\n\x1a\n")) return {};
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  };
  return {number(16), number(20)};
}

}  // namespace ecpr::render
