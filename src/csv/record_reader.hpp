// Lines joined to records.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "ecpr/csv/reader.hpp"
#include "ecpr/csv/record_splitter.hpp"
#include "lines.hpp"

namespace ecpr::csv {

/// All records of a text, or of a part of it that begins and ends between two records.
class RecordReader {
 public:
  RecordReader(std::unique_ptr<TextSource> text, std::string name, char delimiter, bool utf8,
               std::size_t lines_before = 0);

  /// The next physical line as it stands. Afterwards next_record() begins with the line after it, or with itself if
  /// put_back() is called.
  bool next_line(Line& line);
  /// Requires: the last call was of next_line() and returned true; the line is unchanged.
  void put_back() { line_is_waiting_ = true; }

  /// False at the end; blank records are returned, too. Throws InputError for a quotation mark that is not closed.
  bool next_record(Record& record);

  /// As in Reader.
  std::optional<std::size_t> misplaced_quote_line() const { return misplaced_quote_line_; }
  std::optional<std::size_t> invalid_utf8_line() const { return utf8_ ? suspect_line_ : std::nullopt; }
  std::optional<std::size_t> undecodable_line() const { return utf8_ ? std::nullopt : suspect_line_; }

 private:
  bool read_line();
  void complete_record(std::size_t first_line);
  void refuse_open_quote(std::size_t first_line, const char* what) const;

  Lines lines_;
  std::string name_;
  RecordSplitter splitter_;
  bool utf8_;
  Line line_;
  bool line_is_waiting_ = false;
  std::optional<std::size_t> suspect_line_, misplaced_quote_line_;
};

}  // namespace ecpr::csv
