// A table made ready for any format: headers completed, numbers written, footnotes lettered.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::document {

/// A cell with its final text; footnote marks stand as runs with Face::mark at the end ("a", "a,b").
struct SetCell {
  Runs runs = {};
  std::size_t lead = 0;  ///< how many digits narrower its leading number is than the widest of the column
  std::size_t column = 0, columns = 1, rows = 1;  ///< first column and extent; body cells: 1 by 1
};

/// A row of the body. `cells` has one entry per column, the label first; a spanning row has the label alone.
struct SetRow {
  std::vector<SetCell> cells = {};
  int indent = 0;
  bool spanning = false;
};

/// A lettered footnote.
struct Footnote {
  std::string letter = {};  ///< "a" to "z", "aa", ...
  Runs runs = {};
};

/// The table as it is to be read. All formats draw this, so the same number is the same text in all of them.
struct TableLayout {
  std::string number = {};
  Runs caption = {};                              ///< with footnote marks; empty when the table has none
  std::vector<Alignment> alignments = {};         ///< per column, row labels first; their size is the number of columns
  std::vector<std::vector<SetCell>> header = {};  ///< rows from the top; none when all headers are empty
  std::vector<SetRow> rows = {};
  std::vector<Footnote> footnotes = {};
  std::vector<Runs> notes = {};  ///< without letters
  Runs abbreviations = {};       ///< "CI: confidence interval; SD: standard deviation."; may be empty
  bool ruled = true;
};

/// The table in `style`. Columns of mean (SD) become two where the style says so.
TableLayout lay_out(const Table& table, const NumberStyle& style);

/// The caption as lines: "Table 2. Changes (N=151)." or, in APA style, "Table 2" and the caption in italics.
std::vector<Runs> caption_lines(const TableLayout& layout, const NumberStyle& style);

/// The same for anything with a number ("Figure 1"; may be empty) and a caption (may be empty).
std::vector<Runs> caption_lines(const std::string& number, const Runs& caption, const NumberStyle& style);

/// The letter of the footnote at `place` (0: "a", 25: "z", 26: "aa").
std::string footnote_letter(std::size_t place);

}  // namespace ecpr::document
