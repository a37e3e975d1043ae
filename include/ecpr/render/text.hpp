// Documents for the terminal and for plain text files.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// The document as UTF-8 lines of at most `options.width` columns.
///
/// Columns are aligned by display width. A table that is too wide wraps its headers, then its row labels and text
/// cells, and then stands in parts below each other that repeat the row labels. Footnote marks read "(a)".
std::string render_text(const document::Document& document, const Options& options);

/// `text` with line breaks and tabs as blanks and without control characters, so that it cannot steer a terminal.
std::string escape_terminal(std::string_view text);

}  // namespace ecpr::render
