#include <doctest/doctest.h>

#include <string_view>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using namespace std::string_literals;

namespace {

// ASCII text as UTF-16.
std::string utf16(std::string_view text, bool little) {
  std::string result;
  for (const char c : text) result += little ? std::string{c, '\0'} : std::string{'\0', c};
  return result;
}

csv::Reader reader_of(std::string text, const std::string& encoding = "") {
  return csv::Reader::from_text(std::move(text), "pre.csv", {.encoding = encoding});
}

}  // namespace

TEST_CASE("UTF-8 with and without byte-order mark") {
  auto plain = reader_of("id,x\n1,\xC3\xA9\n");
  CHECK(plain.dialect().encoding == "UTF-8");
  CHECK_FALSE(plain.dialect().byte_order_mark);
  auto marked = reader_of("\xEF\xBB\xBF\"id\",\"x, y\"\n1,2\n");
  CHECK(marked.dialect().byte_order_mark);
  CHECK(marked.header() == Row{"id", "x, y"});
}

TEST_CASE("UTF-16 with a byte-order mark") {
  const std::string text = "id,x\r\n1,\"a\nb\"\r\n";
  auto little = reader_of("\xFF\xFE" + utf16(text, true));
  CHECK(little.dialect().encoding == "UTF-16LE");
  CHECK(little.dialect().byte_order_mark);
  CHECK(little.header() == Row{"id", "x"});
  CHECK(read_all(little).rows == std::vector<Row>{{"1", "a\nb"}});
  auto big = reader_of("\xFE\xFF" + utf16(text, false));
  CHECK(big.dialect().encoding == "UTF-16BE");
  CHECK(read_all(big).rows == std::vector<Row>{{"1", "a\nb"}});
}

TEST_CASE("UTF-16 without a mark is known by its NUL bytes") {
  auto little = reader_of(utf16("id\tx\n1\t2\n", true));
  CHECK(little.dialect().encoding == "UTF-16LE");
  CHECK_FALSE(little.dialect().byte_order_mark);
  CHECK(little.dialect().delimiter == '\t');
  CHECK(read_all(little).rows == std::vector<Row>{{"1", "2"}});
  auto big = reader_of(utf16("id\tx\n1\t2\n", false));
  CHECK(big.dialect().encoding == "UTF-16BE");
  CHECK(reader_of(utf16("id,x\n", false), "utf-16").dialect().encoding == "UTF-16BE");
  CHECK(reader_of("\xAC\x20"s, "UTF16").header() == Row{"\xE2\x82\xAC"});
}

TEST_CASE("UTF-16 beyond the basic plane, and what is broken in it") {
  auto reader = reader_of("\xFF\xFE"s + utf16("id\n", true) + "\x3D\xD8\x42\xDE" + utf16("\n", true) + "\x3D\xD8"s +
                          utf16("x\n", true) + "\x00\xDC"s + utf16("y\nz", true) + "q");
  CHECK(read_all(reader).rows ==
        std::vector<Row>{{"\xF0\x9F\x99\x82"}, {"\xEF\xBF\xBDx"}, {"\xEF\xBF\xBDy"}, {"z\xEF\xBF\xBD"}});
  CHECK(reader.undecodable_line() == 3);
  CHECK_FALSE(reader.invalid_utf8_line());
}

TEST_CASE("UTF-32 with a byte-order mark") {
  auto reader = reader_of("\xFF\xFE\0\0i\0\0\0d\0\0\0\n\0\0\0\x42\xF6\1\0"s);
  CHECK(reader.dialect().encoding == "UTF-32LE");
  CHECK(read_all(reader).rows == std::vector<Row>{{"\xF0\x9F\x99\x82"}});
}

