// Documents as LaTeX that pdflatex compiles.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// A complete article with booktabs tables that break over pages and repeat their headers. A table too wide for the
/// page stands on a turned page, in smaller type where it must. Needs only packages of TeX Live's recommended and
/// extra collections.
std::string render_latex(const document::Document& document, const Options& options);

/// `text` with # $ % & _ { } ~ ^ \ < > | " ` as commands. Characters that pdflatex has no letter for are named by
/// their code point ("[U+4E2D]"), so that the document compiles whatever it holds.
std::string escape_latex(std::string_view text);

}  // namespace ecpr::render
