// Documents as GitHub-flavoured Markdown.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// The document with pipe tables; footnotes as a list under their table. Cells that span columns stand in the first
/// of them, header rows are joined into one, since Markdown has one.
std::string render_markdown(const document::Document& document, const Options& options);

/// `text` as one line in which no character means anything: \ ` * _ { } [ ] < > # | ~ & escaped, line breaks as blanks.
std::string escape_markdown(std::string_view text);

}  // namespace ecpr::render
