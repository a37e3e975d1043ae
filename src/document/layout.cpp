#include "ecpr/document/layout.hpp"

#include <algorithm>
#include <string_view>

#include "ecpr/base/text.hpp"
#include "ecpr/document/cell_writing.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "footnotes.hpp"
#include "table_header.hpp"

namespace ecpr::document {

namespace {

Alignment alignment_of(const Column& column) {
  if (column.alignment) return *column.alignment;
  if (column.kind == ColumnKind::text) return Alignment::left;
  return column.kind == ColumnKind::count ? Alignment::right : Alignment::decimal;
}

/// Display columns in front of the decimal point of the number that begins `text`.
std::size_t leading_width(std::string_view text) {
  static constexpr std::string_view parts[] = {"\u2212", "\u2265", "\u2014", "<", ">", "+", "[", " ", ","};
  std::size_t width = 0;
  while (!text.empty()) {
    std::size_t length = text.front() >= '0' && text.front() <= '9' ? 1 : 0;
    for (const std::string_view part : parts) {
      if (length == 0 && text.starts_with(part)) length = part.size();
    }
    const bool blank = text.front() == ' ';
    if (length == 0 || (blank && (text.size() < 2 || text[1] != '.'))) break;
    text.remove_prefix(length);
    ++width;
  }
  return width;
}

/// The texts of a cell: one, or two where its column is split.
class CellSetter {
 public:
  CellSetter(const NumberStyle& style, Footnotes& footnotes) : style_(style), footnotes_(footnotes) {}

  void add(const Cell& cell, bool split, std::vector<SetCell>& row) {
    const auto* quantity = std::get_if<Quantity>(&cell.content);
    const auto* pair = quantity != nullptr ? std::get_if<MeanSd>(quantity) : nullptr;
    if (split && pair != nullptr) {
      add_mean_and_sd(*pair, cell.notes, row);
    } else {
      std::vector<std::string> reasons;
      push(whole(cell, reasons), cell.notes, reasons, row);
      if (split) push({}, {}, {}, row);
    }
  }

 private:
  Runs whole(const Cell& cell, std::vector<std::string>& reasons) const {
    if (const auto* text = std::get_if<Text>(&cell.content)) return set_text(style_, *text);
    if (const auto* quantity = std::get_if<Quantity>(&cell.content)) {
      return {{cell_text(style_, *quantity, reasons)}};
    }
    const std::string& reason = std::get<Empty>(cell.content).reason;
    if (!reason.empty()) reasons.push_back(reason);
    return {{"\u2014"}};
  }

  void add_mean_and_sd(const MeanSd& value, const std::vector<Text>& notes, std::vector<SetCell>& row) {
    if (value.mean && value.sd) {
      const MeanAndSd both = mean_and_sd(style_, *value.mean, *value.sd);
      push({Run{both.mean}}, {}, {}, row);
      push({Run{both.sd}}, notes, {}, row);
      return;
    }
    std::vector<std::string> reasons;
    push({Run{cell_text(style_, Number{value.mean}, reasons)}}, notes, reasons, row);
    reasons.clear();
    push({Run{cell_text(style_, Number{value.sd}, reasons)}}, {}, reasons, row);
  }

  void push(Runs runs, const std::vector<Text>& notes, const std::vector<std::string>& reasons,
            std::vector<SetCell>& row) {
    const std::size_t lead = runs.empty() ? 0 : leading_width(runs.front().text);
    footnotes_.mark(runs, notes, reasons);
    row.push_back({.runs = std::move(runs), .lead = lead, .column = row.size()});
  }

