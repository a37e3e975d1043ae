#include "ecpr/csv/record_splitter.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "ecpr/base/text.hpp"
#include "eight_bytes.hpp"
#include "lines.hpp"

namespace ecpr::csv {
namespace {

// Cells are short: eight bytes at a time until it pays to call memchr.
inline char* find(char* begin, char* end, char c) {
  const std::uint64_t pattern = repeated(c);
  for (int i = 0; i < 4 && end - begin >= 8; ++i, begin += 8) {
    if (const std::uint64_t found = matches(eight_bytes(begin), pattern)) return begin + std::countr_zero(found) / 8;
  }
  void* const found = begin == end ? nullptr : std::memchr(begin, c, end - begin);
  return found ? static_cast<char*>(found) : end;
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
  misplaced_line_.reset();
  if (split_plain(line, line + length)) return true;
  count_ = 0;
  kept_.clear();
  if (split(line, length)) return true;
  joined_.assign(line, length);
  return false;
}

bool RecordSplitter::append(std::string_view line) {
  ++lines_;
  joined_ += '\n';
  joined_ += line;
  return split(joined_.data(), joined_.size());
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

// Goes on from position_, which is inside a quoted cell in every line but the first. Cells are freed of their quotation
// marks as they are found: only bytes before position_ change.
bool RecordSplitter::split(char* text, std::size_t size) {
  char* const end = text + size;
  bool inside = lines_ > 0;
  for (char* at = text + position_;; ++at) {
    if (count_ == fields_.size()) room(fields_.data() + count_);
    if (inside || (at != end && *at == '"')) {
      if (!inside) open(at++ - text);
      inside = false;
      char* const mark = find_closing(at, end);
      if (mark == end) {
        position_ = size;
        keep(text);
        return false;
      }
      at = mark + 1 == end || mark[1] == delimiter_ ? mark + 1 : find(mark + 1, end, delimiter_);
      fields_[count_++] = unquoted(text + opening_, mark, at);
    } else {
      char* const cell = at;
      at = find(at, end, delimiter_);
      fields_[count_++] = {cell, static_cast<std::size_t>(at - cell)};
    }
    if (at == end) {
      restore(text);
      return true;
    }
  }
}

void RecordSplitter::open(std::size_t offset) {
  opening_ = offset;
  doubled_ = false;
  quote_line_ = lines_;
}

char* RecordSplitter::find_closing(char* at, char* end) {
  char* mark = find(at, end, '"');
  while (end - mark >= 2 && mark[1] == '"') {
    doubled_ = true;
    mark = find(mark + 2, end, '"');
  }
  return mark;
}

// The cell that begins with a quotation mark at `begin`, has its closing one at `mark` and reaches to `end`.
std::string_view RecordSplitter::unquoted(char* begin, char* mark, const char* end) {
  std::string_view content(begin + 1, mark - begin - 1);
  if (doubled_) content = without_quotes(begin, mark + 1);
  if (mark + 1 == end) return content;
  const std::string_view behind(mark + 1, end - mark - 1);
  if (trimmed(behind).empty()) return content;
  if (!misplaced_line_) misplaced_line_ = lines_;
  std::memmove(begin + 1 + content.size(), behind.data(), behind.size());
  return {begin + 1, content.size() + behind.size()};
}

// While a record is not complete its text moves: offsets stay.
void RecordSplitter::keep(const char* text) {
  for (std::size_t i = kept_.size(); i < count_; ++i) {
    kept_.push_back({static_cast<std::size_t>(fields_[i].data() - text), fields_[i].size()});
  }
}

void RecordSplitter::restore(const char* text) {
  for (std::size_t i = 0; i < kept_.size(); ++i) fields_[i] = {text + kept_[i].begin, kept_[i].size};
}

}  // namespace ecpr::csv
