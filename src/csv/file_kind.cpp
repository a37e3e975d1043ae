#include "file_kind.hpp"

#include <fmt/format.h>

#include "ecpr/base/text.hpp"
#include "ecpr/csv/reader.hpp"

namespace ecpr::csv {
namespace {

using namespace std::string_view_literals;

struct Kind {
  std::string_view beginning;
  std::string_view name;
  std::string_view advice;
};

constexpr std::string_view export_advice = "export the survey as CSV";
constexpr std::string_view program_advice = "export the data as CSV from the program that wrote it";
constexpr std::string_view unpack_advice = "unpack it and name the CSV file that it holds";
constexpr std::string_view workbook_advice = "open it and save it as CSV (UTF-8)";

constexpr Kind kinds[] = {
    {"\x89PNG\r\n\x1a"sv, "a PNG image", export_advice},
    {"\xFF\xD8\xFF"sv, "a JPEG image", export_advice},
    {"GIF8"sv, "a GIF image", export_advice},
    {"%PDF-"sv, "a PDF document", export_advice},
    {"{\\rtf"sv, "an RTF document", export_advice},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an Excel workbook (.xls) or another Office file", workbook_advice},
    {"$FL2"sv, "an SPSS data file (.sav)", program_advice},
    {"$FL3"sv, "an SPSS data file (.zsav)", program_advice},
    {"<stata_dta>"sv, "a Stata data file", program_advice},
    {"RDX2\n"sv, "an R data file", program_advice},
    {"RDX3\n"sv, "an R data file", program_advice},
    {"X\n\0\0\0"sv, "an R data file (.rds)", program_advice},
    {"SQLite format 3\0"sv, "an SQLite database", program_advice},
    {"\x1f\x8b"sv, "gzip data inside gzip data", unpack_advice},
    {"BZh91AY&SY"sv, "a bzip2 archive", unpack_advice},
    {"\xFD"
     "7zXZ\0"sv,
     "an xz archive", unpack_advice},
    {"\x28\xB5\x2F\xFD"sv, "a Zstandard archive", unpack_advice},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive", unpack_advice},
    {"Rar!\x1a"sv, "a RAR archive", unpack_advice},
};

[[noreturn]] void refuse(const std::string& file, std::string_view what, std::string_view advice) {
  throw OtherFormat(fmt::format("{}: this is {}, not a CSV file; {}", file, what, advice));
}

void refuse_zip(std::string_view head, const std::string& file) {
  const auto holds = [head](std::string_view part) { return head.find(part) != head.npos; };
  if (holds("xl/")) refuse(file, "an Excel workbook (.xlsx)", workbook_advice);
  if (holds("opendocument.spreadsheet")) refuse(file, "an OpenDocument spreadsheet (.ods)", workbook_advice);
  if (holds("[Content_Types].xml")) refuse(file, "an Office file", workbook_advice);
  refuse(file, "a ZIP archive", unpack_advice);
}

// ASCII only; `beginning` is in lower case.
bool begins_with(std::string_view text, std::string_view beginning) {
  if (text.size() < beginning.size()) return false;
  for (std::size_t i = 0; i < beginning.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (c != beginning[i]) return false;
  }
  return true;
}

}  // namespace

void refuse_other_kinds(std::string_view head, const std::string& name) {
  if (head.starts_with("PK\x03\x04")) refuse_zip(head, name);
  for (const Kind& kind : kinds) {
    if (head.starts_with(kind.beginning)) refuse(name, kind.name, kind.advice);
  }
}

void refuse_other_texts(std::string_view head, const std::string& name) {
  const std::string_view text = trimmed(head);
  for (const std::string_view beginning : {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<script"sv}) {
    if (begins_with(text, beginning)) {
      refuse(name, "a web page (HTML)", "log in to the survey platform and export again");
    }
  }
  if (begins_with(text, "<?xml"sv)) refuse(name, "an XML file", export_advice);
  if (text.starts_with("{\"") || text.starts_with("[{")) refuse(name, "a JSON file", export_advice);
}

}  // namespace ecpr::csv
