// Delimited text, as any survey platform or spreadsheet writes it, as a sequence of records.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/csv/byte_source.hpp"

namespace ecpr::csv {

/// What the user has said about a file; everything else is found out.
struct ReadOptions {
  /// Any ASCII character but a quotation mark, a line end and NUL. Empty: a `sep=` line, a name in .tsv or .tab
  /// (tab), else whichever of , ; tab | divides the header and the first records most evenly.
  std::optional<char> delimiter = {};
  /// A name that known_encoding() accepts ("utf-8", "utf-16", "windows-1252"). Empty: a byte-order mark, the
  /// pattern of UTF-16, else UTF-8.
  std::string encoding = {};
  /// Whether sha256() will be asked for.
  bool hash = false;
};

/// How a file turned out to be written.
struct Dialect {
  char delimiter = ',';
  std::string encoding = "UTF-8";  ///< "UTF-8", "UTF-16LE", "UTF-16BE" ..., or the name as given in ReadOptions.
  bool byte_order_mark = false;
  bool separator_line = false;  ///< Excel's `sep=;` stood above the header.
  bool compressed = false;      ///< gzip.
};

/// One row: its cells without their quotes, as UTF-8 unless the file holds invalid UTF-8. Blanks are kept.
///
/// Line breaks inside a cell are '\n', however the file writes them. Valid until the next call of next().
struct Record {
  std::span<const std::string_view> fields;  ///< At least one; as many as the row has, whatever the header says.
  std::size_t line = 0;                      ///< Its first physical line in the (unpacked) file, from 1.
};

/// Whether `name` is an encoding that files can be read in: "utf-8", "utf-16", "windows-1252", "latin1" ...
bool known_encoding(const std::string& name);

/// The file is a picture, a workbook, a web page or something else that is no delimited text.
class OtherFormat : public InputError {
 public:
  using InputError::InputError;
};

/// Reads a header and then record after record; time is linear in the input, memory bounded by the longest record.
///
/// A quotation mark opens a quoted cell only at the start of a cell; elsewhere it is an ordinary character. Text
/// behind a closing quotation mark belongs to the cell, blanks there do not. A line, and a row with line breaks in
/// its cells, may have up to 2^24 - 1 bytes. Lines end with LF, CRLF or CR, in any mixture.
///
/// Every function that reads throws InputError, as one sentence with the name, the line where one is to blame, and
/// a hint: for an empty file, for what is not delimited text (OtherFormat: pictures, workbooks, web pages ...), NUL
/// bytes, a quotation mark that is never closed, a line or row that is too long, damaged gzip data.
class Reader {
 public:
  /// Opens the file at `path`, or standard input for "-", and reads up to and including the header.
  static Reader open(const std::string& path, const ReadOptions& options = {});

  /// The same for `bytes`, called `name` in messages.
  static Reader from_text(std::string bytes, std::string name, const ReadOptions& options = {});

  /// The same for any source of (undecoded, possibly compressed) bytes.
  Reader(std::unique_ptr<ByteSource> source, std::string name, const ReadOptions& options = {});
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// As the user typed it; "standard input" for "-".
  const std::string& name() const;
  const Dialect& dialect() const;

  /// The names in the first row that is not blank, trimmed of all Unicode white space; duplicates and empty names
  /// are kept.
  const std::vector<std::string>& header() const;
  std::size_t header_line() const;
  /// The places of names in front of which a blank stands in the file, as behind the comma of a sentence.
  const std::vector<std::size_t>& names_behind_blanks() const;

  /// Moves to the next row that has a cell which is not blank. False at the end, and then `record` is untouched.
  bool next(Record& record);

  /// Records that next() has returned so far.
  std::size_t rows() const;
  /// Blank lines, and rows of blank cells only, passed over below the header so far.
  std::size_t empty_rows() const;
  /// The lines above the header that begin with '#' and were passed over. A '#' with a delimiter right behind it
  /// is not a comment but the name of the first column.
  const std::vector<std::size_t>& comment_lines() const;

  /// The first line so far in which text follows a closing quotation mark ("a" b). Mostly a harmless slip; but it is
  /// also what a cell that was never closed looks like where the next quotation mark ended it, rows later.
  std::optional<std::size_t> misplaced_quote_line() const;

  /// The first line so far that is not valid UTF-8; its bytes are passed on as they are. Always empty when the
  /// file is read in another encoding.
  std::optional<std::size_t> invalid_utf8_line() const;
  /// The first line so far with bytes that make no printable sense in the encoding of the file: read as U+FFFD,
  /// or, where an encoding of single bytes leaves them undefined, as the control characters U+0080 to U+009F.
  /// Always empty when the encoding is UTF-8.
  std::optional<std::size_t> undecodable_line() const;

  /// SHA-256 of the file as it is (compressed, undecoded), in lower-case hexadecimal.
  ///
  /// Requires: ReadOptions::hash, and that next() has returned false.
  std::string sha256() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace ecpr::csv
