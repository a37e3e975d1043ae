#include "ecpr/render/latex.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "awkward_table.hpp"
#include "sample_tables.hpp"

using namespace ecpr;
using namespace ecpr::document;
using render::escape_latex;
using render::render_latex;

namespace {

/// What is wrong with braces and environments, or "".
std::string structure_error(const std::string& text) {
  int depth = 0;
  std::vector<std::string> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth < 0) return "brace at " + text.substr(i, 40);
    if (text[i] != '\\') continue;
    for (const std::string& command : {std::string("\\begin{"), std::string("\\end{")}) {
      if (text.compare(i, command.size(), command) != 0) continue;
      const std::size_t begin = i + command.size();
      const std::string name = text.substr(begin, text.find('}', begin) - begin);
      if (command == "\\begin{") {
        open.push_back(name);
      } else if (open.empty() || open.back() != name) {
        return "unexpected end of " + name;
      } else {
        open.pop_back();
      }
    }
    ++i;  // an escaped brace does not count
  }
  if (!open.empty()) return "not ended: " + open.back();
  return depth == 0 ? "" : "open brace";
}

std::string document_of(const std::string& text) { return text.substr(text.find("\\begin{document}")); }

}  // namespace

TEST_CASE("LaTeX characters are escaped") {
  CHECK(escape_latex("# $ % & _ { }") == "\\# \\$ \\% \\& \\_ \\{ \\}");
  CHECK(escape_latex("~^\\<>|\"`") ==
        "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\textless{}\\textgreater{}\\textbar{}"
        "\\textquotedbl{}\\textasciigrave{}");
  CHECK(escape_latex("--- '' ,, [x]*") == "-{}-{}- '{}' ,{}, {[}x{]}{*}");
  CHECK(escape_latex("a\nb\x07") == "a b");
}

TEST_CASE("characters beyond ASCII have a command, a letter or a name") {
  CHECK(escape_latex("\u22120.13 \u2013 \u2014 95%\u00a0CI") ==
        "\\textminus{}0.13 \\textendash{} \\textemdash{} 95\\%~CI");
  CHECK(escape_latex("1.00\u00d710\u207b\u2079") ==
        "1.00\\texttimes{}10\\textsuperscript{\\textminus}\\textsuperscript{9}");
  CHECK(escape_latex("Zo\u00eb \u0141\u00f3d\u017a \u00f1") == "Zo\u00eb \u0141\u00f3d\u017a \u00f1");
  CHECK(escape_latex("e\u0301") == "\u00e9");  // composed
  CHECK(escape_latex("\u03b1 \u03c7\u00b2 \u2265") ==
        "\\ensuremath{\\alpha} \\ensuremath{\\chi}\\textsuperscript{2} \\ensuremath{\\geq}");
  CHECK(escape_latex("\u4e2d\U0001F600\u0126") ==
        "{[}U+4E2D{]}\\hspace{0pt}{[}U+1F600{]}\\hspace{0pt}{[}U+0126{]}\\hspace{0pt}");
}

TEST_CASE("a table in LaTeX") {
  const Table table{
      .number = "Table 1",
      .caption = {"Scores (N=12)"},
      .row_header = "Outcome",
      .columns = {{.kind = ColumnKind::count},
                  {.header = {Text("Cohen ") + italic("d") + subscript("z"), {"By the SD of the changes"}},
                   .kind = ColumnKind::estimate}},
      .rows = {{.label = "Well-being", .spanning = true},
               {.label = "Hope", .cells = {Count{12}, Estimate{1.2845, Interval{0.4, 2.13}}}, .indent = 1},
               {.label = "Calm", .cells = {Count{12}, Estimate{-1.0, Interval{-2.0, 0.0}}}}}};
  const std::string text = render_latex({.blocks = {table}}, {});
  CHECK(text.find("\\begin{longtable}{@{}lrl@{}}\n") != std::string::npos);
  CHECK(text.find("\\textbf{Table 1.} Scores (N=12).") != std::string::npos);
  CHECK(text.find("Cohen \\textit{d}\\textsubscript{z} (95\\%~CI)\\textsuperscript{a}\\strut") != std::string::npos);
  CHECK(text.find("\\hspace*{1em}Hope & 12 & \\hphantom{\\textminus{}}1.28 (0.40 to 2.13) \\\\\n") !=
        std::string::npos);
  CHECK(text.find("Calm & 12 & \\textminus{}1.00 (\\textminus{}2.00 to 0.00) \\\\\n") != std::string::npos);
  CHECK(text.find("\\textsuperscript{a}\\,By the SD of the changes.\\par\n") != std::string::npos);
  CHECK(text.find("\\endfirsthead") != std::string::npos);
  CHECK(text.find("\\begin{landscape}") == std::string::npos);
}

TEST_CASE("a wide table stands on a turned page") {
  const std::string text = render_latex({.blocks = {testing::changes_table()}}, {});
  CHECK(text.find("\\begin{landscape}\n") != std::string::npos);
  const std::string parts = render_latex({.blocks = {testing::wide_table(40)}}, {});
  std::size_t tables = 0;
  for (std::size_t i = parts.find("\\begin{longtable}"); i != std::string::npos;
       i = parts.find("\\begin{longtable}", i + 1))
    ++tables;
  CHECK(tables == 9);
}

TEST_CASE("braces and environments are closed, whatever the document holds") {
  for (const Document& page : {testing::sample_document(), testing::awkward_document(), Document{}}) {
    for (const NumberStyle& style : {jmir(), apa()}) CHECK(structure_error(render_latex(page, {.style = style})) == "");
  }
}

TEST_CASE("no command comes from the data") {
  const std::string text = document_of(render_latex(testing::awkward_document(), {}));
  CHECK(text.find("\\input") == std::string::npos);
  CHECK(text.find("\\backslash") == std::string::npos);
  CHECK(text.find("\\textbackslash{}input\\{") != std::string::npos);
}

TEST_CASE("a picture that pdflatex can load is shown, another is described") {
  const Picture picture{.number = "Figure 1", .caption = "Changes.", .alternative = "Twelve lines", .path = "a.pdf"};
  CHECK(render_latex({.blocks = {picture}}, {}).find("\\fitted{\\detokenize{a.pdf}}") != std::string::npos);
  Picture other = picture;
  other.path = "a}\\input{b.pdf";
  CHECK(render_latex({.blocks = {other}}, {}).find("\\textit{Twelve lines}") != std::string::npos);
}

TEST_CASE("a heading stands on the page of the turned table below it") {
  const Document page{.blocks = {Heading{1, "Wide"}, testing::wide_table(12), Heading{1, "After"}}};
  const std::string text = render_latex(page, {});
  const std::size_t turned = text.find("\\begin{landscape}");
  REQUIRE(turned != std::string::npos);
  CHECK(turned < text.find("\\section*{Wide}"));
  CHECK(text.find("\\section*{Wide}") < text.find("\\end{landscape}"));
  CHECK(text.find("\\end{landscape}") < text.find("\\section*{After}"));
}
