// Tables and inline text of the web page.
#pragma once

#include <cstddef>
#include <string>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::render {

/// The runs as elements; a footnote mark links to the note of that letter in the table called `table`.
std::string html_inline(const document::Runs& runs, const std::string& table = "");

/// The table in its scrolling frame with its notes. `id` is unique on the page.
std::string html_table(const document::Table& table, const document::NumberStyle& style, const std::string& id);

}  // namespace ecpr::render
