#include "ecpr/render/html.hpp"

#include <doctest/doctest.h>

#include <string>

#include "awkward_table.hpp"
#include "markup.hpp"
#include "sample_tables.hpp"

using namespace ecpr;
using namespace ecpr::document;
using render::escape_html;
using render::render_html;
using testing::nesting_error;

namespace {

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t i = text.find(part); i != std::string::npos; i = text.find(part, i + part.size())) ++count;
  return count;
}

std::string body_of(const std::string& page) {
  const std::size_t begin = page.find("<main>") + 7;
  return page.substr(begin, page.find("</main>") - begin);
}

}  // namespace

TEST_CASE("HTML characters are escaped") {
  CHECK(escape_html("<a href=\"x\">R&D's</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;");
  CHECK(escape_html("a\nb\x07\u202e") == "a b");
}

TEST_CASE("a table in HTML") {
  const Table table{
      .number = "Table 1",
      .caption = {"Scores (N=12)"},
      .row_header = "Outcome",
      .columns = {{.kind = ColumnKind::count},
                  {.header = {Text("Cohen ") + italic("d") + subscript("z"), {"By the SD of the changes"}},
                   .kind = ColumnKind::estimate},
                  {.header = "Remark"}},
      .header_groups = {{.label = "Change", .first = 1, .count = 2}},
      .rows = {
          {.label = "Well-being", .spanning = true},
          {.label = "Hope",
           .cells = {Count{12}, Estimate{1.2845, Interval{0.4, 2.13}}, Text(Run{"better", Face::plain, Tone::better})},
           .indent = 1},
          {.label = "Calm", .cells = {Count{12}, Estimate{-1.0, Interval{-2.0, 0.0}}}}}};
  CHECK(body_of(render_html({.blocks = {table}}, {})) ==
        "<div class=\"table ruled\" id=\"table-1\">\n"
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-1-caption\">\n"
        "<table>\n"
        "<caption id=\"table-1-caption\"><span><b>Table 1.</b> Scores (N=12).</span></caption>\n"
        "<thead>\n"
        "<tr><th scope=\"col\" rowspan=\"2\">Outcome</th><th scope=\"col\" rowspan=\"2\" class=\"right\">n</th>"
        "<th scope=\"colgroup\" colspan=\"2\" class=\"over\"><span>Change</span></th></tr>\n"
        "<tr><th scope=\"col\">Cohen <i>d</i><sub>z</sub> (95%\u00a0CI)"
        "<sup><a role=\"doc-noteref\" href=\"#table-1-a\">a</a></sup></th><th scope=\"col\">Remark</th></tr>\n"
        "</thead>\n"
        "<tbody>\n"
        "<tr><th scope=\"rowgroup\" colspan=\"4\"><span>Well-being</span></th></tr>\n"
        "<tr><th scope=\"row\" class=\"i1\">Hope</th><td class=\"number right\">12</td>"
        "<td class=\"number d1\">1.28 (0.40 to 2.13)</td><td class=\"text\"><span "
        "class=\"better\">better</span></td></tr>\n"
        "<tr><th scope=\"row\">Calm</th><td class=\"number right\">12</td>"
        "<td class=\"number\">−1.00 (−2.00 to 0.00)</td><td class=\"text\"></td></tr>\n"
        "</tbody>\n"
        "</table>\n"
        "</div>\n"
        "<div class=\"notes\">\n"
        "<p id=\"table-1-a\"><sup>a</sup>&#8239;By the SD of the changes.</p>\n"
        "<p>CI: confidence interval.</p>\n"
        "</div>\n"
        "</div>\n");
}

TEST_CASE("the page is well formed, whatever it holds") {
  for (const Document& page : {testing::sample_document(), testing::awkward_document(), Document{}}) {
    for (const NumberStyle& style : {jmir(), apa()}) CHECK(nesting_error(render_html(page, {.style = style})) == "");
  }
}

TEST_CASE("nothing is fetched and nothing runs") {
  const std::string page = render_html(testing::awkward_document(), {});
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("javascript:") == page.find("javascript:b)"));  // as text alone
  CHECK(page.find("src=\"http") == std::string::npos);
  CHECK(page.find("url(") == std::string::npos);
  CHECK(page.find("@import") == std::string::npos);
  CHECK(occurrences(page, "<img src=\"data:image/svg+xml;base64,") == 1);
}

TEST_CASE("every link has its target") {
  const std::string page = render_html(testing::sample_document(), {});
  std::size_t links = 0;
  for (std::size_t i = page.find("href=\"#"); i != std::string::npos; i = page.find("href=\"#", i + 1)) {
    const std::string target = page.substr(i + 7, page.find('"', i + 7) - i - 7);
    CHECK_MESSAGE(occurrences(page, " id=\"" + target + "\"") == 1, target);
    ++links;
  }
  CHECK(links > 20);
}

