#include "ecpr/render/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base64.hpp"
#include "characters.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "html_style.hpp"
#include "html_table.hpp"
#include "picture_size.hpp"

namespace ecpr::render {

using namespace document;

namespace {

/// The elements of one block after the other; numbers sections and tables for links.
class BlockPrinter {
 public:
  explicit BlockPrinter(const NumberStyle& style) : style_(style) {}

  std::string operator()(const Heading& heading) {
    const int level = std::clamp(heading.level, 1, 3) + 1;
    return fmt::format("<h{} id=\"section-{}\">{}</h{}>\n", level, ++sections_, set(heading.text), level);
  }

  std::string operator()(const Paragraph& paragraph) { return "<p>" + set(paragraph.text) + "</p>\n"; }

  std::string operator()(const List& list) {
    const std::string_view tag = list.ordered ? "ol" : "ul";
    std::string items;
    for (const Text& item : list.items) items += "<li>" + set(item) + "</li>\n";
    return fmt::format("<{}>\n{}</{}>\n", tag, items, tag);
  }

  std::string operator()(const Preformatted& lines) {
    std::string text = "<pre>\n";
    std::string_view rest = lines.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += escape_html(rest.substr(0, end)) + "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text + "</pre>\n";
  }

  std::string operator()(const Table& table) { return html_table(table, style_, fmt::format("table-{}", ++tables_)); }

  std::string operator()(const Picture& picture) {
    std::string caption;
    for (const Runs& line : caption_lines(picture.number, set_text(style_, picture.caption), style_))
      caption += (caption.empty() ? "" : "<br>") + html_inline(line);
    if (!caption.empty()) caption = "<figcaption>" + caption + "</figcaption>\n";
    std::string text = "<figure>\n" + (style_.number_above_caption ? caption : "");
    if (!picture.bytes.empty()) {
      text += image(picture);
    } else {
      text += "<p>" + escape_html(picture.alternative) + "</p>\n";
    }
    return text + (style_.number_above_caption ? "" : caption) + "</figure>\n";
  }

 private:
  std::string set(const Text& text) const { return html_inline(set_text(style_, text)); }

  /// A picture wider than a phone scrolls in a frame of its own.
  static std::string image(const Picture& picture) {
    constexpr double pixels_per_point = 96.0 / 72, phone = 500;
    const SvgSize size = svg_size(picture.bytes);
    const double width = std::round(size.width * pixels_per_point), height = std::round(size.height * pixels_per_point);
    const std::string extent = width > 0 && height > 0 ? fmt::format(" width=\"{}\" height=\"{}\"", width, height) : "";
    const std::string element =
        fmt::format("<img src=\"data:{};base64,{}\" alt=\"{}\"{}>\n", escape_html(picture.media_type),
                    base64(picture.bytes), escape_html(picture.alternative), extent);
    if (width <= phone) return element;
    return fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                       escape_html(picture.number.empty() ? "Picture" : picture.number), element);
  }

  const NumberStyle& style_;
  std::size_t sections_ = 0, tables_ = 0;
};

/// Sections of the first level, each with links to the tables in it; empty for fewer than two sections.
std::string contents(const Document& page, const NumberStyle& style) {
  std::string entries, tables;
  std::size_t sections = 0, headings = 0, table = 0;
  const auto close = [&] {
    if (!tables.empty()) entries += "\n<ul>\n" + tables + "</ul>\n";
    if (sections > 0) entries += "</li>\n";
    tables.clear();
  };
  for (const Block& block : page.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) {
      ++headings;
      if (heading->level > 1) continue;
      close();
      ++sections;
      entries +=
          fmt::format("<li><a href=\"#section-{}\">{}</a>", headings, html_inline(set_text(style, heading->text)));
    } else if (const auto* here = std::get_if<Table>(&block)) {
      ++table;
      if (sections == 0 || here->number.empty()) continue;
      tables += fmt::format("<li><a href=\"#table-{}\">{}. {}</a></li>\n", table, escape_html(here->number),
                            html_inline(set_text(style, here->caption.text)));
    }
  }
  close();
  if (sections < 2) return "";
  return "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n" + entries + "</ul>\n</nav>\n";
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (const char c : cleaned(text)) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

std::string render_html(const Document& page, const Options& options) {
  const Runs title = set_text(options.style, page.title);
  std::string text = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n"
      "</head>\n<body>\n",
      escape_html(plain(title)), html_style());
  if (!title.empty()) text += "<header>\n<h1>" + html_inline(title) + "</h1>\n</header>\n";
  text += "<main>\n";
  std::string navigation = contents(page, options.style);
  BlockPrinter printer(options.style);
  for (const Block& block : page.blocks) {
    // The contents stand behind the words and tables before the first section: the answer is on the first screen.
    if (std::holds_alternative<Heading>(block) || std::holds_alternative<Picture>(block))
      text += std::exchange(navigation, "");
    text += std::visit(printer, block);
  }
  return text + "</main>\n</body>\n</html>\n";
}

}  // namespace ecpr::render
