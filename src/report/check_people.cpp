#include "check_people.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/text.hpp"
#include "ecpr/survey/flow.hpp"

namespace ecpr::report {

using document::ColumnKind;
using document::Count;
using document::Row;
using document::Table;
using document::Text;
using survey::Flow;
using survey::Survey;

namespace {

void add(Table& table, Text label, std::size_t count, int indent = 0) {
  table.rows.push_back({std::move(label), {Count{count}}, indent, false});
}

void add_if_any(Table& table, Text label, std::size_t count, int indent = 0) {
  if (count > 0) add(table, std::move(label), count, indent);
}

void add_left_out(Table& table, const Survey& survey) {
  for (const survey::Exclusion& exclusion : survey.exclusions)
    add(table, "People left out: " + Text(exclusion.reason), exclusion.people);
  const std::size_t waves = survey.other_waves.size();
  add_if_any(table,
             waves > 3 ? Text(fmt::format("Rows of {} other waves", waves))
                       : "Rows of other waves (" + Text(listed(survey.other_waves)) + ")",
             survey.other_wave_rows);
  std::size_t previews = 0;
  for (const survey::FileSummary& file : survey.files) previews += file.previews;
  add_if_any(table, "Previews and tests of the form", previews);
}

/// Per group: the people that were left out by the user's list.
std::vector<std::size_t> excluded_by_group(const Survey& survey) {
  std::vector<std::size_t> counts(survey.groups.size() + 1, 0);
  counts.back() = survey.excluded;
  for (const survey::Exclusion& exclusion : survey.exclusions) {
    for (std::size_t group = 0; group < survey.groups.size(); ++group) {
      counts[group] += exclusion.by_group[group];
      counts.back() -= exclusion.by_group[group];
    }
  }
  return counts;
}

}  // namespace

Table people_table(const Survey& survey) {
  const Flow flow = flow_of(survey);
  Table table;
  table.caption = "People";
  table.columns = {{"", ColumnKind::count}};
  add(table, "Answered before", flow.pre);
  add(table, "Answered after", flow.post);
  add(table, "Both times, matched by " + Text(survey.id_column), flow.matched);
  add_if_any(table, "Joined by the list of repairs", survey.repaired, 1);
  add(table, "Before only", flow.pre_only);
  add(table, "After only", flow.post_only);
  add_if_any(table, "Pairs of ids that resemble each other, not joined", survey.near_misses.size(), 1);
  add(table, "Further rows of the same person and wave", survey.duplicates);
  add(table, "Rows without id", survey.blank_ids);
  add_left_out(table, survey);
  return table;
}

Blocks check_groups_table(const Survey& survey) {
  if (survey.groups.empty()) return {};
  Table table;
  table.caption = "Groups";
  table.row_header = Text(survey.group_column);
  for (const char* header : {"Pre", "Post", "Matched", "Pre only", "Post only"})
    table.columns.push_back({header, ColumnKind::count});
  if (survey.excluded > 0) table.columns.push_back({"Left out", ColumnKind::count});
  const auto flows = flow_of_groups(survey);
  const auto excluded = excluded_by_group(survey);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const Flow& flow = flows[i];
    const bool no_group = i == survey.groups.size();
    if (no_group && flow.pre + flow.post + excluded[i] == 0) continue;
    table.rows.push_back(
        {no_group ? Text("No group") : Text(survey.groups[i]),
         {Count{flow.pre}, Count{flow.post}, Count{flow.matched}, Count{flow.pre_only}, Count{flow.post_only}}});
    if (survey.excluded > 0) table.rows.back().cells.emplace_back(Count{excluded[i]});
  }
  return {std::move(table)};
}

}  // namespace ecpr::report
