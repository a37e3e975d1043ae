#include "record_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "eight_bytes.hpp"

namespace ecpr::csv {
namespace {

// U+FFFD or one of U+0080 to U+009F.
bool has_undecoded(std::string_view text) {
  if (text.find("\xEF\xBF\xBD") != text.npos) return true;
  for (std::size_t i = 0; (i = text.find('\xC2', i)) != text.npos && ++i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0xA0) return true;
  }
  return false;
}

}  // namespace

RecordReader::RecordReader(std::unique_ptr<TextSource> text, std::string name, char delimiter, bool utf8,
                           std::size_t lines_before)
    : lines_(std::move(text), name, lines_before), name_(std::move(name)), splitter_(delimiter), utf8_(utf8) {}

bool RecordReader::read_line() {
  if (std::exchange(line_is_waiting_, false)) return true;
  if (!lines_.next(line_)) return false;
  if (!suspect_line_ && !is_ascii(line_.text())) {
    if (utf8_ ? invalid_utf8(line_.text()).has_value() : has_undecoded(line_.text())) suspect_line_ = line_.number;
  }
  return true;
}

bool RecordReader::next_line(Line& line) {
  if (!read_line()) return false;
  line = line_;
  return true;
}

bool RecordReader::next_record(Record& record) {
  if (!read_line()) return false;
  const std::size_t first_line = line_.number;
  if (!splitter_.start(line_.begin, line_.length)) complete_record(first_line);
  if (!misplaced_quote_line_ && splitter_.misplaced_line()) {
    misplaced_quote_line_ = first_line + *splitter_.misplaced_line();
  }
  record = {splitter_.fields(), first_line};
  return true;
}

void RecordReader::complete_record(std::size_t first_line) {
  do {
    if (!read_line()) refuse_open_quote(first_line, "never closed");
    if (splitter_.size() + line_.length >= longest_line) refuse_open_quote(first_line, "not closed within 16 MB");
  } while (!splitter_.append(line_.text()));
}

// What looks like the wrong quotation mark is often the right one, after an earlier one went wrong.
void RecordReader::refuse_open_quote(std::size_t first_line, const char* what) const {
  std::string advice = "close it, or double a quotation mark that belongs to the text";
  std::optional<std::size_t> misplaced = misplaced_quote_line_;
  if (!misplaced && splitter_.misplaced_line()) misplaced = first_line + *splitter_.misplaced_line();
  if (misplaced) advice = fmt::format("look at line {} first, where text follows a closing quotation mark", *misplaced);
  throw InputError(fmt::format("{}:{}: a quotation mark opens a cell here and is {}; {}", name_,
                               first_line + splitter_.quote_line(), what, advice));
}

}  // namespace ecpr::csv
