#include "latex_characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "characters.hpp"

namespace ecpr::render {

namespace {

struct Character {
  char32_t code_point;
  const char* latex;
};

// In order of code points.
constexpr Character characters[] = {
    {0x00A0, "~"},
    {0x00A1, "\\textexclamdown{}"},
    {0x00A2, "\\textcent{}"},
    {0x00A3, "\\pounds{}"},
    {0x00A4, "\\textcurrency{}"},
    {0x00A5, "\\textyen{}"},
    {0x00A6, "\\textbrokenbar{}"},
    {0x00A7, "\\S{}"},
    {0x00A8, "\\textasciidieresis{}"},
    {0x00A9, "\\textcopyright{}"},
    {0x00AA, "\\textordfeminine{}"},
    {0x00AB, "\\guillemotleft{}"},
    {0x00AC, "\\textlnot{}"},
    {0x00AD, "\\-"},
    {0x00AE, "\\textregistered{}"},
    {0x00AF, "\\textasciimacron{}"},
    {0x00B0, "\\textdegree{}"},
    {0x00B1, "\\textpm{}"},
    {0x00B2, "\\textsuperscript{2}"},
    {0x00B3, "\\textsuperscript{3}"},
    {0x00B4, "\\textasciiacute{}"},
    {0x00B5, "\\textmu{}"},
    {0x00B6, "\\P{}"},
    {0x00B7, "\\textperiodcentered{}"},
    {0x00B9, "\\textsuperscript{1}"},
    {0x00BA, "\\textordmasculine{}"},
    {0x00BB, "\\guillemotright{}"},
    {0x00BC, "\\textonequarter{}"},
    {0x00BD, "\\textonehalf{}"},
    {0x00BE, "\\textthreequarters{}"},
    {0x00BF, "\\textquestiondown{}"},
    {0x00D7, "\\texttimes{}"},
    {0x00F7, "\\textdiv{}"},
    {0x0391, "A"},
    {0x0392, "B"},
    {0x0393, "\\ensuremath{\\Gamma}"},
    {0x0394, "\\ensuremath{\\Delta}"},
    {0x0395, "E"},
    {0x0396, "Z"},
    {0x0397, "H"},
    {0x0398, "\\ensuremath{\\Theta}"},
    {0x0399, "I"},
    {0x039A, "K"},
    {0x039B, "\\ensuremath{\\Lambda}"},
    {0x039C, "M"},
    {0x039D, "N"},
    {0x039E, "\\ensuremath{\\Xi}"},
    {0x039F, "O"},
    {0x03A0, "\\ensuremath{\\Pi}"},
    {0x03A1, "P"},
    {0x03A3, "\\ensuremath{\\Sigma}"},
    {0x03A4, "T"},
    {0x03A5, "\\ensuremath{\\Upsilon}"},
    {0x03A6, "\\ensuremath{\\Phi}"},
    {0x03A7, "X"},
    {0x03A8, "\\ensuremath{\\Psi}"},
    {0x03A9, "\\ensuremath{\\Omega}"},
    {0x03B1, "\\ensuremath{\\alpha}"},
    {0x03B2, "\\ensuremath{\\beta}"},
    {0x03B3, "\\ensuremath{\\gamma}"},
    {0x03B4, "\\ensuremath{\\delta}"},
    {0x03B5, "\\ensuremath{\\varepsilon}"},
    {0x03B6, "\\ensuremath{\\zeta}"},
    {0x03B7, "\\ensuremath{\\eta}"},
    {0x03B8, "\\ensuremath{\\theta}"},
    {0x03B9, "\\ensuremath{\\iota}"},
    {0x03BA, "\\ensuremath{\\kappa}"},
    {0x03BB, "\\ensuremath{\\lambda}"},
    {0x03BC, "\\ensuremath{\\mu}"},
    {0x03BD, "\\ensuremath{\\nu}"},
    {0x03BE, "\\ensuremath{\\xi}"},
    {0x03BF, "o"},
    {0x03C0, "\\ensuremath{\\pi}"},
    {0x03C1, "\\ensuremath{\\rho}"},
    {0x03C2, "\\ensuremath{\\varsigma}"},
    {0x03C3, "\\ensuremath{\\sigma}"},
    {0x03C4, "\\ensuremath{\\tau}"},
    {0x03C5, "\\ensuremath{\\upsilon}"},
    {0x03C6, "\\ensuremath{\\varphi}"},
    {0x03C7, "\\ensuremath{\\chi}"},
    {0x03C8, "\\ensuremath{\\psi}"},
    {0x03C9, "\\ensuremath{\\omega}"},
    {0x1E9E, "\\SS{}"},
    {0x2007, "\\phantom{0}"},
    {0x2009, "\\,"},
    {0x200A, "\\,"},
    {0x200B, "\\allowbreak{}"},
    {0x200C, ""},
    {0x200D, ""},
    {0x2010, "-"},
    {0x2011, "\\mbox{-}"},
    {0x2012, "\\textendash{}"},
    {0x2013, "\\textendash{}"},
    {0x2014, "\\textemdash{}"},
    {0x2015, "\\textemdash{}"},
    {0x2018, "\\textquoteleft{}"},
    {0x2019, "\\textquoteright{}"},
    {0x201A, "\\quotesinglbase{}"},
    {0x201C, "\\textquotedblleft{}"},
    {0x201D, "\\textquotedblright{}"},
    {0x201E, "\\quotedblbase{}"},
    {0x2020, "\\textdagger{}"},
    {0x2021, "\\textdaggerdbl{}"},
    {0x2022, "\\textbullet{}"},
    {0x2026, "\\ldots{}"},
    {0x202F, "\\,"},
    {0x2030, "\\textperthousand{}"},
    {0x2032, "\\ensuremath{'}"},
    {0x2033, "\\ensuremath{''}"},
    {0x2039, "\\guilsinglleft{}"},
    {0x203A, "\\guilsinglright{}"},
    {0x2044, "\\textfractionsolidus{}"},
    {0x2060, ""},
    {0x2070, "\\textsuperscript{0}"},
    {0x2074, "\\textsuperscript{4}"},
    {0x2075, "\\textsuperscript{5}"},
    {0x2076, "\\textsuperscript{6}"},
    {0x2077, "\\textsuperscript{7}"},
    {0x2078, "\\textsuperscript{8}"},
    {0x2079, "\\textsuperscript{9}"},
    {0x207B, "\\textsuperscript{\\textminus}"},
    {0x2080, "\\textsubscript{0}"},
    {0x2081, "\\textsubscript{1}"},
    {0x2082, "\\textsubscript{2}"},
    {0x2083, "\\textsubscript{3}"},
    {0x2084, "\\textsubscript{4}"},
    {0x2085, "\\textsubscript{5}"},
    {0x2086, "\\textsubscript{6}"},
    {0x2087, "\\textsubscript{7}"},
    {0x2088, "\\textsubscript{8}"},
    {0x2089, "\\textsubscript{9}"},
    {0x20AC, "\\texteuro{}"},
    {0x2103, "\\textcelsius{}"},
    {0x2122, "\\texttrademark{}"},
    {0x2190, "\\ensuremath{\\leftarrow}"},
    {0x2191, "\\ensuremath{\\uparrow}"},
    {0x2192, "\\ensuremath{\\rightarrow}"},
    {0x2193, "\\ensuremath{\\downarrow}"},
    {0x2194, "\\ensuremath{\\leftrightarrow}"},
    {0x21D2, "\\ensuremath{\\Rightarrow}"},
    {0x2202, "\\ensuremath{\\partial}"},
    {0x2206, "\\ensuremath{\\Delta}"},
    {0x2208, "\\ensuremath{\\in}"},
    {0x220F, "\\ensuremath{\\prod}"},
    {0x2211, "\\ensuremath{\\sum}"},
    {0x2212, "\\textminus{}"},
    {0x2215, "/"},
    {0x2217, "\\ensuremath{\\ast}"},
    {0x221A, "\\ensuremath{\\surd}"},
    {0x221E, "\\ensuremath{\\infty}"},
    {0x222B, "\\ensuremath{\\int}"},
    {0x223C, "\\ensuremath{\\sim}"},
    {0x2248, "\\ensuremath{\\approx}"},
    {0x2260, "\\ensuremath{\\neq}"},
    {0x2261, "\\ensuremath{\\equiv}"},
    {0x2264, "\\ensuremath{\\leq}"},
    {0x2265, "\\ensuremath{\\geq}"},
    {0x2282, "\\ensuremath{\\subset}"},
    {0x22C5, "\\ensuremath{\\cdot}"},
    {0x25CB, "\\ensuremath{\\circ}"},
    {0x25CF, "\\textbullet{}"},
    {0xFB01, "fi"},
    {0xFB02, "fl"},
};

/// Letters that the T1 encoding has or composes, and inputenc knows.
bool is_letter_of_t1(char32_t c) {
  static constexpr char32_t unknown[] = {0x126, 0x127, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167};
  if (c >= 0x218 && c <= 0x21B) return true;
  return c >= 0xC0 && c <= 0x17E && std::find(std::begin(unknown), std::end(unknown), c) == std::end(unknown);
}

bool is_shapeless(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

}  // namespace

std::string latex_character(char32_t code_point) {
  const auto* found = std::lower_bound(std::begin(characters), std::end(characters), code_point,
                                       [](const Character& each, char32_t wanted) { return each.code_point < wanted; });
  if (found != std::end(characters) && found->code_point == code_point) return found->latex;
  if (is_letter_of_t1(code_point)) return utf8(code_point);
  if (is_shapeless(code_point)) return "";
  if (code_point >= 0x2000 && code_point <= 0x200A) return " ";
  return fmt::format("{{[}}U+{:04X}{{]}}\\hspace{{0pt}}", static_cast<unsigned>(code_point));
}

}  // namespace ecpr::render
