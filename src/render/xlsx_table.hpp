// One table as a sheet of a workbook.
#pragma once

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/table.hpp"
#include "xlsx_book.hpp"

namespace ecpr::render {

/// Caption, header, numbers taken apart into columns of their own, notes. Requires: a style that keeps mean and SD in
/// one column of the layout.
Sheet table_sheet(const document::Table& table, const document::NumberStyle& style);

}  // namespace ecpr::render
