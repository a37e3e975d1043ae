#include "outcome_rows.hpp"

#include "ecpr/base/text.hpp"
#include "outcome_notes.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using document::Label;
using document::Row;
using document::Text;

std::vector<std::size_t> outcomes_of(const Analysis& analysis, bool single_items) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    if ((family_of(analysis.outcomes[i]) == analysis::Family::items) == single_items) places.push_back(i);
  }
  return places;
}

Row outcome_row(const analysis::Outcome& outcome) {
  Row row;
  row.label = Label(outcome.label, direction_notes(outcome));
  row.indent = outcome.indented ? 1 : 0;
  return row;
}

Text caption(std::string_view title, std::size_t people, const ReportOptions& options) {
  return Text(title) + " (" + equal(options.style, "N", people) + ")";
}

Text caption(const Analysis& analysis, const ReportOptions& options, std::string_view title) {
  return caption(title, analysis.participants.matched, options);
}

Label all_participants(const Analysis& analysis) {
  const std::size_t no_group = analysis.participants.no_group;
  if (no_group == 0) return "All participants";
  return {"All participants", {"Includes " + counted(no_group, "person", "people") + " without a group."}};
}

void add_group_rows(document::Table& table, const Analysis& analysis, const GroupCells& cells) {
  const int indent = table.rows.back().indent + 1;
  for (std::size_t group = 0; group < analysis.groups.size(); ++group)
    table.rows.push_back({Label(analysis.groups[group]), cells(group), indent, false});
  table.rows.push_back({all_participants(analysis), cells({}), indent, false});
}

}  // namespace ecpr::report
