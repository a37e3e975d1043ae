# cmake -D STYLE=... -D OUTPUT=... -P: writes the style sheet of HTML reports as a raw string literal.
file(READ "${STYLE}" text)
file(WRITE "${OUTPUT}"
"// Written at build time from src/render/html_style.css.
#include \"html_style.hpp\"

namespace ecpr::render {

std::string_view html_style() {
  return R\"~~css~~(
${text})~~css~~\";
}

}  // namespace ecpr::render
")
