// Whole tables for tests of the reader.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/csv/reader.hpp"

namespace ecpr::testing {

using Row = std::vector<std::string>;

struct Table {
  Row header;
  std::vector<Row> rows;
  std::vector<std::size_t> lines;  // of each row
};

inline Table read_all(csv::Reader& reader) {
  Table table{reader.header(), {}, {}};
  for (csv::Record record; reader.next(record);) {
    table.rows.emplace_back(record.fields.begin(), record.fields.end());
    table.lines.push_back(record.line);
  }
  return table;
}

/// The table in `text`, a file called "pre.csv".
inline Table table_of(std::string text, const csv::ReadOptions& options = {}) {
  auto reader = csv::Reader::from_text(std::move(text), "pre.csv", options);
  return read_all(reader);
}

/// The rows below a header "a,b" that is put before `text`.
inline std::vector<Row> rows_of(const std::string& text) { return table_of("a,b\n" + text, {.delimiter = ','}).rows; }

/// What reading all of `text` is refused with; empty when it is not.
inline std::string refusal_of(std::string text, const csv::ReadOptions& options = {}) {
  try {
    table_of(std::move(text), options);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

/// The bytes of `text`, at most `most` at each call.
class DripSource final : public csv::ByteSource {
 public:
  DripSource(std::string text, std::size_t most) : text_(std::move(text)), most_(most) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = text_.copy(buffer, std::min(size, most_), position_);
    position_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t most_, position_ = 0;
};

}  // namespace ecpr::testing
