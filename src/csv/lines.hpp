// Physical lines and doubled quotation marks, by fast-cpp-csv-parser.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "text_source.hpp"

namespace ecpr::csv {

/// The longest line and the longest record, in bytes.
constexpr std::size_t longest_line = (std::size_t{1} << 24) - 1;

/// A line without its end, followed by a NUL; valid, and free to be changed, until the next line is read.
struct Line {
  char* begin = nullptr;
  std::size_t length = 0;
  std::size_t number = 0;  ///< From 1.

  std::string_view text() const { return {begin, length}; }
};

/// The lines of a text, one after another; a thread of its own reads ahead in long texts.
class Lines {
 public:
  /// The first line of `text`, which is called `name` in messages, has the number `lines_before` + 1.
  Lines(std::unique_ptr<TextSource> text, std::string name, std::size_t lines_before = 0);
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;
  ~Lines();

  /// False at the end, and then the source of the text has been read to its end. Throws InputError for a line longer
  /// than longest_line, and what the text's source throws.
  bool next(Line& line);

 private:
  struct Parser;
  std::unique_ptr<TextSource> text_;
  std::string name_;
  std::size_t number_;
  std::unique_ptr<Parser> parser_;
};

/// Makes one quotation mark of each doubled one in [begin, end), which begins and ends with one that goes.
///
/// Writes in place, and a NUL behind; returns the rest.
std::string_view without_quotes(char* begin, char* end);

}  // namespace ecpr::csv
