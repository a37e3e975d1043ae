// The header of a table: texts completed by what the columns hold, and how they span.
#pragma once

#include <vector>

#include "ecpr/document/layout.hpp"
#include "footnotes.hpp"

namespace ecpr::document {

/// True for a column that stands as two, M and SD.
bool is_split(const Column& column, const NumberStyle& style);

/// Header rows from the top; none when every header is empty. `footnotes` get letters row by row.
std::vector<std::vector<SetCell>> header_rows(const Table& table, const NumberStyle& style, Footnotes& footnotes);

/// "CI", "SD", ... as far as the style's headers use them, and the table's own; in alphabetical order.
std::vector<Abbreviation> all_abbreviations(const Table& table, const NumberStyle& style);

}  // namespace ecpr::document
