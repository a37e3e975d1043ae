// Whether the names of a file stand over its cells.
#pragma once

#include <cstddef>

#include "ecpr/csv/reader.hpp"

namespace ecpr::survey {

/// How many cells the rows below a header have.
struct RowWidths {
  std::size_t rows = 0, narrowest = 0, widest = 0;
};

/// Throws InputError, with a probable place, when no row has a cell for the last name that is not blank: a name that
/// was split moves all those behind it.
void require_width(const csv::Reader& reader, const RowWidths& widths);

}  // namespace ecpr::survey
