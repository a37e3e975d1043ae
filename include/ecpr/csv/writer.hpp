// Comma-separated values, written so that every reader and every spreadsheet takes them for what they are.
#pragma once

#include <initializer_list>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

namespace ecpr::csv {

/// `cell` with an apostrophe in front if a spreadsheet could run it as a formula.
///
/// That is: it begins with = + - @, a tab or a carriage return, and is not a number. Otherwise `cell` itself.
std::string harmless_cell(std::string_view cell);

/// `cell` without the apostrophe that harmless_cell() has put before it; any other text as it is.
std::string_view original_cell(std::string_view cell);

/// Writes rows as RFC 4180 says, but with LF: commas, and quotation marks only where a cell needs them.
class Writer {
 public:
  /// Requires: `out` outlives the writer. A failed stream is left for the caller to see.
  explicit Writer(std::ostream& out) : out_(out) {}

  /// Writes one row; each cell goes through harmless_cell(). Requires: at least one cell.
  void row(std::span<const std::string> cells);
  void row(std::initializer_list<std::string> cells) { row(std::span(cells.begin(), cells.size())); }

 private:
  std::ostream& out_;
};

}  // namespace ecpr::csv
