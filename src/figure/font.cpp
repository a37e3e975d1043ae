#include "font.hpp"

#include <fmt/format.h>
#include <freetype/freetype.h>
#include <freetype/ftoutln.h>

#include <iterator>
#include <stdexcept>

#include "ecpr/base/code_point.hpp"
#include "fonts.hpp"

namespace ecpr::figure {

namespace {

FT_Library library() {
  static FT_Library made = [] {
    FT_Library fresh = nullptr;
    if (FT_Init_FreeType(&fresh) != 0) throw std::runtime_error("FreeType cannot be started");
    return fresh;
  }();
  return made;
}

FT_Face load(bool bold) {
  const auto bytes = font_bytes(bold);
  FT_Face face = nullptr;
  if (FT_New_Memory_Face(library(), bytes.data(), static_cast<FT_Long>(bytes.size()), 0, &face) != 0)
    throw std::runtime_error("the built-in font cannot be read");
  return face;
}

/// Writes the steps of an outline into a std::string.
struct PathWriter {
  static std::string& path(void* user) { return *static_cast<std::string*>(user); }
  static void point(std::string& path, char step, const FT_Vector* at) {
    fmt::format_to(std::back_inserter(path), "{}{} {}", step, at->x, -at->y);
  }
  static int move(const FT_Vector* to, void* user) {
    if (!path(user).empty()) path(user) += 'Z';
    point(path(user), 'M', to);
    return 0;
  }
  static int line(const FT_Vector* to, void* user) {
    point(path(user), 'L', to);
    return 0;
  }
  static int conic(const FT_Vector* control, const FT_Vector* to, void* user) {
    point(path(user), 'Q', control);
    point(path(user), ' ', to);
    return 0;
  }
  static int cubic(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
    point(path(user), 'C', first);
    point(path(user), ' ', second);
    point(path(user), ' ', to);
    return 0;
  }
};

}  // namespace

Font::Font(bool bold) : face_(load(bold)) {}

const Font& Font::of(bool bold) {
  static const Font regular(false), heavy(true);
  return bold ? heavy : regular;
}

double Font::units_per_em() const { return face_->units_per_EM; }

unsigned Font::glyph(char32_t letter) const { return FT_Get_Char_Index(face_, letter); }

double Font::advance(unsigned glyph) const {
  if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) != 0) return 0;
  return static_cast<double>(face_->glyph->metrics.horiAdvance);
}

std::string Font::outline(unsigned glyph) const {
  std::string path;
  if (FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE) != 0) return path;
  const FT_Outline_Funcs steps{PathWriter::move, PathWriter::line, PathWriter::conic, PathWriter::cubic, 0, 0};
  FT_Outline_Decompose(&face_->glyph->outline, &steps, &path);
  if (!path.empty()) path += 'Z';
  return path;
}

std::string drawable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const char32_t c = take_code_point(text);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
    if (!control) shown += utf8(c);
    if (c == '\n' || c == '\t') shown += ' ';
  }
  return shown;
}

}  // namespace ecpr::figure
