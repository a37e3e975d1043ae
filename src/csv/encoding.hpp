// In which encoding a file is written, and reading it as UTF-8.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "ecpr/csv/byte_source.hpp"

namespace ecpr::csv {

/// What is known from the beginning of a file.
struct Encoding {
  std::string name;           ///< "UTF-8", "UTF-16LE", ..., or as the user gave it.
  std::size_t mark_size = 0;  ///< Bytes of the byte-order mark.
  bool is_utf8() const { return name == "UTF-8"; }
};

/// The encoding of a file that begins with `head`.
///
/// A byte-order mark decides, against `requested` too; then `requested` ("utf-16" without a byte order: as the
/// pattern of NUL bytes says, else little-endian); then that pattern; else UTF-8.
Encoding find_encoding(std::string_view head, const std::string& requested);

/// `source`, which is written in `encoding` (a name that known_encoding() accepts), as UTF-8.
///
/// Bytes that the encoding does not define become U+FFFD; in a Windows code page, the control characters with
/// the same numbers (U+0080 to U+009F).
std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> source, const std::string& encoding);

}  // namespace ecpr::csv
