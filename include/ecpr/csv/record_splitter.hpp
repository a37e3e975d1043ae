// The rules of quotation: physical lines in, the cells of one record out.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::csv {

/// Splits one record after another; knows nothing of files, so that parts of a text can be split side by side.
///
/// Feed each record line by line: start() with its first line, append() for as long as the answer is false.
class RecordSplitter {
 public:
  /// Requires: `delimiter` is no quotation mark, line end or NUL.
  explicit RecordSplitter(char delimiter) : delimiter_(delimiter) {}

  /// Begins a record with the `length` bytes at `line`, which has no line end. True if the record is complete; false
  /// if a quoted cell goes on in the next line.
  ///
  /// May change the bytes of the line. O(length).
  bool start(char* line, std::size_t length);

  /// Goes on with the next line of an incomplete record. O(length) amortized.
  bool append(std::string_view line);

  /// The cells of a complete record. Valid until the next start(), and while the bytes given to start() are.
  std::span<const std::string_view> fields() const { return {fields_.data(), count_}; }

  /// Bytes of an incomplete record so far.
  std::size_t size() const { return joined_.size(); }
  /// The line of the record, from 0, in which the last quoted cell begins.
  std::size_t quote_line() const { return quote_line_; }
  /// The line of the record, from 0, in which a closing quotation mark is followed by text; empty if none is so far.
  std::optional<std::size_t> misplaced_line() const { return misplaced_line_; }

 private:
  struct Kept {
    std::size_t begin, size;
  };

  bool split_plain(const char* begin, const char* end);
  bool split(char* text, std::size_t size);
  void open(std::size_t offset);
  char* find_closing(char* at, char* end);
  std::string_view unquoted(char* begin, char* mark, const char* end);
  void keep(const char* text);
  void restore(const char* text);
  std::string_view* room(std::string_view* field);

  char delimiter_;
  std::vector<std::string_view> fields_;  // the first count_ are the record's
  std::size_t count_ = 0;
  std::string joined_;
  std::vector<Kept> kept_;  // the cells before the one that is open
  std::size_t position_ = 0, opening_ = 0;
  bool doubled_ = false;
  std::size_t lines_ = 0, quote_line_ = 0;
  std::optional<std::size_t> misplaced_line_;
};

}  // namespace ecpr::csv
