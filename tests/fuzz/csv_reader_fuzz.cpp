// Feeds any bytes to the reader, checks what it promises, and compares it with the rules taken a character at a time.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/csv/reader.hpp"
#include "ecpr/csv/writer.hpp"
#include "naive_csv.hpp"

namespace {

using namespace ecpr;

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

struct Read {
  csv::Dialect dialect;
  std::vector<std::string> header;
  std::size_t header_line = 0;
  std::vector<testing::NaiveRecord> records;
};

Read read(std::string bytes, const csv::ReadOptions& options) {
  auto reader = csv::Reader::from_text(std::move(bytes), "fuzz.csv", options);
  Read result{reader.dialect(), reader.header(), reader.header_line(), {}};
  std::size_t line = result.header_line;
  for (csv::Record record; reader.next(record);) {
    require(!record.fields.empty(), "a record has a cell");
    require(record.line > line, "lines go on");
    line = record.line;
    result.records.push_back({{record.fields.begin(), record.fields.end()}, line});
    require(!testing::naive_blank(result.records.back()), "blank rows are passed over");
  }
  require(reader.rows() == result.records.size(), "rows are counted");
  if (options.hash) require(reader.sha256().size() == 64, "a hash has 64 digits");
  return result;
}

bool same(const testing::NaiveRecord& a, const testing::NaiveRecord& b) {
  return a.cells == b.cells && a.line == b.line;
}

// `bytes` is UTF-8 without compression.
void compare_with_rules(std::string_view bytes, const Read& actual) {
  if (actual.dialect.byte_order_mark) bytes.remove_prefix(3);
  std::string text = testing::naive_line_ends(bytes);
  std::size_t start = 0;
  for (std::size_t line = 1; line < actual.header_line; ++line) start = text.find('\n', start) + 1;
  text.erase(0, start);
  const auto expected = testing::NaiveParser(text, actual.dialect.delimiter).records();
  require(expected.has_value(), "an open quotation mark is refused");
  std::size_t i = 0;
  for (std::size_t j = 1; j < expected->size(); ++j) {
    testing::NaiveRecord record = (*expected)[j];
    record.line += actual.header_line - 1;
    if (testing::naive_blank(record)) continue;
    require(i < actual.records.size() && same(actual.records[i], record), "records are as the rules say");
    ++i;
  }
  require(i == actual.records.size(), "there are no more records than the rules say");
}

void check_round_trip(const Read& first) {
  std::ostringstream out;
  csv::Writer writer(out);
  writer.row(first.header);
  for (const auto& record : first.records) writer.row(record.cells);
  const Read second = read(out.str(), {.delimiter = ','});
  require(second.records.size() == first.records.size(), "as many records are read as were written");
  for (std::size_t i = 0; i < first.records.size(); ++i) {
    const auto& cells = first.records[i].cells;
    require(second.records[i].cells.size() == cells.size(), "a written record keeps its number of cells");
    for (std::size_t j = 0; j < cells.size(); ++j) {
      require(second.records[i].cells[j] == csv::harmless_cell(cells[j]), "a written cell is read again");
    }
  }
}

// A header that is not taken for a comment, a separator line, a file of another kind, or nothing.
bool is_plain(const std::vector<std::string>& header) { return header[0].starts_with("id"); }

csv::ReadOptions options_of(std::uint8_t choice) {
  constexpr const char* encodings[] = {"", "utf-16", "windows-1252", "shift_jis"};
  constexpr char delimiters[] = {',', ';', '\t', '|'};
  csv::ReadOptions options;
  if (choice & 1) options.delimiter = delimiters[(choice >> 1) & 3];
  options.encoding = encodings[(choice & 8) ? (choice >> 4) & 3 : 0];
  options.hash = choice & 64;
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const csv::ReadOptions options = options_of(data[0]);
  try {
    const Read result = read(bytes, options);
    if (result.dialect.encoding == "UTF-8" && !result.dialect.compressed) compare_with_rules(bytes, result);
    if (is_plain(result.header)) check_round_trip(result);
  } catch (const InputError& error) {
    const std::string_view message = error.what();
    require(message.starts_with("fuzz.csv:"), "a refusal names the file");
    require(message.find('\n') == message.npos && message.size() < 250, "a refusal is one sentence");
  }
  return 0;
}
