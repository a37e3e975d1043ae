#include <doctest/doctest.h>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

char delimiter_of(const std::string& text, const std::string& name = "pre.csv") {
  return csv::Reader::from_text(text, name).dialect().delimiter;
}

}  // namespace

TEST_CASE("the delimiter is found from header and rows") {
  CHECK(delimiter_of("id,a,b\n1,2,3\n") == ',');
  CHECK(delimiter_of("id;a;b\n1;2,0;3,0\n2;1,5;2,5\n") == ';');
  CHECK(delimiter_of("id\ta\tb\n1\t2\t3\n") == '\t');
  CHECK(delimiter_of("id|a|b\n1|2|3\n") == '|');
}

TEST_CASE("delimiters inside quoted cells do not count") {
  CHECK(delimiter_of("id;\"How are you, today, really, really?\"\n1;\"a, b, c, d\"\n") == ';');
  CHECK(delimiter_of("\"id\";\"One, two,\nthree, four?\"\n\"1\";\"a,\nb, c,\"\"; d\"\n") == ';');
  CHECK(delimiter_of("\"a;b;c;d\",\"e;f\"\n\"1;2;3\",2\n") == ',');
}

TEST_CASE("rows outvote a header with delimiters in its text") {
  CHECK(delimiter_of("id;calm, safe, at ease;tense\n1;2;3\n2;3;4\n") == ';');
  CHECK(delimiter_of("id,a|b|c|d,e\n1,2,3\n2,3,4\n3,4,5\n") == ',');
}

TEST_CASE("rows that are a cell longer or shorter still count for something") {
  CHECK(delimiter_of("id,a,b;c;d;e\n1,2,3,\n2,3,4,\n3,4,5,\n") == ',');
}

TEST_CASE("line ends of any kind end a record") {
  CHECK(delimiter_of("id;a, b\r1;2\r2;3\r") == ';');
  CHECK(delimiter_of("id;a, b\r\n1;2\r\n2;3\r\n") == ';');
}

TEST_CASE("comments, blank lines and blank rows above the header are not asked") {
  CHECK(delimiter_of("# a, b, c, d, e\n\nid;x\n1;2\n") == ';');
  CHECK(delimiter_of(",,,\n\nid;x\n1;2\n") == ';');
}

TEST_CASE("a single column") {
  const Table table = table_of("id\n1\n2\n");
  CHECK(table.header == Row{"id"});
  CHECK(table.rows == std::vector<Row>{{"1"}, {"2"}});
  CHECK(delimiter_of("id\n1\n2\n") == ',');
}

TEST_CASE("a name in .tsv means tab") {
  CHECK(delimiter_of("a,b,c\tx\n", "pre.tsv") == '\t');
  CHECK(delimiter_of("id\n1\n", "PRE.TSV") == '\t');
  CHECK(delimiter_of("id\n1\n", "pre.tab") == '\t');
  CHECK(delimiter_of("id\n1\n", "pre.tsv.gz") == '\t');
  CHECK(delimiter_of("id\n1\n", "pre.tsv.csv") == ',');
}

TEST_CASE("Excel's sep= line decides and is no row") {
  auto reader = csv::Reader::from_text("sep=;\r\nid,a;b\r\n1,2;3\r\n", "pre.tsv");
  CHECK(reader.dialect().delimiter == ';');
  CHECK(reader.dialect().separator_line);
  CHECK(reader.header() == Row{"id,a", "b"});
  CHECK(reader.header_line() == 2);
  CHECK(read_all(reader).lines == std::vector<std::size_t>{3});
  CHECK(delimiter_of("\xEF\xBB\xBFsep=\t\na,b\tc\n") == '\t');
  CHECK(delimiter_of("SEP=|\na,b|c\n") == '|');
  CHECK(delimiter_of("sep=\\t\na,b\tc\n") == '\t');
  CHECK(delimiter_of("sep=:\na,b:c\n") == ':');
}

TEST_CASE("what only looks like a sep= line is a header") {
  CHECK(table_of("sep=;x\n1\n").header == Row{"sep=", "x"});
  CHECK(table_of("sep=\n1\n").header == Row{"sep="});
  CHECK(table_of("sep=\"\n1\n").header == Row{"sep=\""});
  CHECK(table_of("id\nsep=;\n").rows == std::vector<Row>{{"sep=;"}});
}

TEST_CASE("a delimiter that is given beats everything") {
  auto reader = csv::Reader::from_text("sep=;\na,b;c\n", "pre.tsv", {.delimiter = ','});
  CHECK(reader.dialect().delimiter == ',');
  CHECK(reader.dialect().separator_line);
  CHECK(reader.header() == Row{"a", "b;c"});
  CHECK(table_of("a b\n1 2\n", {.delimiter = ' '}).rows == std::vector<Row>{{"1", "2"}});
}

TEST_CASE("what cannot be a delimiter") {
  for (const char c : {'"', '\n', '\r', '\0', '\xE9'}) {
    CHECK_THROWS_WITH_AS(table_of("a\n", {.delimiter = c}),
                         "a quotation mark, a line end or a character that is not ASCII cannot be the delimiter",
                         UsageError);
  }
}