TEST_CASE("contents stand behind the first answer and name sections and tables") {
  const std::string page = render_html(testing::sample_document(), {});
  const std::size_t contents = page.find("<nav aria-labelledby=\"contents\">");
  CHECK(page.find("2 improved significantly") < contents);
  CHECK(contents < page.find("<h2 id=\"section-1\">Findings</h2>"));
  const std::size_t section = page.find("<a href=\"#section-2\">Tables</a>\n<ul>\n<li><a href=\"#table-2\">Table 2. ");
  CHECK(contents < section);
  CHECK(section < page.find("<h2 id=\"section-1\">Findings</h2>"));
  CHECK(render_html({.blocks = {Heading{1, "Alone"}}}, {}).find("<nav") == std::string::npos);
}

TEST_CASE("a spanning row of a subscale is indented like its rows") {
  const Table table{.columns = {{.header = "n"}},
                    .rows = {{.label = "Total", .spanning = true}, {.label = "Part", .indent = 1, .spanning = true}}};
  const std::string page = render_html({.blocks = {table}}, {});
  CHECK(page.find("<th scope=\"rowgroup\" colspan=\"2\"><span>Total") != std::string::npos);
  CHECK(page.find("<th scope=\"rowgroup\" colspan=\"2\" class=\"i1\"><span>Part") != std::string::npos);
}

TEST_CASE("long words may be broken") {
  const std::string page = render_html({.blocks = {Paragraph{std::string(60, 'w') + " short"}}}, {});
  CHECK(page.find("<p>" + std::string(24, 'w') + "<wbr>" + std::string(24, 'w') + "<wbr>" + std::string(12, 'w') +
                  " short</p>") != std::string::npos);
}

TEST_CASE("pictures are embedded with their alternative text") {
  const std::string page = render_html({.blocks = {Picture{.number = "Figure 1",
                                                           .caption = "Changes.",
                                                           .alternative = "A \"drawing\"",
                                                           .media_type = "image/png",
                                                           .bytes = std::string("\x89PNG\0", 5)}}},
                                       {});
  CHECK(page.find("<img src=\"data:image/png;base64,iVBORwA=\" alt=\"A &quot;drawing&quot;\">") != std::string::npos);
  CHECK(page.find("<figcaption><b>Figure 1.</b> Changes.</figcaption>") != std::string::npos);
}

TEST_CASE("a drawing says its size; one wider than a phone scrolls in a frame") {
  const auto page_of = [](const std::string& width) {
    return render_html({.blocks = {Picture{.number = "Figure 1",
                                           .alternative = "A drawing",
                                           .media_type = "image/svg+xml",
                                           .bytes = "<svg width=\"" + width + "\" height=\"150pt\"></svg>"}}},
                       {});
  };
  CHECK(page_of("300pt").find("alt=\"A drawing\" width=\"400\" height=\"200\">") != std::string::npos);
  CHECK(page_of("300pt").find("class=\"scroll\"") == std::string::npos);
  CHECK(page_of("600pt").find("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Figure 1\">") !=
        std::string::npos);
  CHECK(page_of("100%").find("alt=\"A drawing\">") != std::string::npos);
}

TEST_CASE("captions of figures stand below them in JMIR style, above them in APA style") {
  const Document page{.blocks = {Picture{.number = "Figure 1", .caption = "Changes", .alternative = "A drawing"}}};
  const std::string jmir_page = render_html(page, {}), apa_page = render_html(page, {.style = apa()});
  CHECK(jmir_page.find("A drawing") < jmir_page.find("<figcaption><b>Figure 1.</b> Changes"));
  CHECK(apa_page.find("<figcaption><b>Figure 1</b><br><i>Changes</i>") < apa_page.find("A drawing"));
}

TEST_CASE("an overview tells its verdicts on a phone without scrolling, other tables scroll") {
  const auto kind = [](Table table) {
    const std::string page = render_html({.blocks = {std::move(table)}}, {});
    const std::size_t at = page.find("<div class=\"table ");
    return page.substr(at + 18, page.find('"', at + 18) - at - 18);
  };
  Table table{.columns = {{.header = "Change"}, {.header = "P"}, {.header = "d"}, {}}, .ruled = false};
  table.rows = {{.label = "Hope", .cells = {"1.2", ".03", "0.4", "better"}}};
  CHECK(kind(table) == "overview");
  table.ruled = true;
  CHECK(kind(table) == "ruled");
  table.ruled = false;
  table.columns.back().kind = ColumnKind::number;
  CHECK(kind(table) == "plain");
  table.columns.pop_back();
  CHECK(kind(table) == "plain");
}
