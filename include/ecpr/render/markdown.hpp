// Documents as GitHub-flavoured Markdown.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// The document with pipe tables; footnotes as a list under their table. Cells that span columns stand in the first
/// of them, header rows are joined into one, since Markdown has one.
std::string render_markdown(const document::Document& document, const Options& options);

/// `text` for cells and inside lines, where no character of it then means anything: \ ` * _ [ ] | ~ ^ $ get a
/// backslash, < and & are references where they could begin a tag or a reference. Line breaks are blanks, control
/// characters are left out. (What only means something at the start of a line, "# " or "1. ", stays as it is.)
std::string escape_markdown(std::string_view text);

}  // namespace ecpr::render
