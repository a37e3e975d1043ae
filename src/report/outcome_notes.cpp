#include "outcome_notes.hpp"

#include <fmt/format.h>

#include "ecpr/base/text.hpp"
#include "wording.hpp"

namespace ecpr::report {

using document::Text;

namespace {

Text range(const Interval& possible) {
  return Text(document::Number{possible.lower, document::Digits::observed}) + " to " +
         document::Number{possible.upper, document::Digits::observed};
}

Text scale_note(const analysis::Outcome& outcome) {
  Text note;
  if (outcome.title != outcome.label) note += Text(outcome.title);
  if (outcome.possible) note += Text(note.empty() ? "Possible scores " : ", ") + range(*outcome.possible);
  const std::string needed = answers_needed(outcome);
  if (!needed.empty()) {
    note += (note.empty() ? "Scored when " : "; scored when ") + needed + " are answered";
    if (outcome.minimum_answered < outcome.items) note += outcome.prorated ? ", prorated" : ", not prorated";
  }
  if (!note.empty()) note += ".";
  return note;
}

}  // namespace

std::string answers_needed(const analysis::Outcome& outcome) {
  if (outcome.items < 2) return "";
  if (outcome.minimum_answered >= outcome.items) return fmt::format("all {} items", outcome.items);
  return fmt::format("at least {} of {} items", outcome.minimum_answered, outcome.items);
}

std::vector<Text> direction_notes(const analysis::Outcome& outcome) {
  if (outcome.direction != instruments::Direction::lower_is_better) return {};
  return {"Lower scores are better, so a negative change is an improvement."};
}

std::vector<Text> outcome_notes(const analysis::Outcome& outcome) {
  std::vector<Text> notes;
  if (Text note = scale_note(outcome); !note.empty()) notes.push_back(std::move(note));
  for (Text& note : direction_notes(outcome)) notes.push_back(std::move(note));
  for (const std::string& note : outcome.notes) notes.push_back(as_note(note));
  return notes;
}

Text prorated_note(const analysis::Analysis& analysis, const std::vector<std::size_t>& places) {
  std::vector<Text> parts;
  for (const std::size_t place : places) {
    const analysis::Comparison& all = analysis.comparison(place, {});
    if (all.prorated == 0) continue;
    parts.push_back(analysis.outcomes[place].label + ", " + counted(all.prorated, "person", "people"));
  }
  if (parts.empty()) return {};
  return Text("Scores prorated from incomplete forms, before or after: ") + joined(parts, "; ", "; ") + ".";
}

}  // namespace ecpr::report
