#include "ecpr/csv/reader.hpp"

#include <doctest/doctest.h>

#include "ecpr/base/text.hpp"
#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("a header and rows") {
  auto reader = csv::Reader::from_text("id,role\n1,peer\n2,clinician\n", "pre.csv");
  CHECK(reader.name() == "pre.csv");
  CHECK(reader.header() == Row{"id", "role"});
  CHECK(reader.header_line() == 1);
  CHECK(reader.rows() == 0);
  csv::Record record;
  REQUIRE(reader.next(record));
  CHECK(record.fields[1] == "peer");
  CHECK(record.line == 2);
  CHECK(reader.rows() == 1);
  REQUIRE(reader.next(record));
  CHECK_FALSE(reader.next(record));
  CHECK(record.line == 3);
  CHECK_FALSE(reader.next(record));
  CHECK(reader.rows() == 2);
}

TEST_CASE("a header alone is no error") {
  CHECK(table_of("id,role\n").rows.empty());
  CHECK(table_of("id,role").header == Row{"id", "role"});
}

TEST_CASE("names are trimmed of every white space; duplicates and empty names stay") {
  CHECK(table_of("\xEF\xBB\xBF id ,\xC2\xA0role\xE2\x80\x8B,,id,\" a \"\" b \"\n").header ==
        Row{"id", "role", "", "id", "a \" b"});
  CHECK(table_of("\"two\nlines\",b\n1,2\n").header == Row{"two\nlines", "b"});
}

TEST_CASE("every line end, and a mixture") {
  const std::vector<Row> rows = {{"1", "2"}, {"3", "4"}};
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    CAPTURE(end.size());
    const Table table = table_of("a,b" + end + "1,2" + end + "3,4" + end);
    CHECK(table.header == Row{"a", "b"});
    CHECK(table.rows == rows);
    CHECK(table.lines == std::vector<std::size_t>{2, 3});
    CHECK(table_of("a,b" + end + "1,2" + end + "3,4").rows == rows);
  }
  const Table mixed = table_of("a,b\r1,2\r\n\"x\r\ny\rz\",4\n5,6\r7,8\n\r\n9,10\r");
  CHECK(mixed.rows == std::vector<Row>{{"1", "2"}, {"x\ny\nz", "4"}, {"5", "6"}, {"7", "8"}, {"9", "10"}});
  CHECK(mixed.lines == std::vector<std::size_t>{2, 3, 6, 7, 9});
}

TEST_CASE("bytes may come in pieces of any size") {
  const std::string text = "a,b\r1,\"x\r\n\"\"y\"\r\n3,4\r";
  for (std::size_t most = 1; most <= text.size(); ++most) {
    csv::Reader reader(std::make_unique<DripSource>(text, most), "pre.csv");
    CHECK(read_all(reader).rows == std::vector<Row>{{"1", "x\n\"y"}, {"3", "4"}});
  }
}

TEST_CASE("rows keep their own number of cells") {
  CHECK(table_of("a,b,c\n1\n1,2,3,4\n1,2,3\n").rows == std::vector<Row>{{"1"}, {"1", "2", "3", "4"}, {"1", "2", "3"}});
  const Table trailing = table_of("a,b,\n1,2,\n");
  CHECK(trailing.header == Row{"a", "b", ""});
  CHECK(trailing.rows == std::vector<Row>{{"1", "2", ""}});
}

TEST_CASE("blank lines and rows of blank cells are passed over and counted") {
  auto reader = csv::Reader::from_text("\n , \n\na,b\n1,2\n\n   \n,\n\"\",\xC2\xA0 \n\t,\"\n\"\n3,4\n\n", "pre.csv");
  const Table table = read_all(reader);
  CHECK(table.header == Row{"a", "b"});
  CHECK(reader.header_line() == 4);
  CHECK(table.rows == std::vector<Row>{{"1", "2"}, {"3", "4"}});
  CHECK(table.lines == std::vector<std::size_t>{5, 12});
  CHECK(reader.empty_rows() == 6);
  CHECK(reader.rows() == 2);
}

TEST_CASE("comments above the header are passed over and listed") {
  auto reader = csv::Reader::from_text("# exported 2024-03-06, by \"SurveyX\n\n#\nid,x\n#1,2\n", "pre.csv");
  CHECK(reader.comment_lines() == std::vector<std::size_t>{1, 3});
  CHECK(reader.header_line() == 4);
  CHECK(read_all(reader).rows == std::vector<Row>{{"#1", "2"}});
}

TEST_CASE("a column may be called #") {
  auto reader = csv::Reader::from_text("#;How are you?\n1;2\n", "pre.csv");
  CHECK(reader.header() == Row{"#", "How are you?"});
  CHECK(reader.comment_lines().empty());
  CHECK(table_of("\"#\",x\n1,2\n").header == Row{"#", "x"});
}

TEST_CASE("views live until the next record, across line breaks") {
  auto reader = csv::Reader::from_text("a,b\nplain,\"quoted \"\"cell\"\"\nwith a break\"\nx,y\n", "pre.csv");
  csv::Record record;
  REQUIRE(reader.next(record));
  CHECK(record.fields[0] == "plain");
  CHECK(record.fields[1] == "quoted \"cell\"\nwith a break");
}

TEST_CASE("a reader can be moved") {
  auto first = csv::Reader::from_text("a,b\n1,2\n3,4\n", "pre.csv");
  csv::Record record;
  first.next(record);
  csv::Reader second = std::move(first);
  CHECK(read_all(second).rows == std::vector<Row>{{"3", "4"}});
}

TEST_CASE("twenty thousand columns, and a cell of five megabytes") {
  std::string header = "c0", row = "0";
  for (int i = 1; i < 20000; ++i) {
    header.append(",c").append(std::to_string(i));
    row.append(",").append(std::to_string(i));
  }
  const Table wide = table_of(header + "\n" + row + "\n");
  CHECK(wide.header.size() == 20000);
  REQUIRE(wide.rows.size() == 1);
  CHECK(wide.rows[0].size() == 20000);
  CHECK(wide.rows[0][19999] == "19999");

  std::string cell;
  for (int i = 0; i < 250000; ++i) cell += "lorem, ipsum \"x\"\n   ";
  const Table long_cell = table_of("a,b\n1,\"" + replaced(cell, "\"", "\"\"") + "\"\n");
  CHECK(long_cell.rows == std::vector<Row>{{"1", cell}});
}
