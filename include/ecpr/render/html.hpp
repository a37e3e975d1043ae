// Documents as one self-contained web page.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// A page without script and without anything fetched: readable from 360 pixels up (wide tables scroll in their own
/// frame), on paper (header rows repeat), in the dark, and by screen readers (captions, scopes, landmarks).
std::string render_html(const document::Document& document, const Options& options);

/// `text` for element content and for attributes in double quotes: & < > " ' as references, no control characters.
std::string escape_html(std::string_view text);

}  // namespace ecpr::render
