#include "ecpr/render/docx.hpp"

#include <doctest/doctest.h>

#include <string>

#include "awkward_table.hpp"
#include "markup.hpp"
#include "sample_tables.hpp"
#include "zip_file.hpp"

using namespace ecpr;
using namespace ecpr::document;
using render::render_docx;

namespace {

std::string body_of(const Document& page, const NumberStyle& style = jmir()) {
  return testing::unzipped(render_docx(page, {.style = style})).at("word/document.xml");
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t i = text.find(part); i != std::string::npos; i = text.find(part, i + part.size())) ++count;
  return count;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("all parts are well formed, whatever the document holds") {
  for (const Document& page : {testing::sample_document(), testing::awkward_document(), Document{}}) {
    for (const NumberStyle& style : {jmir(), apa()}) {
      for (const auto& [name, content] : testing::unzipped(render_docx(page, {.style = style}))) {
        CHECK_MESSAGE(testing::nesting_error(content) == "", name);
      }
    }
  }
}

TEST_CASE("the archive holds what Word asks for, and no date") {
  const std::string bytes = render_docx(testing::sample_document(), {});
  const auto files = testing::unzipped(bytes);
  for (const char* name :
       {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml", "word/settings.xml", "word/numbering.xml"}) {
    CHECK_MESSAGE(files.contains(name), name);
  }
  CHECK(has(files.at("docProps/core.xml"), "<dc:title>eCPR spring cohort (made-up numbers)</dc:title>"));
  CHECK_FALSE(has(files.at("docProps/core.xml"), "dcterms"));
  CHECK(bytes.compare(0, 4, "PK\x03\x04") == 0);
  CHECK(bytes.compare(10, 4, std::string("\0\0\x21\0", 4)) == 0);  // midnight of 1 January 1980
}

TEST_CASE("tables are tables: header rows repeat, rows do not break, no vertical rules") {
  const std::string body = body_of({.blocks = {testing::groups_table()}});
  CHECK(occurrences(body, "<w:tbl>") == 1);
  CHECK(occurrences(body, "<w:tblHeader/>") == 1);
  CHECK(occurrences(body, "<w:cantSplit/>") == occurrences(body, "<w:tr>"));
  CHECK(occurrences(body, "<w:gridSpan w:val=\"10\"/>") == 11);  // the spanning rows
  CHECK_FALSE(has(body, "<w:left w:val="));
  CHECK_FALSE(has(body, "<w:insideV"));
  CHECK(has(body, "<w:tblBorders><w:top w:val=\"single\" w:sz=\"8\""));
}

TEST_CASE("captions, italic P, raised marks, signs") {
  const std::string body = body_of({.blocks = {testing::changes_table()}});
  CHECK(
      has(body,
          "<w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Table 2.</w:t>"));
  CHECK(has(body, "<w:i/><w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/></w:rPr><w:t xml:space=\"preserve\">P</w:t>"));
  CHECK(has(body, "<w:vertAlign w:val=\"superscript\"/></w:rPr><w:t xml:space=\"preserve\">d</w:t>"));
  CHECK(has(body, ">\u22120.13 (\u22120.36 to 0.10)</w:t>"));
}

TEST_CASE("APA headers are merged over M and SD and down the other columns") {
  const std::string body = body_of({.blocks = {testing::changes_table()}}, apa());
  CHECK(occurrences(body, "<w:tblHeader/>") == 2);
  CHECK(occurrences(body, "<w:vMerge w:val=\"restart\"/>") == 8);
  CHECK(occurrences(body, "<w:vMerge/>") == 8);
  CHECK(occurrences(body, "<w:gridSpan w:val=\"2\"/>") == 2);
}

TEST_CASE("wide tables stand on turned pages, the rest does not") {
  const std::string body = body_of(testing::sample_document());
  CHECK(occurrences(body, "w:orient=\"landscape\"") == 1);
  CHECK(occurrences(body, "<w:sectPr>") == 3);
  CHECK(occurrences(body_of({.blocks = {Paragraph{"Alone"}}}), "<w:sectPr>") == 1);
}

TEST_CASE("lists, headings, lines and pictures") {
  const std::string png = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x08", 24);
  const Document page{
      .blocks = {Heading{2, "Part"}, List{{"one"}, true}, List{{"again"}, true}, List{{"dot"}, false},
                 Preformatted{"a\nb"},
                 Picture{.number = "Figure 1", .alternative = "A \"drawing\"", .media_type = "image/png", .bytes = png},
                 Picture{.alternative = "Drawn <lines>", .media_type = "image/svg+xml", .bytes = "<svg/>"}}};
  const auto files = testing::unzipped(render_docx(page, {}));
  const std::string& body = files.at("word/document.xml");
  CHECK(has(body, "<w:pStyle w:val=\"Heading2\"/>"));
  CHECK(has(body, "<w:numId w:val=\"2\"/>"));
  CHECK(has(body, "<w:numId w:val=\"3\"/>"));
  CHECK(has(body, "<w:numId w:val=\"1\"/>"));
  CHECK(occurrences(body, "<w:pStyle w:val=\"Code\"/>") == 2);
  CHECK(has(body, "descr=\"A &quot;drawing&quot;\""));
  CHECK(has(body, "<wp:extent cx=\"6120130\" cy=\"3060065\"/>"));
  CHECK(files.at("word/media/picture1.png") == png);
  CHECK(has(body, "Drawn &lt;lines&gt;"));
}

TEST_CASE("a picture has its own size where it says one, and fits on the page") {
  const auto extent_of = [](unsigned char width, unsigned char height) {
    const std::string header = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR\0\0", 10);
    const std::string size = {static_cast<char>(width), '\0', '\0', '\0', static_cast<char>(height), '\0'};
    const std::string resolution("\0\0\0\x09pHYs\0\0\x2e\x23\0\0\x2e\x23\x01\0\0\0\0", 21);
    const Picture picture{.media_type = "image/png", .bytes = header + size + std::string(9, '\0') + resolution};
    const std::string body = body_of({.blocks = {picture}});
    const std::size_t at = body.find("<wp:extent ");
    return body.substr(at, body.find("/>", at) - at);
  };
  // 1024 by 512 dots at 11811 a metre; then four times as wide as high and wider than 17 cm; then higher than 23 cm.
  CHECK(extent_of(4, 2) == "<wp:extent cx=\"3121158\" cy=\"1560579\"");
  CHECK(extent_of(16, 4) == "<wp:extent cx=\"6120130\" cy=\"1530032\"");
  CHECK(extent_of(4, 16) == "<wp:extent cx=\"2070000\" cy=\"8280000\"");
}

TEST_CASE("blank cells are no higher than the others") {
  Table table{.number = "Table 1", .row_header = "Row", .columns = {{.header = "A"}, {.header = "B"}}};
  table.rows = {{.label = "one", .cells = {"", "2"}}};
  const std::string body = body_of({.blocks = {table}});
  CHECK(occurrences(body, "<w:rPr><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/></w:rPr></w:pPr>") == 6);
}

TEST_CASE("a heading stands on the page of the turned table below it") {
  const Document page{.blocks = {Paragraph{"Before"}, Heading{1, "Wide"}, testing::wide_table(12)}};
  const std::string body = body_of(page);
  // The upright section ends before the heading.
  CHECK(body.find("</w:sectPr>") < body.find(">Wide</w:t>"));
  CHECK(body_of({.blocks = {Heading{1, "Last"}}}).find(">Last</w:t>") != std::string::npos);
}