  const NumberStyle& style_;
  Footnotes& footnotes_;
};

SetRow set_row(const Row& row, const Table& table, const NumberStyle& style, Footnotes& footnotes) {
  SetRow set{.indent = row.indent, .spanning = row.spanning};
  Runs label = set_text(style, row.label.text);
  footnotes.mark(label, row.label.notes);
  set.cells.push_back({.runs = std::move(label)});
  if (row.spanning) return set;
  CellSetter setter(style, footnotes);
  static const Cell blank;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    setter.add(i < row.cells.size() ? row.cells[i] : blank, is_split(table.columns[i], style), set.cells);
  }
  return set;
}

/// Turns the widths in front of the points into the paddings that align them.
void align_points(TableLayout& layout) {
  for (std::size_t column = 0; column < layout.alignments.size(); ++column) {
    const bool decimal = layout.alignments[column] == Alignment::decimal;
    std::size_t widest = 0;
    for (const SetRow& row : layout.rows) {
      if (!row.spanning) widest = std::max(widest, row.cells[column].lead);
    }
    for (SetRow& row : layout.rows) {
      if (row.spanning) continue;
      SetCell& cell = row.cells[column];
      cell.lead = decimal && cell.lead > 0 && !cell.runs.empty() ? widest - cell.lead : 0;
    }
  }
}

Runs abbreviation_line(const Table& table, const NumberStyle& style) {
  std::string text;
  for (const Abbreviation& each : all_abbreviations(table, style)) {
    text += (text.empty() ? "" : "; ") + each.abbreviation + std::string(style.abbreviation_is) + each.meaning;
  }
  return text.empty() ? Runs{} : Runs{{text + "."}};
}

/// General notes; in a style with a note prefix one paragraph that begins with it and holds the abbreviations.
void set_notes(const Table& table, const NumberStyle& style, TableLayout& layout) {
  for (const Text& note : table.notes) layout.notes.push_back(as_sentence(set_text(style, note)));
  layout.abbreviations = abbreviation_line(table, style);
  if (style.note_prefix.empty() || (layout.notes.empty() && layout.abbreviations.empty())) return;
  Runs paragraph = {italic(std::string(style.note_prefix))};
  for (const Runs& note : layout.notes) {
    paragraph.insert(paragraph.end(), note.begin(), note.end());
    paragraph.push_back({" "});
  }
  if (layout.abbreviations.empty()) {
    paragraph.pop_back();
  } else {
    paragraph.push_back(layout.abbreviations.front());
  }
  layout.notes = {std::move(paragraph)};
  layout.abbreviations.clear();
}

}  // namespace

TableLayout lay_out(const Table& table, const NumberStyle& style) {
  TableLayout layout{.number = table.number, .ruled = table.ruled};
  Footnotes footnotes(style);
  layout.caption = set_text(style, table.caption.text);
  if (!style.number_above_caption) layout.caption = as_sentence(std::move(layout.caption));
  footnotes.mark(layout.caption, table.caption.notes);
  layout.header = header_rows(table, style, footnotes);
  layout.alignments.push_back(Alignment::left);
  for (const Column& column : table.columns) {
    layout.alignments.insert(layout.alignments.end(), is_split(column, style) ? 2 : 1, alignment_of(column));
  }
  for (const Row& row : table.rows) layout.rows.push_back(set_row(row, table, style, footnotes));
  align_points(layout);
  layout.footnotes = footnotes.take();
  set_notes(table, style, layout);
  return layout;
}

std::vector<Runs> caption_lines(const TableLayout& layout, const NumberStyle& style) {
  return caption_lines(layout.number, layout.caption, style);
}

std::vector<Runs> caption_lines(const std::string& name, const Runs& words, const NumberStyle& style) {
  Runs number, caption = words;
  if (!name.empty()) number = {bold(name + (style.number_above_caption ? "" : "."))};
  if (caption.empty()) return number.empty() ? std::vector<Runs>{} : std::vector<Runs>{number};
  if (number.empty()) return {caption};
  if (!style.number_above_caption) {
    number.push_back({" "});
    number.insert(number.end(), caption.begin(), caption.end());
    return {number};
  }
  for (Run& run : caption) {
    if (run.face == Face::plain) run.face = Face::italic;
  }
  return {number, caption};
}

}  // namespace ecpr::document
