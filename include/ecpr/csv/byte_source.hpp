// Where bytes come from: files, standard input, memory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace ecpr::csv {

/// A stream of bytes that is read once, from beginning to end.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Puts up to `size` (> 0) bytes into `buffer` and returns how many; 0 means the end, now and ever after.
  ///
  /// May return fewer than `size` bytes before the end. Throws InputError when the bytes cannot be had.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

/// The bytes of `text`, which is kept.
std::unique_ptr<ByteSource> memory_source(std::string text);

/// The bytes of the file at `path`, or of standard input for "-". No other function opens files for reading data.
///
/// Throws InputError when there is no such file, when it is a folder or when it may not be read.
std::unique_ptr<ByteSource> open_source(const std::string& path);

}  // namespace ecpr::csv
