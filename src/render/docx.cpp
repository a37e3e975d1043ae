#include "ecpr/render/docx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "characters.hpp"
#include "core_properties.hpp"
#include "docx_parts.hpp"
#include "docx_table.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "ecpr/render/html.hpp"
#include "picture_size.hpp"
#include "zip_archive.hpp"

namespace ecpr::render {

using namespace document;

namespace {

/// In units of 1/914400 inch.
struct Extent {
  std::size_t width = 0, height = 0;
};

constexpr Extent page{6120130, 8280000};  // 17 cm by 23 cm: beside margins, above a caption

/// A picture's own size, or as wide as the page where it does not say; smaller where that does not fit.
Extent on_page(const PngSize& pixels) {
  constexpr double units_per_metre = 36e6;
  const auto width = static_cast<double>(pixels.width), height = static_cast<double>(pixels.height);
  const auto room = static_cast<double>(page.width), rise = static_cast<double>(page.height);
  double scale = pixels.per_metre > 0 ? units_per_metre / static_cast<double>(pixels.per_metre) : room / width;
  scale = std::min({scale, room / width, rise / height});
  return {static_cast<std::size_t>(width * scale), static_cast<std::size_t>(height * scale)};
}

/// A4 with margins of 2 cm.
std::string section(bool turned) {
  return turned
             ? R"(<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>)"
             : R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>)";
}

/// The elements of one block after the other; turns the pages that wide tables stand on.
class BlockPrinter {
 public:
  explicit BlockPrinter(const NumberStyle& style) : style_(style) {}

  void title(const Text& text) { add(docx_paragraph("Title", set(text))); }

  /// Stands on the page of what follows it.
  void operator()(const Heading& heading) {
    headings_ += docx_paragraph(fmt::format("Heading{}", std::clamp(heading.level, 1, 3)), set(heading.text));
  }
  void operator()(const Paragraph& paragraph) { add(docx_paragraph("Normal", set(paragraph.text))); }

  void operator()(const List& list) {
    const std::size_t number = list.ordered ? ++ordered_ + 1 : 1;
    for (const Text& item : list.items) {
      add(docx_paragraph("ListItem", set(item),
                         fmt::format(R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>)", number)));
    }
  }

  void operator()(const Preformatted& lines) {
    std::string_view rest = lines.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      add(docx_paragraph("Code", docx_runs({Run{std::string(rest.substr(0, end))}})));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void operator()(const Table& table) {
    const DocxTable set = docx_table(table, style_);
    add(set.content, set.turned);
  }

  void operator()(const Picture& picture) {
    const PngSize size = png_size(picture.bytes);
    const bool shown = picture.media_type == "image/png" && size.width > 0 && size.height > 0;
    const std::string content =
        shown ? drawing(picture, size) : docx_paragraph("Normal", docx_runs({italic(picture.alternative)}));
    if (!style_.number_above_caption) add(content);
    const auto lines = caption_lines(picture.number, set_text(style_, picture.caption), style_);
    if (!lines.empty())
      add(style_.number_above_caption ? docx_caption(lines)
                                      : docx_paragraph("FigureCaption", docx_runs(lines.front())));
    if (style_.number_above_caption) add(content);
  }

  std::vector<ZipEntry> entries(const std::string& title) {
    add("", turned_);
    std::vector<ZipEntry> all = {
        {"[Content_Types].xml", std::string(docx_content_types())},
        {"_rels/.rels", std::string(docx_root_relations())},
        {"docProps/core.xml", core_properties(title)},
        {"word/document.xml",
         R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
         "\n"
         R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>)" +
             body_ + section(turned_) + "</w:body></w:document>"},
        {"word/_rels/document.xml.rels", docx_relations(pictures_.size())},
        {"word/styles.xml", std::string(docx_styles())},
        {"word/settings.xml", std::string(docx_settings())},
        {"word/numbering.xml", docx_numbering(ordered_)}};
    for (std::size_t i = 0; i < pictures_.size(); ++i) {
      all.push_back({fmt::format("word/media/picture{}.png", i + 1), pictures_[i]});
    }
    return all;
  }

 private:
  std::string set(const Text& text) const { return docx_runs(set_text(style_, text)); }

  void add(const std::string& content, bool turned = false) {
    if (turned != turned_ && !body_.empty()) {
      body_ += R"(<w:p><w:pPr><w:pStyle w:val="TableNote"/>)" + section(turned_) + "</w:pPr></w:p>";
    }
    turned_ = turned;
    body_ += std::exchange(headings_, "") + content;
  }

  std::string drawing(const Picture& picture, const PngSize& size) {
    pictures_.push_back(picture.bytes);
    const std::size_t id = pictures_.size();
    const Extent fit = on_page(size);
    const std::string extent = fmt::format(R"(cx="{}" cy="{}")", fit.width, fit.height);
    const std::string name =
        fmt::format(R"(id="{}" name="Picture {}" descr="{}")", id, id, escape_xml(picture.alternative));
    return docx_paragraph(
        "Normal",
        "<w:r><w:drawing><wp:inline><wp:extent " + extent + "/><wp:docPr " + name +
            R"(/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr )" +
            name + R"(/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture)" + std::to_string(id) +
            R"("/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext )" +
            extent +
            R"(/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
        style_.number_above_caption ? "" : "<w:keepNext/>");
  }

  const NumberStyle& style_;
  std::string body_, headings_;
  bool turned_ = false;
  std::size_t ordered_ = 0;
  std::vector<std::string> pictures_;
};

}  // namespace

std::string escape_xml(std::string_view text) { return escape_html(text); }

std::string render_docx(const Document& page, const Options& options) {
  BlockPrinter printer(options.style);
  if (!page.title.empty()) printer.title(page.title);
  for (const Block& block : page.blocks) std::visit(printer, block);
  return zip_archive(printer.entries(plain(set_text(options.style, page.title))));
}

}  // namespace ecpr::render
