// How large a picture is.
#pragma once

#include <charconv>
#include <cstddef>
#include <string_view>

namespace ecpr::render {

/// In pixels.
struct PngSize {
  std::size_t width = 0, height = 0;
  std::size_t per_metre = 0;  ///< resolution; 0: not said
};

/// From the header of the file; zero when the bytes are not PNG.
inline PngSize png_size(std::string_view bytes) {
  if (bytes.size() < 24 || !bytes.starts_with("\x89PNG\r\n\x1a\n")) return {};
  const auto number = [&](std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  };
  const std::size_t resolution = bytes.find("pHYs");
  const bool said = resolution != bytes.npos && resolution + 13 <= bytes.size() && bytes[resolution + 12] == 1;
  return {number(16), number(20), said ? number(resolution + 4) : 0};
}

/// In points.
struct SvgSize {
  double width = 0, height = 0;
};

/// From the attributes of the outermost element; zero when they are not given in points.
inline SvgSize svg_size(std::string_view bytes) {
  const std::string_view element = bytes.substr(0, bytes.find('>', bytes.find("<svg")));
  const auto number = [&](std::string_view before) {
    const std::size_t at = element.find(before);
    if (at == element.npos) return 0.0;
    double value = 0;
    const char* const end = element.data() + element.size();
    const auto read = std::from_chars(element.data() + at + before.size(), end, value);
    return std::string_view(read.ptr, static_cast<std::size_t>(end - read.ptr)).starts_with("pt\"") ? value : 0.0;
  };
  return {number(" width=\""), number(" height=\"")};
}

}  // namespace ecpr::render
