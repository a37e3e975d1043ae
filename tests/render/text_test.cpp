#include "ecpr/render/text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "awkward_table.hpp"
#include "ecpr/base/text.hpp"
#include "sample_tables.hpp"

using namespace ecpr;
using namespace ecpr::document;
using render::Options;
using render::render_text;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

std::string without_escapes(std::string text) {
  for (const char* sequence : {"\x1b[0m", "\x1b[1m", "\x1b[2m"}) text = replaced(text, sequence, "");
  return text;
}

Table small() {
  return {
      .number = "Table 1",
      .caption = {"Scores (N=12)"},
      .row_header = "Outcome",
      .columns = {{.kind = ColumnKind::count},
                  {.header = {Text("Cohen ") + italic("d") + subscript("z"), {"By the SD of the changes"}},
                   .kind = ColumnKind::estimate},
                  {.kind = ColumnKind::p_value}},
      .rows = {
          {.label = "Well-being", .spanning = true},
          {.label = "Hope", .cells = {Count{12}, Estimate{1.2845, Interval{0.4, 2.13}}, PValue{0.0028}}, .indent = 1},
          {.label = "\u4e2d\u6587",
           .cells = {Count{10000}, Estimate{-0.1, Interval{-0.25, 0.07}}, Empty{"withheld"}},
           .indent = 1}}};
}

}  // namespace

TEST_CASE("a table in text") {
  CHECK(render_text({.blocks = {small()}}, {}) ==
        "Table 1. Scores (N=12).\n"
        "───────────────────────────────────────────────\n"
        "                 Cohen d_z\n"
        "Outcome       n  (95% CI) (a)           P value\n"
        "───────────────────────────────────────────────\n"
        "Well-being\n"
        "  Hope       12   1.28 (0.40 to 2.13)   .003\n"
        "  中文   10,000  −0.10 (−0.25 to 0.07)  — (b)\n"
        "───────────────────────────────────────────────\n"
        "(a) By the SD of the changes.\n"
        "(b) Withheld.\n"
        "CI: confidence interval.\n");
}

TEST_CASE("a table that is too wide stands in parts that repeat the row labels") {
  CHECK(render_text({.blocks = {small()}}, {.width = 40}) ==
        "Table 1. Scores (N=12).\n"
        "──────────────────────────────────────\n"
        "                 Cohen d_z\n"
        "Outcome       n  (95% CI) (a)\n"
        "──────────────────────────────────────\n"
        "Well-being\n"
        "  Hope       12   1.28 (0.40 to 2.13)\n"
        "  中文   10,000  −0.10 (−0.25 to 0.07)\n"
        "──────────────────────────────────────\n"
        "\n"
        "────────────────\n"
        "Outcome  P value\n"
        "────────────────\n"
        "Well-being\n"
        "  Hope   .003\n"
        "  中文   — (b)\n"
        "────────────────\n"
        "(a) By the SD of the changes.\n"
        "(b) Withheld.\n"
        "CI: confidence interval.\n");
}

TEST_CASE("APA headers stand above M and SD") {
  const Table table{
      .columns = {{.header = "Pre", .kind = ColumnKind::mean_sd}, {.header = "", .kind = ColumnKind::p_value}},
      .rows = {{.label = "Hope", .cells = {MeanSd{12.5, 3.25}, PValue{0.04}}}}};
  CHECK(render_text({.blocks = {table}}, {.style = apa()}) ==
        "───────────────────────\n"
        "      Pre\n"
        "      ───────────\n"
        "      M      SD    p\n"
        "───────────────────────\n"
        "Hope  12.50  3.25  .040\n"
        "───────────────────────\n"
        "Note. M = mean; SD = standard deviation.\n");
}

TEST_CASE("no line is wider than asked for, none ends in a blank") {
  for (const Document& page : {testing::sample_document(), testing::awkward_document()}) {
    for (const NumberStyle& style : {jmir(), apa()}) {
      for (const std::size_t width : {40, 60, 80, 100, 120, 200}) {
        for (const std::string& line : lines_of(render_text(page, {style, width, false}))) {
          const bool verbatim = line.starts_with("    ");
          CHECK_MESSAGE((verbatim || display_width(line) <= width), width, ": ", line);
          CHECK_MESSAGE((line.empty() || line.back() != ' '), line);
        }
      }
    }
  }
}

TEST_CASE("less than 40 columns are not attempted") {
  CHECK(render_text(testing::sample_document(), {.width = 3}) ==
        render_text(testing::sample_document(), {.width = 40}));
}

TEST_CASE("bold and dim change nothing but the weight") {
  const Document page = testing::sample_document();
  const std::string strong = render_text(page, {.ansi = true});
  CHECK(strong.find("\x1b[1mTable 2.\x1b[0m") != std::string::npos);
  CHECK(strong.find("\x1b[2mnot significant\x1b[0m") != std::string::npos);
  CHECK(without_escapes(strong) == render_text(page, {}));
  CHECK(render_text(page, {}).find('\x1b') == std::string::npos);
}

TEST_CASE("every kind of block") {
  const Document page{.title = Text("Title with ") + italic("P"),
                      .blocks = {Heading{1, "Findings"}, Heading{2, "Part"},
                                 Paragraph{Text("R") + superscript("2") + " and " + PValue{0.0463}},
                                 List{{"one", "two"}, true}, List{{"dot"}, false}, Preformatted{"a  b\nc\n"},
                                 Picture{.number = "Figure 1", .caption = "Changes.", .alternative = "Twelve lines"}}};
  CHECK(render_text(page, {}) ==
        "Title with P\n============\n\nFindings\n--------\n\nPart\n\nR^2 and P=.046\n\n1. one\n2. two\n\n- dot\n\n"
        "    a  b\n    c\n\nFigure 1. Changes.\n[Twelve lines]\n");
}

TEST_CASE("a terminal cannot be steered by data") {
  CHECK(render::escape_terminal("\x1b[31mred\x07\x9b") == "[31mred\ufffd");
  CHECK(render::escape_terminal("a\tb\r\nc\n\nd") == "a b c  d");
  CHECK(render::escape_terminal("\u202egnp.exe\u202c \u2067x\u2069\ufeff\u0085|\u009b") == "gnp.exe x |");
  CHECK(render::escape_terminal("\xff\xc3( \xe2\x82 \xed\xa0\x80 \xc0\xaf \xf4\x90\x80\x80") ==
        "\ufffd\ufffd( \ufffd\ufffd \ufffd\ufffd\ufffd \ufffd\ufffd \ufffd\ufffd\ufffd\ufffd");
  CHECK(render::escape_terminal("e\u0301 \u4e2d \U0001F600") == "e\u0301 \u4e2d \U0001F600");
}

TEST_CASE("an empty document is an empty text") { CHECK(render_text({}, {}).empty()); }
