#include "fallback_font.hpp"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>

#include <map>
#include <memory>
#include <utility>

namespace ecpr::figure {

namespace {

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using Letters = std::unique_ptr<FcCharSet, decltype(&FcCharSetDestroy)>;

bool has(FcPattern* font, char32_t letter) {
  FcCharSet* letters = nullptr;
  return FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) == FcResultMatch && FcCharSetHasChar(letters, letter) != 0;
}

cairo_font_face_t* find_face(char32_t letter, bool bold) {
  const Pattern wanted(FcPatternCreate(), FcPatternDestroy);
  const Letters letters(FcCharSetCreate(), FcCharSetDestroy);
  FcCharSetAddChar(letters.get(), letter);
  FcPatternAddCharSet(wanted.get(), FC_CHARSET, letters.get());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const Pattern found(FcFontMatch(nullptr, wanted.get(), &result), FcPatternDestroy);
  if (!found || !has(found.get(), letter)) return nullptr;
  return cairo_ft_font_face_create_for_pattern(found.get());
}

}  // namespace

cairo_font_face_t* fallback_face(char32_t letter, bool bold) {
  using Face = std::unique_ptr<cairo_font_face_t, decltype(&cairo_font_face_destroy)>;
  static std::map<std::pair<char32_t, bool>, Face> faces;
  const auto place = faces.find({letter, bold});
  if (place != faces.end()) return place->second.get();
  return faces.emplace(std::pair(letter, bold), Face(find_face(letter, bold), cairo_font_face_destroy))
      .first->second.get();
}

}  // namespace ecpr::figure
