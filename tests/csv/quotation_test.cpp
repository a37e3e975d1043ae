#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <sstream>

#include "ecpr/csv/record_splitter.hpp"
#include "naive_csv.hpp"
#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("a plain line is split at every delimiter") {
  CHECK(rows_of("1,2\n") == std::vector<Row>{{"1", "2"}});
  CHECK(rows_of(",x,\n") == std::vector<Row>{{"", "x", ""}});
  CHECK(rows_of("one cell\n") == std::vector<Row>{{"one cell"}});
  CHECK(rows_of(" a , b \n") == std::vector<Row>{{" a ", " b "}});
}

TEST_CASE("cells of every length around the word size") {
  for (std::size_t length = 0; length < 45; ++length) {
    const std::string x(length, 'x');
    CHECK(rows_of(x + "," + x + ",1\n") == std::vector<Row>{{x, x, "1"}});
    CHECK(rows_of("\"" + x + "\"," + x + ",1\n") == std::vector<Row>{{x, x, "1"}});
    CHECK(rows_of("\"" + x + "\"\"\",\"" + x + "\",1\n") == std::vector<Row>{{x + "\"", x, "1"}});
  }
}

TEST_CASE("a byte that differs from a delimiter in one bit is none") {
  std::string others;
  for (int bit = 0; bit < 8; ++bit) others += static_cast<char>(',' ^ (1 << bit));
  for (int bit = 0; bit < 8; ++bit) {
    if (bit != 1) others += static_cast<char>('"' ^ (1 << bit));  // bit 1 makes a space
  }
  CHECK(rows_of("x" + others + ",y\n") == std::vector<Row>{{"x" + others, "y"}});
}

TEST_CASE("quoted cells hold delimiters, doubled quotation marks and line breaks") {
  CHECK(rows_of("\"a, b\",2\n") == std::vector<Row>{{"a, b", "2"}});
  CHECK(rows_of("\"say \"\"hi\"\"\",2\n") == std::vector<Row>{{"say \"hi\"", "2"}});
  CHECK(rows_of("\"\"\"\"\"\",2\n") == std::vector<Row>{{"\"\"", "2"}});
  CHECK(rows_of("\"\",\"\"\"\"\n") == std::vector<Row>{{"", "\""}});
  CHECK(rows_of("\"two\nlines\",2\n") == std::vector<Row>{{"two\nlines", "2"}});
  CHECK(rows_of("\"two\r\nlines\",2\r\n") == std::vector<Row>{{"two\nlines", "2"}});
  CHECK(rows_of("1,\"\n\"\n") == std::vector<Row>{{"1", "\n"}});
  CHECK(rows_of("1,\"\n\n\n\",\"x\ny\"\n") == std::vector<Row>{{"1", "\n\n\n", "x\ny"}});
  CHECK(rows_of("1,\"ends with one\"\"\n\"\n") == std::vector<Row>{{"1", "ends with one\"\n"}});
}

TEST_CASE("a quotation mark inside a cell is text") {
  CHECK(rows_of("5'10\",180\n") == std::vector<Row>{{"5'10\"", "180"}});
  CHECK(rows_of("5'10\",\"5'10\"\"\"\n") == std::vector<Row>{{"5'10\"", "5'10\""}});
  CHECK(rows_of("a \"b\" c,2\n") == std::vector<Row>{{"a \"b\" c", "2"}});
  CHECK(rows_of("1, \"b\"\n") == std::vector<Row>{{"1", " \"b\""}});
}

TEST_CASE("behind a closing quotation mark, blanks go and text stays") {
  CHECK(rows_of("\"a\" ,2\n") == std::vector<Row>{{"a", "2"}});
  CHECK(rows_of("1,\"b\" \t\n") == std::vector<Row>{{"1", "b"}});
  CHECK(rows_of("\"a\"b,2\n") == std::vector<Row>{{"ab", "2"}});
  CHECK(rows_of("\"a\"b\"c,2\n") == std::vector<Row>{{"ab\"c", "2"}});
  CHECK(rows_of("\"a\"\"\" b \"\",2\n") == std::vector<Row>{{"a\" b \"\"", "2"}});
}

