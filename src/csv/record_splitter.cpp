#include "ecpr/csv/record_splitter.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "ecpr/base/text.hpp"
#include "lines.hpp"

namespace ecpr::csv {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101, low_bits = 0x7F7F7F7F7F7F7F7F;

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

std::uint64_t repeated(char c) { return ones * static_cast<unsigned char>(c); }

// The highest bit of each byte of `word` that equals that of `pattern`; the first byte in memory is the lowest.
std::uint64_t matches(std::uint64_t word, std::uint64_t pattern) {
  const std::uint64_t difference = word ^ pattern;
  return ~(((difference & low_bits) + low_bits) | difference | low_bits);
}

// Cells are short: eight bytes at a time until it pays to call memchr.
const char* find(const char* begin, const char* end, char c) {
  const std::uint64_t pattern = repeated(c);
  for (int i = 0; i < 4 && end - begin >= 8; ++i, begin += 8) {
    if (const std::uint64_t found = matches(eight_bytes(begin), pattern)) return begin + std::countr_zero(found) / 8;
  }
  const void* const found = begin == end ? nullptr : std::memchr(begin, c, end - begin);
  return found ? static_cast<const char*>(found) : end;
}

}  // namespace

// Where to write eight more cells, the first count_ of which stand before `field`.
std::string_view* RecordSplitter::room(std::string_view* field) {
  count_ = fields_.empty() ? 0 : static_cast<std::size_t>(field - fields_.data());
  fields_.resize(2 * fields_.size() + 64);
  return fields_.data() + count_;
}

bool RecordSplitter::start(char* line, std::size_t length) {
  lines_ = position_ = 0;
  in_quotes_ = false;
  misplaced_line_.reset();
  if (split_plain(line, line + length)) return true;
  cells_.clear();
  joined_.clear();
  if (scan(line, length)) {
    finish(line);
    return true;
  }
  joined_.assign(line, length);
  return false;
}

bool RecordSplitter::append(std::string_view line) {
  ++lines_;
  joined_ += '\n';
  joined_ += line;
  if (!scan(joined_.data(), joined_.size())) return false;
  finish(joined_.data());
  return true;
}

// The fast path: no quotation mark in the line. Returns false at the first.
bool RecordSplitter::split_plain(const char* begin, const char* end) {
  const std::uint64_t delimiters = repeated(delimiter_), quotes = repeated('"');
  const char* cell = begin;
  const char* at = begin;
  std::string_view* field = fields_.data();
  for (; end - at >= 8; at += 8) {
    const std::uint64_t word = eight_bytes(at);
    if (matches(word, quotes)) return false;
    if (fields_.data() + fields_.size() - field < 8) field = room(field);
    for (std::uint64_t found = matches(word, delimiters); found != 0; found &= found - 1) {
      const char* const cell_end = at + std::countr_zero(found) / 8;
      *field++ = {cell, static_cast<std::size_t>(cell_end - cell)};
      cell = cell_end + 1;
    }
  }
  if (fields_.data() + fields_.size() - field < 8) field = room(field);
  for (; at != end; ++at) {
    if (*at == '"') return false;
    if (*at != delimiter_) continue;
    *field++ = {cell, static_cast<std::size_t>(at - cell)};
    cell = at + 1;
  }
  *field++ = {cell, static_cast<std::size_t>(end - cell)};
  count_ = static_cast<std::size_t>(field - fields_.data());
  return true;
}

// Goes on from position_ to the end of the record; false when the text ends inside a quoted cell.
bool RecordSplitter::scan(const char* text, std::size_t size) {
  for (;;) {
    if (!in_quotes_) cells_.push_back({position_, none, size, false});
    if (in_quotes_ || (position_ < size && text[position_] == '"')) {
      const std::size_t closing = find_closing(text, size);
      if (closing == none) return false;
      cells_.back().closing = closing;
      position_ = closing + 1;
    }
    const char* const end = find(text + position_, text + size, delimiter_);
    cells_.back().end = static_cast<std::size_t>(end - text);
    note_misplaced(text, cells_.back());
    if (end == text + size) return true;
    position_ = cells_.back().end + 1;
  }
}

std::size_t RecordSplitter::find_closing(const char* text, std::size_t size) {
  if (!in_quotes_) {
    in_quotes_ = true;
    quote_line_ = lines_;
    ++position_;
  }
  for (;;) {
    const char* const mark = find(text + position_, text + size, '"');
    const auto place = static_cast<std::size_t>(mark - text);
    if (place == size) {
      position_ = size;
      return none;
    }
    if (place + 1 == size || mark[1] != '"') {
      in_quotes_ = false;
      return place;
    }
    cells_.back().doubled = true;
    position_ = place + 2;
  }
}

void RecordSplitter::note_misplaced(const char* text, const Cell& cell) {
  if (misplaced_line_ || cell.closing == none) return;
  const std::string_view behind(text + cell.closing + 1, cell.end - cell.closing - 1);
  if (!trimmed(behind).empty()) misplaced_line_ = lines_;
}

void RecordSplitter::finish(char* text) {
  count_ = cells_.size();
  if (fields_.size() < count_) fields_.resize(2 * count_);
  std::size_t i = 0;
  for (const Cell& cell : cells_) {
    fields_[i++] =
        cell.closing == none ? std::string_view(text + cell.begin, cell.end - cell.begin) : unquoted(text, cell);
  }
}

std::string_view RecordSplitter::unquoted(char* text, const Cell& cell) {
  std::string_view content(text + cell.begin + 1, cell.closing - cell.begin - 1);
  if (cell.doubled) content = without_quotes(text + cell.begin, text + cell.closing + 1);
  const std::string_view behind(text + cell.closing + 1, cell.end - cell.closing - 1);
  if (trimmed(behind).empty()) return content;
  char* const end = text + (content.data() - text) + content.size();
  std::memmove(end, behind.data(), behind.size());
  return {content.data(), content.size() + behind.size()};
}

}  // namespace ecpr::csv
