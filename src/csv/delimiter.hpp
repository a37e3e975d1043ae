// Which character divides the cells.
#pragma once

#include <string>
#include <string_view>

namespace ecpr::csv {

/// Whether `c` may divide cells: ASCII, no quotation mark, line end or NUL.
bool can_delimit(char c);

/// Whether `line` is a comment, standing above the header: it begins with '#', and not as the name of a column.
bool is_comment(std::string_view line, char delimiter);

/// Whether `line` is Excel's `sep=;`.
bool is_separator_line(std::string_view line);

/// The delimiter of a text that begins with `head` (all of it if `complete`) in a file called `name`.
///
/// The `sep=` line decides, then the ending of the name; then the header and up to 200 records: of , ; tab | the one
/// that divides the header into most cells and the records into as many; ',' when none occurs in the header.
char find_delimiter(std::string_view head, bool complete, const std::string& name);

}  // namespace ecpr::csv