TEST_CASE("text behind a closing quotation mark is said: it may be rows that have become one cell") {
  const auto line_of = [](const std::string& text) {
    auto reader = csv::Reader::from_text(text, "pre.csv");
    read_all(reader);
    return reader.misplaced_quote_line();
  };
  CHECK(line_of("a,b\n1,\"x\" y\n2,\"x\" y\n") == 2);
  CHECK(line_of("\"a\"a,b\n1,2\n") == 1);
  CHECK(rows_of("1,\"never closed\n2,3\n4,\"next\"\n") == std::vector<Row>{{"1", "never closed\n2,3\n4,next\""}});
  CHECK(line_of("a,b\n1,\"never closed\n2,3\n4,\"next\"\n") == 4);
  CHECK_FALSE(line_of("a,b\n1,\"x\" \n\"x\"\"y\" ,5'10\"\n"));
}

TEST_CASE("wide characters pass unchanged") {
  const std::string row = "\xE6\x97\xA5\xE6\x9C\xAC,\xF0\x9F\x99\x82\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD";
  CHECK(rows_of(row + "\n") == std::vector<Row>{split(row, ',')});
  CHECK(rows_of("\"\xE6\x97\xA5\",\"\xC3\xA9\"\"\"\n") == std::vector<Row>{{"\xE6\x97\xA5", "\xC3\xA9\""}});
}

TEST_CASE("the splitter starts anew after each record and tells lines apart") {
  csv::RecordSplitter splitter(';');
  std::string first = "\"a";
  CHECK_FALSE(splitter.start(first.data(), first.size()));
  CHECK_FALSE(splitter.append("\"\";b"));
  CHECK_FALSE(splitter.append("\"x;\"c"));
  CHECK(splitter.quote_line() == 2);
  CHECK(splitter.misplaced_line() == 2);
  CHECK(splitter.append("d\";e"));
  CHECK(Row(splitter.fields().begin(), splitter.fields().end()) == Row{"a\n\";b\nx", "c\nd", "e"});
  std::string second = "f;g";
  CHECK(splitter.start(second.data(), second.size()));
  CHECK(Row(splitter.fields().begin(), splitter.fields().end()) == Row{"f", "g"});
  CHECK_FALSE(splitter.misplaced_line());
}

namespace {

// Texts of up to 23 of the characters that matter, the same ones every time.
class Texts {
 public:
  std::string next() {
    std::string text;
    for (std::size_t length = draw() % 24; text.size() < length;) text += alphabet[draw() % alphabet.size()];
    return text;
  }

 private:
  std::uint64_t draw() { return (state_ = state_ * 6364136223846793005 + 1442695040888963407) >> 33; }

  std::string_view alphabet = "a,\"\n\r b";
  std::uint64_t state_ = 1;
};

std::optional<std::vector<NaiveRecord>> split_records(const std::string& text) {
  std::vector<NaiveRecord> records;
  csv::RecordSplitter splitter(',');
  bool complete = true;
  std::size_t line = 0;
  std::istringstream lines(naive_line_ends(text));
  for (std::string next; std::getline(lines, next);) {
    ++line;
    if (complete) records.push_back({{}, line});
    complete = complete ? splitter.start(next.data(), next.size()) : splitter.append(next);
    if (complete) records.back().cells.assign(splitter.fields().begin(), splitter.fields().end());
  }
  if (!complete) return std::nullopt;
  return records;
}

bool same(const std::vector<NaiveRecord>& a, const std::vector<NaiveRecord>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const NaiveRecord& x, const NaiveRecord& y) { return x.cells == y.cells && x.line == y.line; });
}

}  // namespace

TEST_CASE("any text is split as the rules say, a character at a time") {
  std::size_t refused = 0;
  Texts texts;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = texts.next();
    CAPTURE(printable(text));
    const auto expected = NaiveParser(text, ',').records();
    const auto actual = split_records(text);
    REQUIRE(actual.has_value() == expected.has_value());
    if (expected) CHECK(same(*actual, *expected));
    refused += !expected;
  }
  CHECK(refused > 1000);
}

TEST_CASE("any text is read as the rules say, without blank rows") {
  Texts texts;
  for (int i = 0; i < 500; ++i) {
    const std::string text = "h\n" + texts.next();
    CAPTURE(printable(text));
    auto expected = NaiveParser(text, ',').records();
    CHECK(expected.has_value() == refusal_of(text, {.delimiter = ','}).empty());
    if (!expected) continue;
    expected->erase(expected->begin());
    std::erase_if(*expected, naive_blank);
    const Table table = table_of(text, {.delimiter = ','});
    std::vector<NaiveRecord> actual;
    for (std::size_t row = 0; row < table.rows.size(); ++row) actual.push_back({table.rows[row], table.lines[row]});
    CHECK(same(actual, *expected));
  }
}
