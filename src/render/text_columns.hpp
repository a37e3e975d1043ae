// How wide the columns of a table are on a terminal, and which stand beside each other.
#pragma once

#include <cstddef>
#include <vector>

#include "ecpr/document/layout.hpp"

namespace ecpr::render {

/// Blanks between two columns.
inline constexpr std::size_t column_gap = 2;

/// Blanks by which one level of row labels is indented.
inline constexpr std::size_t indent_step = 2;

/// Columns that stand beside each other, the row labels first.
struct TablePart {
  std::vector<std::size_t> columns;  ///< places in the layout
  std::vector<std::size_t> widths;   ///< one per column

  std::size_t width() const;
  /// Where the column at `place` of this part begins.
  std::size_t offset(std::size_t place) const;
};

/// The table in as few parts as fit into `width`: first with row labels and text cells wrapped, then in parts of about
/// equal width; numbers are wrapped only where a single column does not fit beside the row labels.
std::vector<TablePart> fit_columns(const document::TableLayout& layout, std::size_t width);

}  // namespace ecpr::render
