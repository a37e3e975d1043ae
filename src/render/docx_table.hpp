// Tables and inline text in WordprocessingML.
#pragma once

#include <string>
#include <vector>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/table.hpp"
#include "ecpr/document/text.hpp"

namespace ecpr::render {

/// The runs as w:r elements, `size` in half points where it is not 0, `heavy` in bold (but for footnote marks).
std::string docx_runs(const document::Runs& runs, int size = 0, bool heavy = false);

/// A paragraph in a style, with further properties of the paragraph.
std::string docx_paragraph(const std::string& style, const std::string& runs, const std::string& properties = "");

/// Lines above a table or figure, kept together and with what follows.
std::string docx_caption(const std::vector<document::Runs>& lines);

/// A table with caption and notes, and whether it needs a turned page.
struct DocxTable {
  std::string content;
  bool turned = false;
};

DocxTable docx_table(const document::Table& table, const document::NumberStyle& style);

}  // namespace ecpr::render
