// A workbook of SpreadsheetML: sheets of texts and numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/document/text.hpp"
#include "zip_archive.hpp"

namespace ecpr::render {

/// How a cell looks.
struct CellLook {
  std::string number_format = {};  ///< empty: general
  bool bold = false, wrapped = false, right = false, centered = false;
  bool rule_below = false, rule_above = false;
  int indent = 0;

  bool operator==(const CellLook&) const = default;
};

/// A number, or else a text (which is never a formula), or else nothing but its look.
struct SheetCell {
  std::optional<double> number = std::nullopt;
  document::Runs text = {};
  CellLook look = {};
};

/// Rectangle of cells that are shown as one, counted from 0.
struct Merged {
  std::size_t first_row, first_column, last_row, last_column;
};

/// One sheet.
struct Sheet {
  std::string name = {};
  std::vector<std::vector<SheetCell>> rows = {};
  std::vector<std::size_t> row_lines = {};  ///< per row: how many lines high, 0 or missing: as high as it needs
  std::vector<std::size_t> widths = {};     ///< per column, in characters
  std::vector<Merged> merged = {};
  std::size_t header_begin = 0, header_end = 0;  ///< rows that are repeated on paper; rows above the end stay in view
  bool turned = false;                           ///< printed across
};

/// The files of a workbook. Sheet names are made unique and legal: at most 31 characters, without []:*?/\.
std::vector<ZipEntry> xlsx_entries(std::vector<Sheet> sheets, const std::string& title);

}  // namespace ecpr::render
