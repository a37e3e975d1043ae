// Tables and inline text in LaTeX.
#pragma once

#include <string>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::render {

/// The runs as LaTeX text.
std::string latex_inline(const document::Runs& runs);

/// The table as longtable, on a turned page and in parts where it must be, with its notes.
std::string latex_table(const document::Table& table, const document::NumberStyle& style);

}  // namespace ecpr::render
