#include "ecpr/render/latex.hpp"

#include <algorithm>
#include <utility>

#include "characters.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "latex_characters.hpp"
#include "latex_table.hpp"

namespace ecpr::render {

using namespace document;

namespace {

constexpr std::string_view preamble = R"latex(\documentclass[10pt,a4paper]{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{textcomp}
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage[margin=2.5cm]{geometry}
\usepackage{array}
\usepackage{booktabs}
\usepackage{longtable}
\usepackage{graphicx}
\usepackage{pdflscape}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash\hspace{0pt}}p{#1}}
\setlength{\parindent}{0pt}
\setlength{\parskip}{6pt plus 2pt}
\setlength{\tabcolsep}{0.55em}
\setlength{\LTleft}{0pt}
\setlength{\LTpost}{3pt}
\setcounter{LTchunksize}{2000}
\emergencystretch=3em
\newsavebox{\picturebox}
\newcommand{\fitted}[1]{\sbox{\picturebox}{\includegraphics{#1}}%
\ifdim\wd\picturebox>\linewidth\includegraphics[width=\linewidth,height=.8\textheight,keepaspectratio]{#1}%
\else\usebox{\picturebox}\fi}
)latex";

/// The LaTeX of a printable ASCII character.
std::string ascii(char c) {
  switch (c) {
    case '#':
    case '$':
    case '%':
    case '&':
    case '_':
    case '{':
    case '}': return {'\\', c};
    case '~': return "\\textasciitilde{}";
    case '^': return "\\textasciicircum{}";
    case '\\': return "\\textbackslash{}";
    case '<': return "\\textless{}";
    case '>': return "\\textgreater{}";
    case '|': return "\\textbar{}";
    case '"': return "\\textquotedbl{}";
    case '`': return "\\textasciigrave{}";
    case '[':  // behind \\ they would be its options
    case ']':
    case '*': return {'{', c, '}'};
    default: return {c};
  }
}

/// Two of these in a row would become one other character.
bool is_ligature(char c) { return c == '-' || c == '\'' || c == ','; }

/// The LaTeX of one block.
class BlockPrinter {
 public:
  explicit BlockPrinter(const NumberStyle& style) : style_(style) {}

  std::string operator()(const Heading& heading) const {
    static constexpr const char* commands[] = {"\\section*{", "\\subsection*{", "\\subsubsection*{"};
    return commands[std::clamp(heading.level, 1, 3) - 1] + set(heading.text) + "}\n";
  }

  std::string operator()(const Paragraph& paragraph) const { return set(paragraph.text) + "\n"; }

  std::string operator()(const List& list) const {
    const std::string kind = list.ordered ? "enumerate" : "itemize";
    if (list.items.empty()) return "";
    std::string text = "\\begin{" + kind + "}\\raggedright\n";
    for (const Text& item : list.items) text += "\\item {}" + set(item) + "\n";
    return text + "\\end{" + kind + "}\n";
  }

  std::string operator()(const Preformatted& lines) const {
    std::string text = "{\\small\\ttfamily\\raggedright\n";
    std::string_view rest = lines.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += "\\mbox{}" + replaced(escape_latex(rest.substr(0, end)), " ", "\\ ") + "\\\\\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text + "}\n";
  }

  std::string operator()(const Table& table) const { return latex_table(table, style_); }

  std::string operator()(const Picture& picture) const {
    const bool loadable = picture.path.ends_with(".pdf") || picture.path.ends_with(".png");
    const bool harmless = picture.path.find_first_of("\\{}%#~^$&\n\r\"") == std::string::npos;
    std::string image = "\\textit{" + escape_latex(picture.alternative) + "}";
    if (loadable && harmless) image = "\\fitted{\\detokenize{" + picture.path + "}}";
    std::string caption;
    for (const Runs& line : caption_lines(picture.number, set_text(style_, picture.caption), style_))
      caption += (caption.empty() ? "" : "\\\\\n") + latex_inline(line);
    std::string text = "\\begin{minipage}{\\linewidth}\n\\raggedright\n";
    if (style_.number_above_caption && !caption.empty()) text += caption + "\\par\\smallskip\n";
    text += image + "\n";
    if (!style_.number_above_caption && !caption.empty()) text += "\\par\\smallskip\n" + caption + "\n";
    return text + "\\end{minipage}\n";
  }

 private:
  std::string set(const Text& text) const { return latex_inline(set_text(style_, text)); }

  const NumberStyle& style_;
};

/// Headings before what they stand above; on its turned page, where it has one.
std::string with_headings(const std::string& headings, const std::string& printed) {
  constexpr std::string_view turn = "\n\\begin{landscape}\n";
  if (!printed.starts_with(turn)) return headings + printed;
  return std::string(turn) + headings + printed.substr(turn.size());
}

}  // namespace

std::string escape_latex(std::string_view raw) {
  const std::string text = normalized(cleaned(raw));
  std::string escaped;
  std::string_view rest = text;
  while (!rest.empty()) {
    const char first = rest.front();
    const char32_t c = take_code_point(rest);
    if (c >= 0x80) {
      escaped += latex_character(c);
      continue;
    }
    escaped += ascii(first);
    if (is_ligature(first) && !rest.empty() && rest.front() == first) escaped += "{}";
  }
  return escaped;
}

std::string render_latex(const Document& page, const Options& options) {
  std::string text(preamble);
  text += "\\begin{document}\n";
  if (!page.title.empty()) {
    text +=
        "{\\LARGE\\bfseries\\raggedright " + latex_inline(set_text(options.style, page.title)) + "\\par}\n\\bigskip\n";
  }
  const BlockPrinter printer(options.style);
  std::string headings;
  for (const Block& block : page.blocks) {
    const std::string printed = "\n" + std::visit(printer, block);
    if (std::holds_alternative<Heading>(block)) {
      headings += printed;
    } else {
      text += with_headings(std::exchange(headings, ""), printed);
    }
  }
  return text + headings + "\n\\end{document}\n";
}

}  // namespace ecpr::render
