#include "lines.hpp"

#include <fmt/format.h>

#include <cstring>
#include <limits>
#include <utility>

#include "ecpr/base/error.hpp"

// GCC, having inlined it, finds fault with how the parser copies a file name.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstringop-truncation"
#endif
#include <libfccp/csv.h>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

namespace ecpr::csv {
namespace {

// The parser owns its source; ours outlives it.
class Adapter final : public io::ByteSourceBase {
 public:
  explicit Adapter(TextSource& text) : text_(text) {}

  int read(char* buffer, int size) override {
    return static_cast<int>(text_.read(buffer, static_cast<std::size_t>(size)));
  }

 private:
  TextSource& text_;
};

}  // namespace

struct Lines::Parser {
  explicit Parser(TextSource& text) : reader("", std::make_unique<Adapter>(text)) {}
  io::LineReader reader;
};

Lines::Lines(std::unique_ptr<TextSource> text, std::string name, std::size_t lines_before)
    : text_(std::move(text)),
      name_(std::move(name)),
      number_(lines_before),
      parser_(std::make_unique<Parser>(*text_)) {}

Lines::~Lines() = default;

bool Lines::next(Line& line) {
  char* begin = nullptr;
  try {
    begin = parser_->reader.next_line();
  } catch (const io::error::line_length_limit_exceeded&) {
    throw InputError(
        fmt::format("{}:{}: this line is longer than 16 MB; is it the file that you mean?", name_, number_ + 1));
  }
  if (begin == nullptr) return false;
  line = {begin, std::strlen(begin), ++number_};
  return true;
}

std::string_view without_quotes(char* begin, char* end) {
  io::double_quote_escape<',', '"'>::unescape(begin, end);
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace ecpr::csv
