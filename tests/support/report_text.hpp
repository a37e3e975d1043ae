// Blocks of a document as the plain text that tests compare.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ecpr/base/text.hpp"
#include "ecpr/document/document.hpp"
#include "ecpr/document/layout.hpp"
#include "ecpr/document/sentence_writing.hpp"

namespace ecpr::testing {

/// Footnote marks as "(a)", subscripts after "_", faces left out, no-break spaces as blanks.
inline std::string shown(const document::Runs& runs) {
  std::string text;
  for (const document::Run& run : runs) {
    if (run.face == document::Face::mark) {
      text += "(" + run.text + ")";
    } else {
      text += (run.face == document::Face::subscript ? "_" : "") + run.text;
    }
  }
  return replaced(text, "\u00A0", " ");
}

inline std::string shown(const document::Text& text, const document::NumberStyle& style = document::jmir()) {
  return shown(document::set_text(style, text));
}

/// Cells joined by " | ".
inline std::string shown(const std::vector<document::SetCell>& cells) {
  std::string text;
  for (const document::SetCell& cell : cells) text += (text.empty() ? "" : " | ") + shown(cell.runs);
  return text;
}

/// A table as lines: caption, header, rows (two blanks per indent, spanning ones in brackets), footnotes, notes.
inline std::vector<std::string> lines_of(const document::Table& table,
                                         const document::NumberStyle& style = document::jmir()) {
  const document::TableLayout layout = document::lay_out(table, style);
  std::vector<std::string> lines = {(layout.number.empty() ? "" : layout.number + ". ") + shown(layout.caption)};
  for (const auto& row : layout.header) lines.push_back(shown(row));
  for (const document::SetRow& row : layout.rows) {
    const std::string text = shown(row.cells);
    lines.push_back(std::string(2 * static_cast<std::size_t>(row.indent), ' ') +
                    (row.spanning ? "[" + text + "]" : text));
  }
  for (const document::Footnote& note : layout.footnotes) lines.push_back("(" + note.letter + ") " + shown(note.runs));
  for (const document::Runs& note : layout.notes) lines.push_back(shown(note));
  if (!layout.abbreviations.empty()) lines.push_back(shown(layout.abbreviations));
  return lines;
}

/// Every block as lines: "# Heading", paragraphs, "- list item", tables.
inline std::vector<std::string> lines_of(const std::vector<document::Block>& blocks,
                                         const document::NumberStyle& style = document::jmir()) {
  std::vector<std::string> lines;
  for (const document::Block& block : blocks) {
    if (const auto* heading = std::get_if<document::Heading>(&block)) {
      lines.push_back(std::string(static_cast<std::size_t>(heading->level), '#') + " " + shown(heading->text, style));
    } else if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
      lines.push_back(shown(paragraph->text, style));
    } else if (const auto* list = std::get_if<document::List>(&block)) {
      for (const document::Text& item : list->items) lines.push_back("- " + shown(item, style));
    } else if (const auto* table = std::get_if<document::Table>(&block)) {
      for (std::string& line : lines_of(*table, style)) lines.push_back(std::move(line));
    }
  }
  return lines;
}

/// Lines as one text, so that a failing comparison shows them.
inline std::string page(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace ecpr::testing
