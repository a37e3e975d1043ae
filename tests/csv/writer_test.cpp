#include "ecpr/csv/writer.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::string written(const Row& row) {
  std::ostringstream out;
  csv::Writer(out).row(row);
  return out.str();
}

}  // namespace

TEST_CASE("quotation marks only where a cell needs them") {
  CHECK(written({"a", "b c", "", "d"}) == "a,b c,,d\n");
  CHECK(written({"a,b", "say \"hi\"", "two\nlines", "x\ry"}) == "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"x\ry\"\n");
  CHECK(written({"a;b", "5'10", "\xC3\xA9|"}) == "a;b,5'10,\xC3\xA9|\n");
}

TEST_CASE("a row of one empty cell is no blank line") {
  CHECK(written({""}) == "\"\"\n");
  CHECK(written({"", ""}) == ",\n");
}

TEST_CASE("a list of cells") {
  std::ostringstream out;
  csv::Writer writer(out);
  writer.row({"id", "role"});
  writer.row({"1", "peer"});
  CHECK(out.str() == "id,role\n1,peer\n");
}

TEST_CASE("cells that a spreadsheet would run are made harmless, numbers are left alone") {
  CHECK(csv::harmless_cell("=1+1") == "'=1+1");
  CHECK(csv::harmless_cell("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
  CHECK(csv::harmless_cell("-2+3") == "'-2+3");
  CHECK(csv::harmless_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv::harmless_cell("\t=1") == "'\t=1");
  CHECK(csv::harmless_cell("\r=1") == "'\r=1");
  CHECK(csv::harmless_cell("-") == "'-");
  for (const char* same : {"", "-1.58", "+4", "-.5e-3", "a=b", "P-1", "'=1", " =1"}) {
    CHECK(csv::harmless_cell(same) == same);
  }
  CHECK(written({"=1,2", "-0.5"}) == "\"'=1,2\",-0.5\n");
}

TEST_CASE("a harmless cell can be undone") {
  for (const char* cell : {"=1+1", "@anna", "-", "-0.5", "+x", "plain", "'tis", "", "\tx"}) {
    CHECK(csv::original_cell(csv::harmless_cell(cell)) == cell);
  }
  CHECK(csv::original_cell("'-0.5") == "'-0.5");
}

TEST_CASE("what is written is read again") {
  const Row header = {"a", "b\nc", "d,\"e\"", "f"};
  const Row row = {"", "two\n\nlines\n", "\"", ",;\t| \xE6\x97\xA5"};
  const Table table = table_of(written(header) + written(row));
  CHECK(table.header == header);
  CHECK(table.rows == std::vector<Row>{row});
}
