#include "ecpr/report/participants_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/text.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Characteristic;
using document::Cell;
using document::Label;
using document::Row;
using document::Table;
using document::Text;

namespace {

constexpr std::size_t most_group_columns = 6;

/// A column of the table: the place of its numbers in a characteristic (groups, then all) and how many people it has.
struct People {
  std::size_t place = 0;
  std::string label;
  std::size_t matched = 0;
  bool withheld = false;
};

std::vector<People> people_columns(const Analysis& analysis) {
  std::vector<People> columns;
  const bool groups_across = analysis.groups.size() <= most_group_columns && !analysis.characteristics.empty();
  for (std::size_t i = 0; i < analysis.groups.size() && groups_across; ++i) {
    const std::size_t matched = analysis.group_counts[i].matched;
    columns.push_back({i, analysis.groups[i], matched, matched < analysis.settings.min_cell});
  }
  columns.push_back({analysis.groups.size(), "All participants", analysis.participants.matched, false});
  return columns;
}

Cell withheld_cell() { return document::Empty{}; }

template <class Content>
Row row_of(Text label, int indent, const std::vector<People>& columns, Content content) {
  Row row{std::move(label), {}, indent, false};
  for (const People& column : columns) row.cells.push_back(column.withheld ? withheld_cell() : Cell(content(column)));
  return row;
}

Row spanning_row(const std::string& label) { return {label + ", n (%)", {}, 0, true}; }

void add_numbers(Table& table, const Characteristic& characteristic, const std::vector<People>& columns) {
  table.rows.push_back(row_of(characteristic.label + ", mean (SD)", 0, columns, [&](const People& column) {
    const analysis::Summary& summary = characteristic.summaries[column.place];
    return document::MeanSd{summary.mean, summary.sd};
  }));
  const auto& missing = characteristic.missing;
  if (std::all_of(missing.begin(), missing.end(), [](std::size_t count) { return count == 0; })) return;
  table.rows.push_back(row_of("Missing, n (%)", 1, columns, [&](const People& column) {
    return document::Share{missing[column.place], column.matched};
  }));
}

void add_levels(Table& table, const Characteristic& characteristic, const std::vector<People>& columns) {
  table.rows.push_back(spanning_row(characteristic.label));
  for (const analysis::CharacteristicLevel& level : characteristic.levels) {
    table.rows.push_back(row_of(level.label, 1, columns, [&](const People& column) {
      return document::Share{level.counts[column.place], column.matched};
    }));
  }
}

/// The groups themselves as levels of a characteristic, where they are no columns.
void add_groups(Table& table, const Analysis& analysis) {
  const std::size_t all = analysis.participants.matched;
  table.rows.push_back(spanning_row(analysis.group_column));
  const auto add = [&](const std::string& label, std::size_t count) {
    table.rows.push_back({label, {document::Share{count, all}}, 1, false});
  };
  for (const analysis::GroupCount& group : analysis.group_counts) add(group.label, group.matched);
  if (analysis.participants.no_group > 0) add("No group", analysis.participants.no_group);
}

document::Column header(const People& column, const Analysis& analysis, const document::NumberStyle& style) {
  Label label(Text(column.label) + " (" + equal(style, "n", column.matched) + ")");
  const std::size_t no_group = analysis.participants.no_group;
  if (column.withheld) {
    label.notes.emplace_back(
        fmt::format("Fewer than {}: only n is shown.", counted(analysis.settings.min_cell, "person", "people")));
  } else if (column.place == analysis.groups.size() && no_group > 0) {
    label.notes.emplace_back("Includes " + counted(no_group, "person", "people") + " without a group.");
  }
  return {std::move(label), document::ColumnKind::text, 0.95, document::Alignment::decimal};
}

}  // namespace

Blocks participants_table(const Analysis& analysis, const ReportOptions& options) {
  if (analysis.characteristics.empty() && analysis.groups.empty()) return {};
  Table table;
  table.caption = Text("Characteristics of the matched participants (") +
                  equal(options.style, "N", analysis.participants.matched) + ")";
  table.row_header = "Characteristic";
  const std::vector<People> columns = people_columns(analysis);
  for (const People& column : columns) table.columns.push_back(header(column, analysis, options.style));
  if (columns.size() == 1 && !analysis.groups.empty()) add_groups(table, analysis);
  for (const Characteristic& characteristic : analysis.characteristics) {
    if (characteristic.numeric) {
      table.abbreviations = {{"SD", "standard deviation"}};
      add_numbers(table, characteristic, columns);
    } else {
      add_levels(table, characteristic, columns);
    }
  }
  return {std::move(table)};
}

}  // namespace ecpr::report
