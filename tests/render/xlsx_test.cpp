#include "ecpr/render/xlsx.hpp"

#include <doctest/doctest.h>

#include <string>

#include "awkward_table.hpp"
#include "markup.hpp"
#include "sample_tables.hpp"
#include "workbook.hpp"
#include "zip_file.hpp"

using namespace ecpr;
using namespace ecpr::document;
using render::render_xlsx;

namespace {

using testing::cell;
using testing::format_of;
using Files = std::map<std::string, std::string>;

Files files_of(const Document& page, const NumberStyle& style = jmir()) {
  return testing::unzipped(render_xlsx(page, {.style = style}));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Table small() {
  return {.number = "Table 1",
          .caption = {"Scores"},
          .row_header = "Outcome",
          .columns = {{.kind = ColumnKind::count},
                      {.header = "Pre", .kind = ColumnKind::mean_sd},
                      {.header = "Change", .kind = ColumnKind::estimate},
                      {.kind = ColumnKind::p_value},
                      {.header = "Remark"}},
          .rows = {{.label = "=Hope()",
                    .cells = {Count{12345}, MeanSd{5.2084, 1.7444}, Estimate{-0.001, Interval{-0.4, 1.23456789}},
                              PValue{0.0004}, "@SUM(1)"}},
                   {.label = "Calm",
                    .cells = {Count{1}, MeanSd{3.0, Undefined{"fewer than 2 pairs"}}, Empty{"withheld"},
                              Cell(PValue{0.0463}, {"Exact"}), "plain"}}}};
}

}  // namespace

TEST_CASE("all parts are well formed, whatever the document holds") {
  for (const Document& page : {testing::sample_document(), testing::awkward_document(), Document{}}) {
    for (const NumberStyle& style : {jmir(), apa()}) {
      for (const auto& [name, content] : files_of(page, style)) {
        CHECK_MESSAGE(testing::nesting_error(content) == "", name);
      }
    }
  }
}

TEST_CASE("numbers are numbers, unrounded, a cell each, shown with their digits") {
  const Files files = files_of({.blocks = {small()}});
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  CHECK(has(cell(sheet, "B4"), "<v>12345</v>"));
  CHECK(format_of(files, cell(sheet, "B4")) == "#,##0");
  CHECK(has(cell(sheet, "C4"), "<v>5.2084</v>"));
  CHECK(format_of(files, cell(sheet, "C4")) == "0.00");
  CHECK(has(cell(sheet, "D4"), "<v>1.7444</v>"));
  CHECK(has(cell(sheet, "E4"), "<v>-0.001</v>"));
  CHECK(format_of(files, cell(sheet, "E4")) == "&quot;0.00&quot;");  // not -0.00
  CHECK(has(cell(sheet, "G4"), "<v>1.23456789</v>"));
  CHECK(has(cell(sheet, "H4"), "<v>4e-04</v>"));
  CHECK(format_of(files, cell(sheet, "H4")) == "&quot;&lt;.001&quot;");
  CHECK(has(cell(sheet, "H5"), "<v>0.0463</v>"));
  CHECK(format_of(files, cell(sheet, "H5")) == ".000&quot; (c)&quot;");
}

TEST_CASE("what has no value is a dash with its mark") {
  const std::string sheet = files_of({.blocks = {small()}}).at("xl/worksheets/sheet1.xml");
  CHECK(has(cell(sheet, "C5"), "<v>3</v>"));
  CHECK(has(cell(sheet, "D5"), ">\u2014</t>"));
  CHECK(has(cell(sheet, "D5"), "<vertAlign val=\"superscript\"/>"));
  CHECK(has(cell(sheet, "E5"), ">\u2014</t>"));
  CHECK_FALSE(has(cell(sheet, "F5"), "<v>"));
}

TEST_CASE("no text is a formula") {
  const Files files = files_of({.title = "=1+1", .blocks = {small(), testing::awkward_table()}});
  for (const auto& [name, content] : files) CHECK_MESSAGE(!has(content, "<f>"), name);
  const std::string& sheet = files.at("xl/worksheets/sheet2.xml");
  CHECK(has(cell(sheet, "A4"), "t=\"inlineStr\""));
  CHECK(has(cell(sheet, "A4"), ">=Hope()</t>"));
  CHECK(has(files.at("xl/styles.xml"), "quotePrefix=\"1\""));
  CHECK(has(cell(sheet, "I4"), ">@SUM(1)</t>"));
}

TEST_CASE("groups that are called like formulas are texts") {
  Table table = small();
  table.rows.clear();
  for (const char* name : {"+1", "=1+1", "@x", "-2+3"}) table.rows.push_back({.label = name});
  const Files files = files_of({.blocks = {table}});
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  CHECK(!has(sheet, "<f>"));
  for (const char* text : {">+1</t>", ">=1+1</t>", ">@x</t>", ">-2+3</t>"}) CHECK_MESSAGE(has(sheet, text), text);
  CHECK(has(files.at("xl/styles.xml"), "quotePrefix=\"1\""));
}

TEST_CASE("a heading that has only tables below it is not in the sheet of text") {
  const Files files = files_of({.blocks = {Paragraph{"First"}, Heading{1, "Tables alone"}, small(), Heading{1, "Words"},
                                           Heading{2, "Within"}, Paragraph{"Last"}}});
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  CHECK_FALSE(has(sheet, "Tables alone"));
  CHECK(sheet.find("Words") < sheet.find("Within"));
  CHECK(sheet.find("Within") < sheet.find("Last"));
}

TEST_CASE("headers are merged, stay in view and repeat on paper") {
  const Files files = files_of({.blocks = {small()}});
  const std::string& sheet = files.at("xl/worksheets/sheet1.xml");
  CHECK(has(sheet, "<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\" activePane=\"bottomRight\" state=\"frozen\"/>"));
  CHECK(has(sheet, "<mergeCell ref=\"C2:D2\"/>"));
  CHECK(has(sheet, "<mergeCell ref=\"B2:B3\"/>"));
  CHECK(has(cell(sheet, "F3"), "95% CI lower"));
  CHECK(has(files.at("xl/workbook.xml"), "&#39;Table 1&#39;!$2:$3</definedName>"));
}

TEST_CASE("a sheet of text, then a sheet per table, with names that Excel takes") {
  const Document page{.title = "Study",
                      .blocks = {Paragraph{Text("See ") + PValue{0.03}}, small(), small(),
                                 Table{.caption = "A/very:long [caption] that * goes on and on"}}};
  const std::string book = files_of(page).at("xl/workbook.xml");
  CHECK(has(book, "<sheet name=\"Report\" sheetId=\"1\""));
  CHECK(has(book, "<sheet name=\"Table 1\" sheetId=\"2\""));
  CHECK(has(book, "<sheet name=\"Table 1 (2)\" sheetId=\"3\""));
  CHECK(has(book, "<sheet name=\"A very long  caption  that   go\" sheetId=\"4\""));
}

TEST_CASE("an F has both degrees of freedom, a t one") {
  const auto table = [](TestStatistic test) {
    return Table{.columns = {{.kind = ColumnKind::test}}, .rows = {{.label = "x", .cells = {std::move(test)}}}};
  };
  const std::string t =
      files_of({.blocks = {table({.value = 2.0, .degrees_of_freedom = 9.0})}}).at("xl/worksheets/sheet1.xml");
  const std::string f = files_of({.blocks = {table({"F", 3.1, 2.0, 148.0})}}).at("xl/worksheets/sheet1.xml");
  CHECK(cell(t, "D3").empty());
  CHECK(has(cell(t, "C3"), "<v>9</v>"));
  CHECK(has(cell(f, "D3"), "<v>148</v>"));
}
