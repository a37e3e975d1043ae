#include "text_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "ecpr/base/error.hpp"
#include "eight_bytes.hpp"

namespace ecpr::csv {
namespace {

// Small enough to stay near the processor while it is looked at three times.
constexpr std::ptrdiff_t part_size = 1 << 12;

void translate_lone_returns(char* begin, char* end, char following) {
  for (char* at = begin; (at = static_cast<char*>(std::memchr(at, '\r', end - at))) != nullptr; ++at) {
    if ((at + 1 == end ? following : at[1]) != '\n') *at = '\n';
    if (at + 1 == end) break;
  }
}

}  // namespace

TextSource::TextSource(std::unique_ptr<ByteSource> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {}

std::size_t TextSource::read(char* buffer, std::size_t size) {
  std::size_t filled = fill(buffer, size);
  check(buffer, buffer + filled);
  if (filled > 0) last_ = buffer[filled - 1];
  if (filled < size && last_ != '\n') last_ = buffer[filled++] = '\n';
  return filled;
}

// A CR in the last place needs to know what follows: one more byte is read and kept.
std::size_t TextSource::fill(char* buffer, std::size_t size) {
  std::size_t filled = 0;
  if (pending_) buffer[filled++] = *std::exchange(pending_, std::nullopt);
  while (filled < size && !at_end_) {
    const std::size_t count = source_->read(buffer + filled, size - filled);
    at_end_ = count == 0;
    filled += count;
  }
  if (filled > 0 && buffer[filled - 1] == '\r' && !at_end_) {
    char following;
    if (source_->read(&following, 1) == 1) {
      pending_ = following;
    } else {
      at_end_ = true;
    }
  }
  return filled;
}

void TextSource::check(char* begin, char* end) {
  while (begin != end) {
    char* const part_end = begin + std::min(part_size, end - begin);
    check_part(begin, part_end, part_end == end ? pending_.value_or('\0') : *part_end);
    begin = part_end;
  }
}

void TextSource::check_part(char* begin, char* end, char following) {
  translate_lone_returns(begin, end, following);
  const std::string_view text(begin, end - begin);
  if (const std::size_t nul = text.find('\0'); nul != text.npos) {
    throw InputError(fmt::format(
        "{}:{}: there is a NUL byte in this line; the file is damaged or not text, export it again as CSV (UTF-8)",
        name_, lines_ + count_of('\n', text.substr(0, nul)) + 1));
  }
  lines_ += count_of('\n', text);
}

}  // namespace ecpr::csv
