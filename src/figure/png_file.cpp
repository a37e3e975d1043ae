#include "png_file.hpp"

#include <fmt/format.h>
#include <png.h>

#include <cmath>
#include <new>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace ecpr::figure {

namespace {

constexpr std::uint32_t rgb = 0xFFFFFF;

png_color colour_of(std::uint32_t pixel) {
  return {static_cast<png_byte>(pixel >> 16), static_cast<png_byte>(pixel >> 8), static_cast<png_byte>(pixel)};
}

/// The colours of a page, each with its place in the palette.
struct Palette {
  std::unordered_map<std::uint32_t, std::uint8_t> places;
  std::vector<png_color> colours;

  /// False when there is no place left.
  bool add(std::uint32_t pixel) {
    if (places.contains(pixel)) return true;
    if (places.size() == 256) return false;
    places.emplace(pixel, static_cast<std::uint8_t>(places.size()));
    colours.push_back(colour_of(pixel));
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

/// Where libpng finds fault, it ends here.
[[noreturn]] void fail(png_structp, png_const_charp why) {
  throw std::runtime_error(fmt::format("a figure cannot be written as PNG: {}", why));
}

void append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}

/// A file that is being written into `bytes`.
class PngWriter {
 public:
  explicit PngWriter(std::string& bytes)
      : png_(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, [](png_structp, png_const_charp) {})) {
    if (png_) info_ = png_create_info_struct(png_);
    if (!info_) throw std::bad_alloc();
    png_set_write_fn(png_, &bytes, append, [](png_structp) {});
    constexpr int level = 5;
    png_set_compression_level(png_, level);
    png_set_filter(png_, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  }
  PngWriter(const PngWriter&) = delete;
  PngWriter& operator=(const PngWriter&) = delete;
  ~PngWriter() { png_destroy_write_struct(&png_, &info_); }

  void header(const Pixels& pixels, const std::optional<Palette>& palette, double dots_per_inch) {
    constexpr int bits = 8;
    png_set_IHDR(png_, info_, static_cast<png_uint_32>(pixels.width), static_cast<png_uint_32>(pixels.height), bits,
                 palette ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    constexpr double inches_per_metre = 1 / 0.0254;
    const auto dots = static_cast<png_uint_32>(std::lround(dots_per_inch * inches_per_metre));
    png_set_pHYs(png_, info_, dots, dots, PNG_RESOLUTION_METER);
    if (palette) png_set_PLTE(png_, info_, palette->colours.data(), static_cast<int>(palette->colours.size()));
    png_write_info(png_, info_);
  }

  void row(const std::vector<png_byte>& bytes) { png_write_row(png_, bytes.data()); }
  void end() { png_write_end(png_, nullptr); }

 private:
  png_structp png_;
  png_infop info_ = nullptr;
};

/// Places in the palette.
void fill_places(const Pixels& pixels, std::size_t y, const Palette& palette, png_byte* row) {
  const std::uint32_t* pixel = pixels.row(y);
  std::uint32_t last = ~0U;
  std::uint8_t place = 0;
  for (std::size_t x = 0; x < pixels.width; ++x) {
    if ((pixel[x] & rgb) != last) place = palette.places.at(last = pixel[x] & rgb);
    row[x] = place;
  }
}

/// Red, green and blue.
void fill_colours(const Pixels& pixels, std::size_t y, png_byte* row) {
  const std::uint32_t* pixel = pixels.row(y);
  for (std::size_t x = 0; x < pixels.width; ++x) {
    *row++ = static_cast<png_byte>(pixel[x] >> 16);
    *row++ = static_cast<png_byte>(pixel[x] >> 8);
    *row++ = static_cast<png_byte>(pixel[x]);
  }
}

}  // namespace

std::string png_file(const Pixels& pixels, double dots_per_inch) {
  const auto palette = palette_of(pixels);
  std::string bytes;
  PngWriter writer(bytes);
  writer.header(pixels, palette, dots_per_inch);
  std::vector<png_byte> row(pixels.width * (palette ? 1 : 3));
  for (std::size_t y = 0; y < pixels.height; ++y) {
    palette ? fill_places(pixels, y, *palette, row.data()) : fill_colours(pixels, y, row.data());
    writer.row(row);
  }
  writer.end();
  return bytes;
}

}  // namespace ecpr::figure
