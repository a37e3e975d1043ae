#include "ecpr/render/markdown.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "awkward_table.hpp"
#include "ecpr/base/text.hpp"
#include "sample_tables.hpp"

using namespace ecpr;
using namespace ecpr::document;
using render::escape_markdown;
using render::render_markdown;

namespace {

/// Pipes that are not escaped.
std::size_t pipes(const std::string& line) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("Markdown characters are escaped") {
  CHECK(escape_markdown("a|b *c* _d_ `e` [f](g) ~~h~~ \\i $j$ k^2") ==
        "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\](g) \\~\\~h\\~\\~ \\\\i \\$j\\$ k\\^2");
  CHECK(escape_markdown("<b> </b> <!-- <?x <") == "&lt;b> &lt;/b> &lt;!-- &lt;?x &lt;");
  CHECK(escape_markdown("P<.001 and 3 < 4") == "P<.001 and 3 < 4");
  CHECK(escape_markdown("R&D &amp; &#60; & co &") == "R&amp;D &amp;amp; &amp;#60; & co &amp;");
  CHECK(escape_markdown("two\r\nlines\tand\x1b[0m") == "two lines and\\[0m");
  CHECK(escape_markdown("95%\u00a0CI") == "95% CI");
}

TEST_CASE("a table in Markdown") {
  const Table table{
      .number = "Table 1",
      .caption = {"Scores (N=12)"},
      .row_header = "Outcome",
      .columns = {{.kind = ColumnKind::count},
                  {.header = {Text("Cohen ") + italic("d") + subscript("z"), {"By the SD of the changes"}},
                   .kind = ColumnKind::estimate},
                  {.kind = ColumnKind::p_value},
                  {.header = "Remark"}},
      .header_groups = {{.label = "Change", .first = 1, .count = 2}},
      .rows = {{.label = "Well-being", .spanning = true},
               {.label = "Hope",
                .cells = {Count{12}, Estimate{1.2845, Interval{0.4, 2.13}}, PValue{0.0001}, "a|b"},
                .indent = 1}},
      .notes = {"1. is not a list"}};
  CHECK(render_markdown({.title = "Report", .blocks = {table}}, {}) ==
        "# Report\n\n"
        "**Table 1**. Scores (N=12).\n\n"
        "| Outcome | n | Change: Cohen *d*<sub>z</sub> (95% CI)<sup>a</sup> | Change: *P* value | Remark |\n"
        "| --- | ---: | ---: | ---: | --- |\n"
        "| **Well-being** |  |  |  |  |\n"
        "| &emsp;Hope | 12 | 1.28 (0.40 to 2.13) | <.001 | a\\|b |\n"
        "\n1\\. is not a list.\n"
        "\n- <sup>a</sup> By the SD of the changes.\n"
        "\nCI: confidence interval.\n");
}

TEST_CASE("every kind of block") {
  const Document page{
      .blocks = {
          Heading{1, "# Findings"}, Heading{2, "Part"}, Paragraph{"- no list"},
          Paragraph{Text("R") + superscript("2") + " and " + PValue{0.0463}}, List{{"one", "two"}, true},
          List{{"+ dot"}, false}, Preformatted{"a ```\n b\n"},
          Picture{.number = "Figure 1", .caption = "Changes.", .alternative = "Twelve [lines]", .path = "a b>.svg"},
          Picture{.alternative = "Nowhere"}}};
  CHECK(render_markdown(page, {}) ==
        "## \\# Findings\n\n### Part\n\n\\- no list\n\nR<sup>2</sup> and *P*=.046\n\n1. one\n2. two\n\n- \\+ dot\n\n"
        "````\na ```\n b\n````\n\n![Twelve \\[lines\\]](<a b%3E.svg>)\n\n**Figure 1**. Changes.\n\nNowhere\n");
}

TEST_CASE("emphasis never stands beside what would switch it off") {
  const Document page{.blocks = {Paragraph{Text(bold("(a) ")) + italic("*") + italic(" x.") + "y"}}};
  CHECK(render_markdown(page, {}) == "(**a**) \\* *x*.y\n");
}

TEST_CASE("the rows of the awkward table have as many cells as its header") {
  std::istringstream lines(render_markdown({.blocks = {testing::awkward_table()}}, {}));
  std::size_t rows = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("|")) continue;
    ++rows;
    CHECK_MESSAGE(pipes(line) == 8, line);
    CHECK(line.find("<script") == std::string::npos);
    CHECK(line.find("[a](javascript") == std::string::npos);
  }
  CHECK(rows == 2 + testing::awkward_table().rows.size());
}
