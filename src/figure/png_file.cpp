#include "png_file.hpp"

#include <zlib.h>

#include <cmath>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ecpr::figure {

namespace {

std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
          static_cast<char>(value)};
}

std::string chunk(const std::string& name, std::string_view content) {
  const std::string named = name + std::string(content);
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(named.data()), static_cast<uInt>(named.size()));
  return big_endian(static_cast<std::uint32_t>(content.size())) + named + big_endian(static_cast<std::uint32_t>(sum));
}

void append_colour(std::string& bytes, std::uint32_t pixel) {
  bytes += {static_cast<char>(pixel >> 16), static_cast<char>(pixel >> 8), static_cast<char>(pixel)};
}

constexpr std::uint32_t rgb = 0xFFFFFF;

/// The colours of a page, each with its place in the palette.
struct Palette {
  std::unordered_map<std::uint32_t, std::uint8_t> places;
  std::string colours;

  /// False when there is no place left.
  bool add(std::uint32_t pixel) {
    if (places.contains(pixel)) return true;
    if (places.size() == 256) return false;
    places.emplace(pixel, static_cast<std::uint8_t>(places.size()));
    append_colour(colours, pixel);
    return true;
  }
};

/// Empty for more than 256 colours.
std::optional<Palette> palette_of(const Pixels& pixels) {
  Palette palette;
  std::uint32_t last = ~0U;
  for (std::size_t y = 0; y < pixels.height; ++y) {
    for (std::size_t x = 0; x < pixels.width; ++x) {
      const std::uint32_t pixel = pixels.row(y)[x] & rgb;
      if (pixel == last) continue;
      if (!palette.add(pixel)) return std::nullopt;
      last = pixel;
    }
  }
  return palette;
}

/// Rows of places in the palette, each behind a 0: no filter.
std::string indexed_rows(const Pixels& pixels, const Palette& palette) {
  std::string rows;
  rows.reserve((pixels.width + 1) * pixels.height);
  std::uint32_t last = ~0U;
  char place = 0;
  for (std::size_t y = 0; y < pixels.height; ++y) {
    rows += '\0';
    for (std::size_t x = 0; x < pixels.width; ++x) {
      const std::uint32_t pixel = pixels.row(y)[x] & rgb;
      if (pixel != last) place = static_cast<char>(palette.places.at(pixel));
      last = pixel;
      rows += place;
    }
  }
  return rows;
}

/// Rows of red, green and blue.
std::string coloured_rows(const Pixels& pixels) {
  std::string rows;
  rows.reserve((3 * pixels.width + 1) * pixels.height);
  for (std::size_t y = 0; y < pixels.height; ++y) {
    rows += '\0';
    for (std::size_t x = 0; x < pixels.width; ++x) append_colour(rows, pixels.row(y)[x]);
  }
  return rows;
}

std::string compressed(const std::string& bytes) {
  constexpr int level = 5;
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string result(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(result.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                static_cast<uLong>(bytes.size()), level) != Z_OK)
    throw std::runtime_error("a figure cannot be compressed");
  result.resize(size);
  return result;
}

std::string header(const Pixels& pixels, bool indexed) {
  const std::string size =
      big_endian(static_cast<std::uint32_t>(pixels.width)) + big_endian(static_cast<std::uint32_t>(pixels.height));
  return size + '\x08' + (indexed ? '\x03' : '\x02') + std::string(3, '\0');
}

std::string resolution(double dots_per_inch) {
  constexpr double inches_per_metre = 1 / 0.0254;
  const std::string dots = big_endian(static_cast<std::uint32_t>(std::lround(dots_per_inch * inches_per_metre)));
  return dots + dots + '\1';
}

}  // namespace

std::string png_file(const Pixels& pixels, double dots_per_inch) {
  const auto palette = palette_of(pixels);
  std::string png = "\x89PNG\r\n\x1a\n" + chunk("IHDR", header(pixels, palette.has_value())) +
                    chunk("pHYs", resolution(dots_per_inch));
  if (palette) png += chunk("PLTE", palette->colours);
  png += chunk("IDAT", compressed(palette ? indexed_rows(pixels, *palette) : coloured_rows(pixels)));
  return png + chunk("IEND", "");
}

}  // namespace ecpr::figure
