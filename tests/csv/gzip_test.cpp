#include <doctest/doctest.h>
#include <zlib.h>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

std::string gzipped(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

const std::vector<Row> rows = {{"1", "2"}, {"3", "4"}};

std::string message(const std::string& what) {
  return "pre.csv: the compressed data " + what + "; copy or download the file again";
}

}  // namespace

TEST_CASE("gzip data are read as they are, whatever the name") {
  auto reader = csv::Reader::from_text(gzipped("a,b\n1,2\n3,4\n"), "pre.csv");
  CHECK(reader.dialect().compressed);
  CHECK(read_all(reader).rows == rows);
  CHECK_FALSE(csv::Reader::from_text("a,b\n", "pre.csv.gz").dialect().compressed);
}

TEST_CASE("several members, empty ones, and zeros behind them") {
  const std::string members = gzipped("a,b\n1,") + gzipped("") + gzipped("2\n3,4");
  CHECK(table_of(members).rows == rows);
  CHECK(table_of(members + std::string(1000, '\0')).rows == rows);
  for (std::size_t most = 1; most < 40; ++most) {
    csv::Reader reader(std::make_unique<DripSource>(members, most), "pre.csv");
    CHECK(read_all(reader).rows == rows);
  }
}

TEST_CASE("encodings and refusals apply to what is inside") {
  CHECK(table_of(gzipped("\xEF\xBB\xBFid\n1\n")).header == Row{"id"});
  CHECK(refusal_of(gzipped("")) == "pre.csv: the file is empty; export the survey again as CSV");
  CHECK(refusal_of(gzipped("%PDF-1.7")) == "pre.csv: this is a PDF document, not a CSV file; export the survey as CSV");
  CHECK(refusal_of(gzipped(gzipped("a,b\n"))) ==
        "pre.csv: this is gzip data inside gzip data, not a CSV file; unpack it and name the CSV file that it holds");
}

TEST_CASE("incomplete, damaged and followed by something else") {
  const std::string packed = gzipped("a,b\n1,2\n3,4\n5,6\n");
  for (std::size_t size = 2; size < packed.size(); ++size) {
    CHECK(refusal_of(packed.substr(0, size)) == message("break off before their end"));
  }
  std::string damaged = packed;
  damaged[damaged.size() - 6] ^= 1;  // the checksum
  CHECK(refusal_of(damaged) == message("are damaged"));
  CHECK(refusal_of("\x1f\x8bnot gzip at all") == message("are damaged"));
  CHECK(refusal_of(packed + "x") == message("are followed by something else"));
}

TEST_CASE("damage far behind the beginning is found, too") {
  std::string text = "a,b\n";
  unsigned state = 1;
  while (text.size() < (std::size_t{36} << 20)) {
    state = state * 1664525 + 1013904223;
    text += std::to_string(state) + "," + std::to_string(state >> 7) + "\n";
  }
  const std::string packed = gzipped(text);
  CHECK(refusal_of(packed.substr(0, packed.size() - 1000)) == message("break off before their end"));
  CHECK(refusal_of(packed) == "");
}
