// Tables for Excel and LibreOffice, numbers as numbers.
#pragma once

#include <string>

#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// The bytes of an .xlsx file: a sheet of the text of the document, then one sheet per table.
///
/// Every number is a number of its own cell, unrounded (mean and SD, estimate and both limits, t and degrees of
/// freedom stand in columns of their own), shown with the digits of the other formats. Texts are never formulas,
/// whatever they begin with. Header rows and row labels stay in view. The same document gives the same bytes.
std::string render_xlsx(const document::Document& document, const Options& options);

}  // namespace ecpr::render
