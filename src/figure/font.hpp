// The letters of the two built-in fonts, unscaled.
#pragma once

#include <string>
#include <string_view>

typedef struct FT_FaceRec_* FT_Face;

namespace ecpr::figure {

/// One of the built-in fonts. Lives as long as the program.
class Font {
 public:
  static const Font& of(bool bold);

  FT_Face face() const { return face_; }
  double units_per_em() const;

  /// The place of a letter in the font; 0 where it has none.
  unsigned glyph(char32_t letter) const;
  /// How far the next letter stands from this one, in font units.
  double advance(unsigned glyph) const;
  /// Its outline as the data of an SVG path: font units, y downwards, baseline at 0. Empty for a blank.
  std::string outline(unsigned glyph) const;

 private:
  explicit Font(bool bold);

  FT_Face face_;
};

/// `text` as valid UTF-8 without control characters.
std::string drawable(std::string_view text);

}  // namespace ecpr::figure
