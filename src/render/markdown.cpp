#include "ecpr/render/markdown.hpp"

#include <algorithm>
#include <vector>

#include "characters.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"

namespace ecpr::render {

using namespace document;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True where `text` from `i` on could begin a tag or a character reference.
bool may_begin_markup(std::string_view text, std::size_t i) {
  if (i + 1 == text.size()) return true;
  const char next = text[i + 1];
  return text[i] == '<' ? is_letter(next) || next == '/' || next == '!' || next == '?' : is_letter(next) || next == '#';
}

/// The line without blanks at the start and with a backslash before what would make a heading, list, quotation or rule
/// of it.
std::string as_line(std::string text) {
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  if (text.empty()) return text;
  if (std::string_view("#>+-").find(text.front()) != std::string_view::npos) return "\\" + text;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const bool mark = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  const bool item = mark && (digits + 1 == text.size() || text[digits + 1] == ' ');
  return item ? text.insert(digits, "\\") : text;
}

/// Emphasis around the letters and digits, with what surrounds them outside, where the marks would not work.
std::string emphasized(const std::string& text, std::string_view mark) {
  const auto is_inside = [](char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; };
  const auto first = std::find_if(text.begin(), text.end(), is_inside);
  if (first == text.end()) return escape_markdown(text);
  const auto last = std::find_if(text.rbegin(), text.rend(), is_inside).base();
  return std::string(text.begin(), first) + std::string(mark) + escape_markdown(std::string(first, last)) +
         std::string(mark) + escape_markdown(std::string(last, text.end()));
}

std::string inline_text(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) {
    switch (run.face) {
      case Face::plain: text += escape_markdown(run.text); break;
      case Face::italic: text += emphasized(cleaned(run.text), "*"); break;
      case Face::bold: text += emphasized(cleaned(run.text), "**"); break;
      case Face::superscript:
      case Face::mark: text += "<sup>" + escape_markdown(run.text) + "</sup>"; break;
      case Face::subscript: text += "<sub>" + escape_markdown(run.text) + "</sub>"; break;
    }
  }
  return text;
}

/// The texts of all header cells above one column, from the top.
std::string header_of(const TableLayout& layout, std::size_t column) {
  std::string text;
  for (const auto& row : layout.header) {
    for (const SetCell& cell : row) {
      if (column < cell.column || column >= cell.column + cell.columns) continue;
      const std::string part = inline_text(cell.runs);
      if (!part.empty()) text += (text.empty() ? "" : ": ") + part;
    }
  }
  return text;
}

std::string pipe_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += cell.empty() ? "  |" : " " + cell + " |";
  return row + "\n";
}

std::string indented(int level, const std::string& label) {
  std::string text;
  for (int i = 0; i < level; ++i) text += "&emsp;";
  return text + label;
}

std::string pipe_table(const TableLayout& layout) {
  const std::size_t columns = layout.alignments.size();
  std::vector<std::string> header, rule;
  for (std::size_t i = 0; i < columns; ++i) {
    header.push_back(header_of(layout, i));
    rule.push_back(layout.alignments[i] == Alignment::left ? "---" : "---:");
  }
  std::string text = pipe_row(header) + pipe_row(rule);
  for (const SetRow& row : layout.rows) {
    std::vector<std::string> cells;
    for (const SetCell& cell : row.cells) cells.push_back(inline_text(cell.runs));
    if (row.spanning && !cells.front().empty()) cells.front() = "**" + cells.front() + "**";
    cells.front() = indented(row.indent, cells.front());
    cells.resize(columns);
    text += pipe_row(cells);
  }
  return text;
}

/// A fence that no line of `text` ends.
std::string fence_for(std::string_view text) {
  std::size_t longest = 2, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, '`');
}

/// The path between angle brackets, without what would end it.
std::string link_target(std::string_view path) {
  std::string target = "<";
  for (const char c : cleaned(path)) {
    if (c == '<') {
      target += "%3C";
    } else if (c == '>') {
      target += "%3E";
    } else if (c == '\\') {
      target += "%5C";
    } else {
      target += c;
    }
  }
  return target + ">";
}

/// The Markdown of one block.
class BlockPrinter {
 public:
  explicit BlockPrinter(const Options& options) : style_(options.style) {}

  std::string operator()(const Heading& heading) const {
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 5));
    return std::string(level + 1, '#') + " " + set(heading.text) + "\n";
  }
  std::string operator()(const Paragraph& paragraph) const { return set(paragraph.text) + "\n"; }

  std::string operator()(const List& list) const {
    std::string text;
    std::size_t number = 0;
    for (const Text& item : list.items) {
      text += (list.ordered ? std::to_string(++number) + ". " : "- ") + set(item) + "\n";
    }
    return text;
  }

  std::string operator()(const Preformatted& lines) const {
    const std::string fence = fence_for(lines.text);
    std::string text = fence + "\n";
    std::string_view rest = lines.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += cleaned(rest.substr(0, end)) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text + fence + "\n";
  }

  std::string operator()(const Table& table) const {
    const TableLayout layout = lay_out(table, style_);
    std::string text;
    for (const Runs& line : caption_lines(layout, style_)) text += as_line(inline_text(line)) + "\n\n";
    text += pipe_table(layout);
    for (const Runs& note : layout.notes) text += "\n" + as_line(inline_text(note)) + "\n";
    if (!layout.footnotes.empty()) text += "\n";
    for (const Footnote& note : layout.footnotes) {
      text += "- <sup>" + note.letter + "</sup> " + inline_text(note.runs) + "\n";
    }
    if (!layout.abbreviations.empty()) text += "\n" + as_line(inline_text(layout.abbreviations)) + "\n";
    return text;
  }

  std::string operator()(const Picture& picture) const {
    std::string caption;
    for (const Runs& line : caption_lines(picture.number, set_text(style_, picture.caption), style_))
      caption += (caption.empty() ? "" : "\n\n") + as_line(inline_text(line));
    const std::string alternative = as_line(escape_markdown(picture.alternative));
    const std::string image =
        picture.path.empty() ? alternative : "![" + alternative + "](" + link_target(picture.path) + ")";
    if (caption.empty()) return image + "\n";
    return style_.number_above_caption ? caption + "\n\n" + image + "\n" : image + "\n\n" + caption + "\n";
  }

 private:
  std::string set(const Text& text) const { return as_line(inline_text(set_text(style_, text))); }

  const NumberStyle& style_;
};

}  // namespace

std::string escape_markdown(std::string_view raw) {
  const std::string text = replaced(cleaned(raw), "\u00a0", " ");
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c == '<' || c == '&') && may_begin_markup(text, i)) {
      escaped += c == '<' ? "&lt;" : "&amp;";
      continue;
    }
    if (std::string_view("\\`*_[]|~^$").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string render_markdown(const Document& page, const Options& options) {
  const BlockPrinter printer(options);
  std::string text;
  if (!page.title.empty()) text = "# " + inline_text(set_text(options.style, page.title)) + "\n";
  for (const Block& block : page.blocks) {
    if (!text.empty()) text += "\n";
    text += std::visit(printer, block);
  }
  return text;
}

}  // namespace ecpr::render
