// A table of typed cells.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ecpr/document/text.hpp"

namespace ecpr::document {

/// What the cells of a column are. The number style completes the header by it: "Pre" becomes "Pre, mean (SD)", or in
/// APA style two columns M and SD under "Pre".
enum class ColumnKind {
  text,          ///< the header as it stands
  number,        ///< the header as it stands
  count,         ///< "n" when the header is empty
  share,         ///< "..., n (%)"
  percentage,    ///< "... % (95% CI)"
  mean_sd,       ///< "..., mean (SD)"
  median_range,  ///< "..., median (range)"
  estimate,      ///< "... (95% CI)"
  limits,        ///< "..., 95% CI"
  test,          ///< "t test (df)" when the header is empty, else "... (df)"
  p_value,       ///< "P value", with the header in front: "Adjusted P value"
};

/// How a column is aligned; `decimal` puts the points of the leading numbers under each other.
enum class Alignment { left, right, decimal };

/// One column after the row labels.
struct Column {
  Label header = {};
  ColumnKind kind = ColumnKind::text;
  double confidence = 0.95;                           ///< named in the header of an interval
  std::optional<Alignment> alignment = std::nullopt;  ///< otherwise: text left, count right, the others decimal
};

/// A header above `count` columns, the first of which is `first` (0: the one after the row labels).
/// Requires: groups do not overlap and stand in the order of the columns.
struct HeaderGroup {
  Label label = {};
  std::size_t first = 0, count = 0;
};

/// A cell without a value: an em dash whose footnote is the reason (half a sentence, no full stop).
struct Empty {
  std::string reason = {};
};

/// What stands where a row and a column meet: a text (an empty one for a blank cell), nothing with its reason,
/// or a number. Raw numbers are kept, so that a spreadsheet gets them unrounded.
struct Cell {
  using Content = std::variant<Text, Empty, Quantity>;
  Content content;
  std::vector<Text> notes;

  Cell() = default;
  Cell(Text text, std::vector<Text> notes_ = {}) : content(std::move(text)), notes(std::move(notes_)) {}
  Cell(const char* text) : Cell(Text(text)) {}
  Cell(std::string text) : Cell(Text(std::move(text))) {}
  Cell(Empty empty) : content(std::move(empty)) {}
  template <QuantityKind T>
  Cell(T quantity, std::vector<Text> notes_ = {}) : content(Quantity(std::move(quantity))), notes(std::move(notes_)) {}
};

/// One row. A spanning row is a label across the whole table and has no cells; else there is a cell per column
/// (missing ones at the end are blank).
struct Row {
  Label label = {};
  std::vector<Cell> cells = {};
  int indent = 0;
  bool spanning = false;
};

/// "CI": "confidence interval".
struct Abbreviation {
  std::string abbreviation = {}, meaning = {};

  bool operator==(const Abbreviation&) const = default;
};

/// Number, caption, header, rows, notes.
///
/// Lettered footnotes are not listed here: they hang on the labels and cells and get their letters in the order
/// in which they appear (caption, header, rows). CI, SD, M and df, where the style's headers use them, need no entry
/// in `abbreviations`.
struct Table {
  std::string number = {};  ///< "Table 2"; empty: an unnumbered table
  Label caption = {};       ///< without number; a full stop is added where there is none
  Label row_header = {};    ///< above the row labels: "Outcome"
  std::vector<Column> columns = {};
  std::vector<HeaderGroup> header_groups = {};
  std::vector<Row> rows = {};
  std::vector<Text> notes = {};  ///< sentences about the whole table, without letter
  std::vector<Abbreviation> abbreviations = {};
  bool ruled = true;  ///< false: only aligned columns, no rules; with empty headers no header either (overviews)
};

}  // namespace ecpr::document
