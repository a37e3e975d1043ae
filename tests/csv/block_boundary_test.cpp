#include <doctest/doctest.h>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

// Texts whose size is about that of the blocks in which they are read: 64 kB (unpacking), 1 MB (the first look), and
// two and three times 16 MB (the parser's own). A row is made longer so that the text has exactly that size.

namespace {

constexpr std::size_t block = std::size_t{1} << 24;

struct Sum {
  std::size_t rows = 0, cells = 0, bytes = 0, last_line = 0, empty_rows = 0;
  std::string last;
  bool operator==(const Sum&) const = default;
};

Sum sum_of(std::string text, bool hash = false) {
  auto reader = csv::Reader::from_text(std::move(text), "pre.csv", {.delimiter = ',', .hash = hash});
  Sum sum;
  for (csv::Record record; reader.next(record);) {
    sum.cells += record.fields.size();
    for (const auto cell : record.fields) sum.bytes += cell.size();
    sum.last_line = record.line;
    sum.last = record.fields.back();
  }
  sum.rows = reader.rows();
  sum.empty_rows = reader.empty_rows();
  if (hash) CHECK(reader.sha256().size() == 64);
  return sum;
}

// A header and rows "12345678,<text>" of 100 bytes with `end`, then one that fills up `size` bytes.
struct Sized {
  std::string text;
  Sum expected;
};

Sized sized(std::size_t size, const std::string& end) {
  Sized result{"id,x" + end, {}};
  const std::string row = "12345678," + std::string(91 - end.size(), 'x') + end;
  result.text.reserve(size);
  while (result.text.size() + 2 * row.size() <= size) {
    result.text += row;
    ++result.expected.rows;
    result.expected.bytes += row.size() - 1 - end.size();
  }
  const std::size_t last = size - result.text.size() - end.size() - 2;
  result.text += "9," + std::string(last, 'y') + end;
  result.expected = {result.expected.rows + 1,
                     2 * (result.expected.rows + 1),
                     result.expected.bytes + 1 + last,
                     result.expected.rows + 2,
                     0,
                     std::string(last, 'y')};
  return result;
}

void check_about(std::size_t size, const std::string& end, std::size_t distance) {
  for (std::size_t exact = size - distance; exact <= size + distance; ++exact) {
    CAPTURE(exact);
    CAPTURE(end.size());
    Sized made = sized(exact, end);
    REQUIRE(made.text.size() == exact);
    const std::string cut = made.text.substr(0, exact - end.size());
    CHECK(sum_of(std::move(made.text)) == made.expected);
    CHECK(sum_of(cut, exact == size) == made.expected);
  }
}

}  // namespace

TEST_CASE("texts that end about the end of a block, with and without a last line end") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    for (const int power : {15, 16, 20}) check_about(std::size_t{1} << power, end, 3);
    check_about(2 * block, end, 1);
  }
  check_about(3 * block, "\n", 1);
}

TEST_CASE("a last line without line end does not run into what a longer block has left behind") {
  // The parser puts the fourth block where the third was: right behind the last line stands what the third had there.
  Sized made = sized(3 * block, "\n");
  const std::size_t left_behind = made.text.find('\n', 2 * block + 1);
  const std::string tail(left_behind - 2 * block, 'z');
  made.text += tail;
  made.expected.rows += 1;
  made.expected.cells += 1;
  made.expected.bytes += tail.size();
  made.expected.last_line += 1;
  made.expected.last = tail;
  CHECK(sum_of(std::move(made.text)) == made.expected);
}

TEST_CASE("a quoted cell across the end of a block") {
  for (const std::size_t before : {2 * block - 30, 2 * block - 3, 2 * block - 2, 2 * block - 1, 2 * block}) {
    Sized made = sized(before, "\n");
    const std::string cell = "a\"\"b\r\n\"\",\r\nc";
    made.text += "1,\"" + cell + "\"\r\n2,end";
    made.expected.rows += 2;
    made.expected.cells += 4;
    made.expected.bytes += 1 + 8 + 4;
    made.expected.last_line += 4;
    made.expected.last = "end";
    CHECK(sum_of(std::move(made.text)) == made.expected);
  }
}

TEST_CASE("lines that are as long as a block allows, one after another") {
  const std::string row(block - 1, 'x');
  std::string text = "id\n";
  for (int i = 0; i < 4; ++i) text += row + "\n";
  const Sum sum = sum_of(std::move(text));
  CHECK(sum.rows == 4);
  CHECK(sum.bytes == 4 * row.size());
}

TEST_CASE("a NUL byte behind the first blocks is refused with its line") {
  Sized made = sized(3 * block, "\n");
  const std::size_t line = made.expected.last_line;
  made.text[made.text.size() - 2] = '\0';
  CHECK_THROWS_WITH_AS(sum_of(std::move(made.text)),
                       ("pre.csv:" + std::to_string(line) +
                        ": there is a NUL byte in this line; the file is damaged or not text, export it again as CSV "
                        "(UTF-8)")
                           .c_str(),
                       InputError);
}
