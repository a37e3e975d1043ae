// Decoded text with one kind of line end.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ecpr/csv/byte_source.hpp"

namespace ecpr::csv {

/// The text of another source in which every lone CR is an LF, there is no NUL, and the last line ends with an LF.
///
/// CR before LF stays, so that no byte moves.
class TextSource final : public ByteSource {
 public:
  TextSource(std::unique_ptr<ByteSource> source, std::string name);

  /// Fills the whole of `buffer` unless the end is reached. Throws InputError with the line of a NUL byte.
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  std::size_t fill(char* buffer, std::size_t size);
  void check(char* begin, char* end);
  void check_part(char* begin, char* end, char following);

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::optional<char> pending_;
  bool at_end_ = false;
  char last_ = '\n';
  std::size_t lines_ = 0;
};

}  // namespace ecpr::csv
