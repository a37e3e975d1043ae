#include "text_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "ecpr/base/error.hpp"

namespace ecpr::csv {
namespace {

// Small enough to be counted in a byte, so that the compiler can use whole registers of bytes.
constexpr std::ptrdiff_t part_size = 240;

struct Tally {
  unsigned char line_feeds = 0, special = 0;
};

Tally tally(const char* begin, const char* end) {
  Tally tally;
  for (; begin != end; ++begin) {
    tally.line_feeds = static_cast<unsigned char>(tally.line_feeds + (*begin == '\n'));
    tally.special = static_cast<unsigned char>(tally.special | (*begin == '\0') | (*begin == '\r'));
  }
  return tally;
}

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
  Tally found = tally(begin, end);
  if (found.special) {
    translate_lone_returns(begin, end, following);
    if (const void* nul = std::memchr(begin, '\0', end - begin)) {
      const auto line = lines_ + std::count(begin, static_cast<char*>(const_cast<void*>(nul)), '\n') + 1;
      throw InputError(fmt::format(
          "{}:{}: there is a NUL byte in this line; the file is damaged or not text, export it again as CSV (UTF-8)",
          name_, line));
    }
    found = tally(begin, end);
  }
  lines_ += found.line_feeds;
}

}  // namespace ecpr::csv
