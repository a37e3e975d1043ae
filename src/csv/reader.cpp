#include "ecpr/csv/reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "delimiter.hpp"
#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "encoding.hpp"
#include "file_kind.hpp"
#include "gzip_source.hpp"
#include "hashing_source.hpp"
#include "names.hpp"
#include "prefixed_source.hpp"
#include "record_reader.hpp"

namespace ecpr::csv {
namespace {

// How much of a file is looked at before it is read.
constexpr std::size_t head_size = 1 << 20;
constexpr const char* export_again = "export the survey again as CSV";

bool is_blank(std::string_view cell) {
  if (cell.empty()) return true;
  const auto first = static_cast<unsigned char>(cell[0]);
  return (first <= ' ' || first >= 0x80) && trimmed_unicode(cell).empty();
}

bool is_blank(const Record& record) {
  for (const std::string_view cell : record.fields) {
    if (!is_blank(cell)) return false;
  }
  return true;
}

void check_options(const ReadOptions& options, const std::string& name) {
  if (options.delimiter && !can_delimit(*options.delimiter)) {
    throw UsageError("a quotation mark, a line end or a character that is not ASCII cannot be the delimiter");
  }
  if (!options.encoding.empty() && !known_encoding(options.encoding)) {
    throw InputError(
        fmt::format("{}: unknown encoding '{}'; try utf-8, utf-16 or windows-1252", name, printable(options.encoding)));
  }
}

}  // namespace

struct Reader::State {
  State(std::unique_ptr<ByteSource> source, std::string name, const ReadOptions& options);

  std::unique_ptr<TextSource> decode(std::unique_ptr<ByteSource> source, const ReadOptions& options);
  void read_header();
  bool pass_over_preamble();
  bool next(Record& record);

  std::string name;
  Dialect dialect;
  HashingSource* hash = nullptr;  // owned by the chain of sources
  std::optional<RecordReader> records;
  std::vector<std::string> header;
  std::vector<std::size_t> names_behind_blanks;
  std::size_t header_line = 0, rows = 0, empty_rows = 0;
  std::vector<std::size_t> comment_lines;
  bool first_line = true, at_end = false;
};

Reader::State::State(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options)
    : name(std::move(file)) {
  check_options(options, name);
  if (options.hash) {
    auto hashing = std::make_unique<HashingSource>(std::move(source));
    hash = hashing.get();
    source = std::move(hashing);
  }
  auto text = decode(std::move(source), options);
  records.emplace(std::move(text), name, dialect.delimiter, dialect.encoding == "UTF-8");
  read_header();
}

std::unique_ptr<TextSource> Reader::State::decode(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
  std::string head = read_head(*source, head_size);
  if (is_gzip(head)) {
    dialect.compressed = true;
    source = gunzipped(prefixed(std::move(head), std::move(source)), name);
    head = read_head(*source, head_size);
  }
  if (head.empty()) throw InputError(fmt::format("{}: the file is empty; {}", name, export_again));
  refuse_other_kinds(head, name);

  const Encoding encoding = find_encoding(head, options.encoding);
  dialect.encoding = encoding.name;
  dialect.byte_order_mark = encoding.mark_size > 0;
  head.erase(0, encoding.mark_size);
  if (!encoding.is_utf8()) {
    source = decoded(prefixed(std::move(head), std::move(source)), encoding.name);
    head = read_head(*source, head_size);
  }
  if (head.empty()) {
    throw InputError(fmt::format("{}: the file is empty but for a byte-order mark; {}", name, export_again));
  }
  refuse_other_texts(head, name);
  dialect.delimiter = options.delimiter ? *options.delimiter : find_delimiter(head, head.size() < head_size, name);
  return std::make_unique<TextSource>(prefixed(std::move(head), std::move(source)), name);
}

// Passes over sep=, blank lines and comments. False at the end of the file.
bool Reader::State::pass_over_preamble() {
  for (Line line; records->next_line(line);) {
    if (trimmed(line.text()).empty()) continue;
    if (std::exchange(first_line, false) && is_separator_line(line.text())) {
      dialect.separator_line = true;
    } else if (is_comment(line.text(), dialect.delimiter)) {
      comment_lines.push_back(line.number);
    } else {
      records->put_back();
      return true;
    }
  }
  return false;
}

void Reader::State::read_header() {
  Record record;
  do {
    if (!pass_over_preamble()) {
      const bool comments = !comment_lines.empty();
      throw InputError(fmt::format("{}: the file holds nothing but {}; {}", name, comments ? "comments" : "blank lines",
                                   export_again));
    }
    records->next_record(record);
  } while (is_blank(record));
  header_line = record.line;
  for (const std::string_view cell : record.fields) {
    if (cell.starts_with(' ')) names_behind_blanks.push_back(header.size());
    header.emplace_back(trimmed_unicode(cell));
  }
}

bool Reader::State::next(Record& record) {
  Record found;
  while (!at_end && records->next_record(found)) {
    if (is_blank(found)) {
      ++empty_rows;
      continue;
    }
    ++rows;
    record = found;
    return true;
  }
  at_end = true;
  return false;
}

Reader Reader::open(const std::string& path, const ReadOptions& options) {
  return Reader(open_source(path), name_of(path), options);
}

Reader Reader::from_text(std::string bytes, std::string name, const ReadOptions& options) {
  return Reader(memory_source(std::move(bytes)), std::move(name), options);
}

Reader::Reader(std::unique_ptr<ByteSource> source, std::string name, const ReadOptions& options)
    : state_(std::make_unique<State>(std::move(source), std::move(name), options)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

bool Reader::next(Record& record) { return state_->next(record); }
const std::string& Reader::name() const { return state_->name; }
const Dialect& Reader::dialect() const { return state_->dialect; }
const std::vector<std::string>& Reader::header() const { return state_->header; }
std::size_t Reader::header_line() const { return state_->header_line; }
const std::vector<std::size_t>& Reader::names_behind_blanks() const { return state_->names_behind_blanks; }
std::size_t Reader::rows() const { return state_->rows; }
std::size_t Reader::empty_rows() const { return state_->empty_rows; }
const std::vector<std::size_t>& Reader::comment_lines() const { return state_->comment_lines; }
std::optional<std::size_t> Reader::misplaced_quote_line() const { return state_->records->misplaced_quote_line(); }
std::optional<std::size_t> Reader::invalid_utf8_line() const { return state_->records->invalid_utf8_line(); }
std::optional<std::size_t> Reader::undecodable_line() const { return state_->records->undecodable_line(); }
std::string Reader::sha256() const { return state_->hash->digest(); }

}  // namespace ecpr::csv
