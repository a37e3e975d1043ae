#include "ecpr/report/flow_table.hpp"

namespace ecpr::report {

using analysis::Analysis;
using document::ColumnKind;
using document::Count;
using document::Table;
using document::Text;

Blocks flow_table(const Analysis& analysis, const ReportOptions&) {
  if (analysis.groups.empty()) return {};
  const auto& exclusions = analysis.participants.exclusions;
  Table table;
  table.ruled = false;
  table.caption = "Who answered, by " + Text(analysis.group_column);
  for (const char* header : {"Pre", "Post", "Matched", "Pre only", "Post only"})
    table.columns.push_back({header, ColumnKind::count});
  if (!exclusions.empty()) table.columns.push_back({"Left out", ColumnKind::count});
  for (std::size_t i = 0; i < analysis.groups.size(); ++i) {
    const analysis::GroupCount& group = analysis.group_counts[i];
    table.rows.push_back({group.label,
                          {Count{group.pre}, Count{group.post}, Count{group.matched}, Count{group.pre - group.matched},
                           Count{group.post - group.matched}}});
    std::size_t left_out = 0;
    for (const auto& excluded : exclusions) left_out += excluded.by_group[i];
    if (!exclusions.empty()) table.rows.back().cells.emplace_back(Count{left_out});
  }
  return {std::move(table)};
}

}  // namespace ecpr::report
