#include <doctest/doctest.h>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;
using namespace std::string_literals;

TEST_CASE("nothing to read") {
  CHECK(refusal_of("") == "pre.csv: the file is empty; export the survey again as CSV");
  CHECK(refusal_of("\xEF\xBB\xBF") ==
        "pre.csv: the file is empty but for a byte-order mark; export the survey again as CSV");
  CHECK(refusal_of("\xFF\xFE") ==
        "pre.csv: the file is empty but for a byte-order mark; export the survey again as CSV");
  const std::string blank = "pre.csv: the file holds nothing but blank lines; export the survey again as CSV";
  CHECK(refusal_of("\n\n\n") == blank);
  CHECK(refusal_of("\r\n \r\n") == blank);
  CHECK(refusal_of("\r") == blank);
  CHECK(refusal_of("\xEF\xBB\xBF\n") == blank);
  CHECK(refusal_of(",,,\n\"\",\n") == blank);
  CHECK(refusal_of("sep=;\n") == blank);
  CHECK(refusal_of("# exported by SurveyX\n\n") ==
        "pre.csv: the file holds nothing but comments; export the survey again as CSV");
}

TEST_CASE("files of other kinds, whatever their name") {
  const auto refused = [](const std::string& what) { return "pre.csv: this is " + what; };
  const std::string image = ", not a CSV file; export the survey as CSV";
  CHECK(refusal_of("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s) == refused("a PNG image" + image));
  CHECK(refusal_of("\xFF\xD8\xFF\xE0\0\x10JFIF"s) == refused("a JPEG image" + image));
  CHECK(refusal_of("GIF89a\1\0"s) == refused("a GIF image" + image));
  CHECK(refusal_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") == refused("a PDF document" + image));
  CHECK(refusal_of("{\\rtf1\\ansi hello}") == refused("an RTF document" + image));

  const std::string workbook = ", not a CSV file; open it and save it as CSV (UTF-8)";
  CHECK(refusal_of("PK\3\4\x14\0\6\0[Content_Types].xml...PK\3\4xl/workbook.xml"s) ==
        refused("an Excel workbook (.xlsx)" + workbook));
  CHECK(refusal_of("PK\3\4\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"s) ==
        refused("an OpenDocument spreadsheet (.ods)" + workbook));
  CHECK(refusal_of("PK\3\4\x14\0\6\0[Content_Types].xml...word/"s) == refused("an Office file" + workbook));
  CHECK(refusal_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s) ==
        refused("an Excel workbook (.xls) or another Office file" + workbook));

  const std::string archive = ", not a CSV file; unpack it and name the CSV file that it holds";
  CHECK(refusal_of("PK\3\4\x14\0\0\0survey.csv"s) == refused("a ZIP archive" + archive));
  CHECK(refusal_of("BZh91AY&SY"s) == refused("a bzip2 archive" + archive));
  CHECK(refusal_of("\xFD\x37zXZ\0"s) == refused("an xz archive" + archive));
  CHECK(refusal_of("\x28\xB5\x2F\xFD\0"s) == refused("a Zstandard archive" + archive));
  CHECK(refusal_of("7z\xBC\xAF\x27\x1C\0"s) == refused("a 7z archive" + archive));
  CHECK(refusal_of("Rar!\x1a\7\0"s) == refused("a RAR archive" + archive));

  const std::string program = ", not a CSV file; export the data as CSV from the program that wrote it";
  CHECK(refusal_of("$FL2@(#) IBM SPSS STATISTICS\0"s) == refused("an SPSS data file (.sav)" + program));
  CHECK(refusal_of("$FL3@(#) SPSS\0"s) == refused("an SPSS data file (.zsav)" + program));
  CHECK(refusal_of("<stata_dta><header>") == refused("a Stata data file" + program));
  CHECK(refusal_of("RDX3\nX\n\0\0"s) == refused("an R data file" + program));
  CHECK(refusal_of("X\n\0\0\0\3"s) == refused("an R data file (.rds)" + program));
  CHECK(refusal_of("SQLite format 3\0"s) == refused("an SQLite database" + program));
}

TEST_CASE("text of other kinds") {
  const std::string page =
      "pre.csv: this is a web page (HTML), not a CSV file; log in to the survey platform and export again";
  CHECK(refusal_of("<!DOCTYPE html>\n<html></html>") == page);
  CHECK(refusal_of("\xEF\xBB\xBF\n <HTML>\n") == page);
  CHECK(refusal_of("<head><title>Session expired</title>") == page);
  CHECK(refusal_of("<?xml version=\"1.0\"?>") ==
        "pre.csv: this is an XML file, not a CSV file; export the survey as CSV");
  CHECK(refusal_of("{\"responses\": []}") == "pre.csv: this is a JSON file, not a CSV file; export the survey as CSV");
  CHECK(refusal_of(" [{\"id\": 1}]") == "pre.csv: this is a JSON file, not a CSV file; export the survey as CSV");
  CHECK(refusal_of("\"{\"\"ImportId\"\":\"\"a\"\"}\",b\n") == "");
  CHECK(refusal_of("<18,18+\n1,2\n") == "");
}

TEST_CASE("a NUL byte is named with its line") {
  const auto message = [](int line) {
    return "pre.csv:" + std::to_string(line) +
           ": there is a NUL byte in this line; the file is damaged or not text, export it again as CSV (UTF-8)";
  };
  CHECK(refusal_of("id,x\nP1,\0\nP2,2\n"s) == message(2));
  CHECK(refusal_of("id\0,x\n"s) == message(1));
  CHECK(refusal_of("id,x\r\n1,2\r\n3,\0"s) == message(3));
  CHECK(refusal_of("id,x\r1,2\r3,\0\r"s) == message(3));
  CHECK(refusal_of("id,x\n1,\"a\nb\n\0\"\n"s) == message(4));
  std::string text = "id,x\n";
  for (int i = 0; i < 100000; ++i) text += i % 2 == 0 ? "1,2\n" : "1,2\r\n";
  CHECK(refusal_of(text + "\0"s) == message(100002));
}

TEST_CASE("a quotation mark that is never closed is named with its line") {
  const std::string end =
      ": a quotation mark opens a cell here and is never closed; close it, or double a quotation mark that belongs to "
      "the text";
  CHECK(refusal_of("id,x\n\"P1,2\nP2,3\n") == "pre.csv:2" + end);
  CHECK(refusal_of("id,x\n1,\"two\nlines\"\n\n2,\"") == "pre.csv:5" + end);
  CHECK(refusal_of("id,x\n\"a\nb\",\"c\n") == "pre.csv:3" + end);
  CHECK(refusal_of("id,\"x\n1,2\n") == "pre.csv:1" + end);
  CHECK(refusal_of("id,x\n1,\"a\"\"\n") == "pre.csv:2" + end);
}

TEST_CASE("an earlier quotation mark that went wrong is pointed at") {
  const auto message = [](int line, int earlier) {
    return "pre.csv:" + std::to_string(line) +
           ": a quotation mark opens a cell here and is never closed; look at line " + std::to_string(earlier) +
           " first, where text follows a closing quotation mark";
  };
  CHECK(refusal_of("id,x\n1,\"open\n2,\"text\"\n3,\"open, too\n") == message(4, 3));
  CHECK(refusal_of("id,x\n1,\"a\" b\n2,3\n4,\"\n") == message(4, 2));
  CHECK(refusal_of("id,x,y\n1,\"a\" b,\"\n") == message(2, 2));
}

TEST_CASE("lines and rows of more than 16 MB") {
  const std::size_t longest = (std::size_t{1} << 24) - 1;
  const std::string line_end = ": this line is longer than 16 MB; is it the file that you mean?";
  const std::string quote_end =
      ": a quotation mark opens a cell here and is not closed within 16 MB; close it, or double a quotation mark that "
      "belongs to the text";
  CHECK(refusal_of("id\n" + std::string(longest, 'x') + "\n") == "");
  CHECK(refusal_of("id\n" + std::string(longest, 'x')) == "");
  CHECK(refusal_of("id\n" + std::string(longest + 1, 'x') + "\n") == "pre.csv:2" + line_end);
  CHECK(refusal_of(std::string(40 << 20, 'x')) == "pre.csv:1" + line_end);

  const auto quoted = [](std::size_t lines, std::size_t last) {
    std::string text = "id\n1\n\"";
    for (std::size_t i = 0; i < lines; ++i) text += std::string(1023, 'x') + "\n";
    return text + std::string(last, 'y') + "\"\n";
  };
  CHECK(refusal_of(quoted(16383, 1021)) == "");
  CHECK(refusal_of(quoted(16383, 1022)) == "pre.csv:3" + quote_end);
  CHECK(refusal_of(quoted(40000, 0)) == "pre.csv:3" + quote_end);
}
