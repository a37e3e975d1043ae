#include "png_resolution.hpp"

#include <zlib.h>

#include <cmath>
#include <cstdint>

namespace ecpr::figure {

namespace {

std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
          static_cast<char>(value)};
}

}  // namespace

std::string with_resolution(const std::string& png, double dots_per_inch) {
  constexpr std::size_t behind_header = 33;  // signature (8) and IHDR chunk (25)
  constexpr double inches_per_metre = 1 / 0.0254;
  const auto dots = static_cast<std::uint32_t>(std::lround(dots_per_inch * inches_per_metre));
  const std::string chunk = "pHYs" + big_endian(dots) + big_endian(dots) + '\1';
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(chunk.data()), static_cast<uInt>(chunk.size()));
  return png.substr(0, behind_header) + big_endian(static_cast<std::uint32_t>(chunk.size() - 4)) + chunk +
         big_endian(static_cast<std::uint32_t>(sum)) + png.substr(behind_header);
}

}  // namespace ecpr::figure
