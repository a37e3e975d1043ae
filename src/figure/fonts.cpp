#include "fonts.hpp"

// The assembler puts the files into the program; a compiler would take minutes over arrays of this size.
asm(".section .rodata\n"
    ".balign 16\n"
    "ecpr_font_regular:\n"
    ".incbin \"" ECPR_FONT_FOLDER
    "/Lato-Regular.ttf\"\n"
    "ecpr_font_regular_end:\n"
    ".balign 16\n"
    "ecpr_font_bold:\n"
    ".incbin \"" ECPR_FONT_FOLDER
    "/Lato-Bold.ttf\"\n"
    "ecpr_font_bold_end:\n"
    ".text\n");

extern "C" {
extern const unsigned char ecpr_font_regular[] __attribute__((visibility("hidden")));
extern const unsigned char ecpr_font_regular_end[] __attribute__((visibility("hidden")));
extern const unsigned char ecpr_font_bold[] __attribute__((visibility("hidden")));
extern const unsigned char ecpr_font_bold_end[] __attribute__((visibility("hidden")));
}

namespace ecpr::figure {

std::span<const unsigned char> font_bytes(bool bold) {
  if (bold) return {ecpr_font_bold, ecpr_font_bold_end};
  return {ecpr_font_regular, ecpr_font_regular_end};
}

}  // namespace ecpr::figure
