#include <doctest/doctest.h>

#include <string>

#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "ecpr/render/html.hpp"
#include "ecpr/render/latex.hpp"
#include "ecpr/render/markdown.hpp"
#include "ecpr/render/text.hpp"
#include "sample_tables.hpp"

using namespace ecpr;
using namespace ecpr::document;

TEST_CASE("the same number is the same text in all formats") {
  for (const NumberStyle& style : {jmir(), apa()}) {
    const Document page{.blocks = {testing::changes_table()}};
    const render::Options options{.style = style};
    const std::string text = render_text(page, options), markdown = render_markdown(page, options);
    const std::string html = render_html(page, options), latex = render_latex(page, options);
    for (const SetRow& row : lay_out(testing::changes_table(), style).rows) {
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::string cell = row.cells[i].runs.front().text;
        CHECK_MESSAGE(text.find(cell) != std::string::npos, cell);
        CHECK_MESSAGE(markdown.find("| " + render::escape_markdown(cell)) != std::string::npos, cell);
        CHECK_MESSAGE(html.find(">" + render::escape_html(cell)) != std::string::npos, cell);
        CHECK_MESSAGE(latex.find(render::escape_latex(cell)) != std::string::npos, cell);
      }
    }
  }
}
