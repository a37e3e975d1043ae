// The rows of an export that people filled in, and what its columns are called, whatever platform wrote it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/csv/reader.hpp"
#include "ecpr/survey/platform.hpp"

namespace ecpr::survey {

/// A file from the first row of answers on: the rows of names, texts and import ids above them are no data.
class Table {
 public:
  /// `platform` is the name of one of platforms(), or empty: the one that recognizes the file.
  /// Throws UsageError for an unknown platform, and what the reader throws.
  explicit Table(csv::Reader reader, const std::string& platform = "");

  const std::string& name() const { return reader_.name(); }
  const csv::Reader& reader() const { return reader_; }
  const Platform& platform() const { return *platform_; }
  const std::vector<ColumnName>& columns() const { return form_.columns; }
  /// Rows without an answer to the outcomes are usual in this export.
  bool sparse() const { return form_.sparse; }

  /// Moves to the next row of answers; previews and tests are passed over. False at the end. The record is valid
  /// until the next call.
  bool next(csv::Record& record);

  /// Throws InputError when every row that next() has come past was shorter than the header: its names stand elsewhere.
  void require_width() const;

  /// Rows below the names and texts that next() has come past so far, previews and tests included.
  std::size_t rows() const { return rows_; }
  std::size_t previews() const { return previews_; }
  /// Rows so far of people who did not come to the end of the form.
  std::size_t unfinished() const { return unfinished_; }

  /// What the user should know about how the file was read, once next() has returned false.
  std::vector<std::string> notes() const;

 private:
  struct Kept {
    std::vector<std::string> cells;
    std::size_t line = 0;
  };

  void look_ahead();
  bool next_row(csv::Record& record);

  csv::Reader reader_;
  const Platform* platform_;
  bool found_by_itself_ = false;
  ExportForm form_;
  std::vector<Kept> ahead_;  ///< rows that were looked at and not yet handed out, the last one first
  std::vector<std::string_view> cells_;
  Kept current_;
  std::size_t narrowest_ = 0, widest_ = 0;  ///< cells of the rows so far
  std::size_t rows_ = 0, previews_ = 0, unfinished_ = 0;
};

}  // namespace ecpr::survey
