#include <doctest/doctest.h>

#include <set>
#include <string>

#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "ecpr/render/docx.hpp"
#include "ecpr/render/html.hpp"
#include "ecpr/render/latex.hpp"
#include "ecpr/render/markdown.hpp"
#include "ecpr/render/text.hpp"
#include "ecpr/render/xlsx.hpp"
#include "sample_tables.hpp"
#include "spreadsheet_display.hpp"
#include "workbook.hpp"
#include "zip_file.hpp"

using namespace ecpr;
using namespace ecpr::document;

namespace {

/// What a spreadsheet shows of every number in the first sheet.
std::set<std::string> numbers_shown(const testing::Files& files) {
  std::set<std::string> texts;
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  for (std::size_t at = sheet.find("<c r=\""); at != sheet.npos; at = sheet.find("<c r=\"", at + 1)) {
    const std::string place = sheet.substr(at + 6, sheet.find('"', at + 6) - at - 6);
    const std::string element = testing::cell(sheet, place);
    const std::size_t value = element.find("<v>");
    if (value == element.npos) continue;
    std::string format = replaced(testing::format_of(files, element), "&quot;", "\"");
    format = replaced(replaced(format, "&lt;", "<"), "&gt;", ">");
    texts.insert(testing::shown_in(format, std::stod(element.substr(value + 3))));
  }
  return texts;
}

/// The numbers of a cell: "\u22120.13", "\u22120.36" and "0.10" of "\u22120.13 (\u22120.36 to 0.10)".
std::vector<std::string> numbers_of(std::string cell) {
  for (const char* between : {"(", ")", "[", "]", " to ", ", "}) cell = replaced(cell, between, "|");
  std::vector<std::string> numbers;
  for (const std::string& part : split(cell, '|')) {
    if (part.find_first_of("0123456789") != part.npos) numbers.push_back(part);
  }
  return numbers;
}

}  // namespace

TEST_CASE("a workbook shows the texts of the other formats, minus signs included") {
  const Document page{.blocks = {testing::changes_table()}};
  const auto shown = numbers_shown(testing::unzipped(render::render_xlsx(page, {})));
  std::size_t numbers = 0, negative = 0;
  for (const SetRow& row : lay_out(testing::changes_table(), jmir()).rows) {
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
      for (const std::string& number : numbers_of(row.cells[i].runs.front().text)) {
        CHECK_MESSAGE(shown.contains(number), number);
        ++numbers;
        negative += number.starts_with("\u2212") ? 1 : 0;
      }
    }
  }
  CHECK(numbers > 10);
  CHECK(negative > 0);
}

TEST_CASE("the same number is the same text in all formats") {
  for (const NumberStyle& style : {jmir(), apa()}) {
    const Document page{.blocks = {testing::changes_table()}};
    const render::Options options{.style = style};
    const std::string text = render_text(page, options), markdown = render_markdown(page, options);
    const std::string html = render_html(page, options), latex = render_latex(page, options);
    const std::string docx = testing::unzipped(render_docx(page, options)).at("word/document.xml");
    for (const SetRow& row : lay_out(testing::changes_table(), style).rows) {
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::string cell = row.cells[i].runs.front().text;
        CHECK_MESSAGE(text.find(cell) != std::string::npos, cell);
        CHECK_MESSAGE(markdown.find("| " + render::escape_markdown(cell)) != std::string::npos, cell);
        CHECK_MESSAGE(html.find(">" + render::escape_html(cell)) != std::string::npos, cell);
        CHECK_MESSAGE(docx.find(">" + render::escape_xml(cell) + "</w:t>") != std::string::npos, cell);
        CHECK_MESSAGE(latex.find(render::escape_latex(cell)) != std::string::npos, cell);
      }
    }
  }
}
