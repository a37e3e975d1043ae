// Documents for Word and LibreOffice.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// The bytes of a .docx file: headings, paragraphs and lists in styles, real tables whose header rows repeat on every
/// page and whose rows do not break, captions above and notes below them. A table too wide for an upright page stands
/// on turned ones. The same document gives the same bytes: no date, no author.
std::string render_docx(const document::Document& document, const Options& options);

/// `text` for element content and attributes of XML: & < > " ' as references, no control characters.
std::string escape_xml(std::string_view text);

}  // namespace ecpr::render