TEST_CASE("invalid UTF-8 is passed on, and its first line kept") {
  auto reader = reader_of("id,x\n1,Caf\xE9\n2,\xC3\xA9\n3,\"a\nb\xFF\"\n");
  csv::Record record;
  CHECK_FALSE(reader.invalid_utf8_line());
  REQUIRE(reader.next(record));
  CHECK(record.fields[1] == "Caf\xE9");
  CHECK(reader.invalid_utf8_line() == 2);
  CHECK(read_all(reader).rows.size() == 2);
  CHECK(reader.invalid_utf8_line() == 2);
  auto late = reader_of("id,x\n1,2\n3,\"a\nb\xFF\"\n");
  read_all(late);
  CHECK(late.invalid_utf8_line() == 4);
  CHECK(reader_of("id\xFF\n").invalid_utf8_line() == 1);
}

TEST_CASE("Windows-1252 when asked for") {
  auto reader = reader_of("id,x\n1,Caf\xE9\n2,\x80 \x93q\x94\n", "windows-1252");
  CHECK(reader.dialect().encoding == "windows-1252");
  CHECK(read_all(reader).rows ==
        std::vector<Row>{{"1", "Caf\xC3\xA9"}, {"2", "\xE2\x82\xAC \xE2\x80\x9Cq\xE2\x80\x9D"}});
  CHECK_FALSE(reader.undecodable_line());
  CHECK_FALSE(reader.invalid_utf8_line());
}

TEST_CASE("bytes that Windows-1252 leaves undefined become control characters, and are said") {
  auto reader = reader_of("id,x\n1,2\n3,\x81\x8D\x8F\x90\x9Dz\n", "CP1252");
  CHECK(read_all(reader).rows[1] == Row{"3", "\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9Dz"});
  CHECK(reader.undecodable_line() == 3);
}

TEST_CASE("ISO-8859-1, where Windows characters are control characters") {
  auto reader = reader_of("id,x\n1,\xE9\xA0\n2,\x93q\x94\n", "latin1");
  CHECK(read_all(reader).rows == std::vector<Row>{{"1", "\xC3\xA9\xC2\xA0"}, {"2", "\xC2\x93q\xC2\x94"}});
  CHECK(reader.undecodable_line() == 3);
}

TEST_CASE("encodings of several bytes, across the blocks in which they are decoded") {
  const std::string character = "\x93\xFA";  // U+65E5 in Shift_JIS
  for (const std::string shift : {"", "x"}) {
    std::string cell = shift, expected = shift;
    for (int i = 0; i < 40000; ++i) cell += character;
    for (int i = 0; i < 40000; ++i) expected += "\xE6\x97\xA5";
    auto reader = reader_of("id\n" + cell + "\n", "shift_jis");
    CHECK((read_all(reader).rows == std::vector<Row>{{expected}}));
    CHECK_FALSE(reader.undecodable_line());
  }
  auto broken = reader_of("id\n\x93\n", "shift_jis");
  CHECK(read_all(broken).rows == std::vector<Row>{{"\xEF\xBF\xBD"}});
}

TEST_CASE("a byte-order mark is believed more than an option") {
  auto reader = reader_of("\xEF\xBB\xBFid\n\xC3\xA9\n", "windows-1252");
  CHECK(reader.dialect().encoding == "UTF-8");
  CHECK(read_all(reader).rows == std::vector<Row>{{"\xC3\xA9"}});
}

TEST_CASE("names of encodings") {
  for (const char* name : {"utf-8", "UTF8", "utf-8-sig", "utf-16", "UTF-16LE", "utf_16be", "windows-1252", "latin1",
                           "ISO-8859-15", "macintosh", "shift_jis", "gb18030"}) {
    CAPTURE(name);
    CHECK(csv::known_encoding(name));
  }
  for (const char* name : {"", "utf-9", "windows", "latin1//TRANSLIT", "//IGNORE", "klingon"}) {
    CAPTURE(name);
    CHECK_FALSE(csv::known_encoding(name));
  }
  CHECK(refusal_of("a\n", {.encoding = "klingon\n"}) ==
        "pre.csv: unknown encoding 'klingon\\n'; try utf-8, utf-16 or windows-1252");
}
