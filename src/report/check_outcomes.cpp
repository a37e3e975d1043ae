#include "check_outcomes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/flow.hpp"
#include "wording.hpp"

namespace ecpr::report {

using document::Cell;
using document::ColumnKind;
using document::Count;
using document::Table;
using document::Text;
using survey::ProblemKind;
using survey::Survey;

namespace {

constexpr std::size_t most_values = 20;

/// "a", "a and b", "a, b, c ... and f" for more than four.
std::string columns_in_words(const std::vector<std::string>& header, const std::vector<std::uint32_t>& places) {
  constexpr std::size_t shown = 4;
  std::vector<std::string> names;
  for (const auto place : places) {
    if (names.size() + 1 == shown && places.size() > shown)
      return names[0] + ", " + names[1] + " ... " + header[places.back()];
    names.push_back(header[place]);
  }
  return listed(names);
}

/// "a to c" where both waves have it, "x_pre; x_post" otherwise.
std::string columns_of(const Survey& survey, std::size_t source) {
  const survey::AnswerSummary& found = survey.answers[source];
  if (found.pre_columns.empty()) return "";
  const std::string pre = columns_in_words(survey.files[0].header, found.pre_columns);
  const std::string post = columns_in_words(survey.files[survey.wave_files - 1].header, found.post_columns);
  return pre == post ? pre : pre + " before, " + post + " after";
}

/// Answers that are there, of all that could be.
document::Share answered(std::size_t answers, std::size_t people, std::size_t items) {
  return {answers, std::max(answers, people * items)};
}

/// Why the scales of the source are not scored, and what is to be known of their answers, each once.
std::vector<Text> notes_of(const Survey& survey, std::size_t source) {
  std::vector<Text> notes;
  std::vector<std::string> said;
  const auto add = [&](const std::string& words, Text note) {
    if (std::find(said.begin(), said.end(), words) != said.end()) return;
    said.push_back(words);
    notes.push_back(std::move(note));
  };
  const auto is_scored = [&](const survey::ScoredOutcome& outcome) {
    return outcome.source == source && outcome.unscored.empty();
  };
  const bool in_part = std::any_of(survey.outcomes.begin(), survey.outcomes.end(), is_scored);
  for (const survey::ScoredOutcome& outcome : survey.outcomes) {
    if (outcome.source != source) continue;
    const std::string start = in_part ? printable(outcome.name) + " is not scored: " : "Not scored: ";
    if (!outcome.unscored.empty()) add(start + outcome.unscored, start + outcome.unscored + ".");
    for (const std::string& note : outcome.notes) add(note, as_sentence(note));
  }
  return notes;
}

std::string_view what_it_is(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::out_of_range: return "out of range";
    case ProblemKind::not_whole: return "not whole";
    case ProblemKind::unreadable: return "cannot be read";
    default: return "may be a code";
  }
}

}  // namespace

Table check_outcomes_table(const Survey& survey) {
  const survey::Flow flow = flow_of(survey);
  Table table;
  table.caption = "Outcomes";
  table.row_header = "Outcome";
  table.columns = {{"Items", ColumnKind::count},        {"Answers pre", ColumnKind::share},
                   {"Answers post", ColumnKind::share}, {"Missing", ColumnKind::count},
                   {"Out of range", ColumnKind::count}, {"Unreadable", ColumnKind::count}};
  for (std::size_t source = 0; source < survey.sources.size(); ++source) {
    const study::Outcome& outcome = survey.sources[source];
    const survey::AnswerSummary& found = survey.answers[source];
    const std::size_t items = outcome.scored ? outcome.questionnaire.items.size() : 1;
    const document::Share pre = answered(found.pre, flow.pre, items), post = answered(found.post, flow.post, items);
    document::Row row{outcome.label,
                      {Count{items}, pre, post, Count{pre.of - pre.count + post.of - post.count},
                       Count{found.out_of_range}, Count{found.unreadable}}};
    const std::string columns = columns_of(survey, source);
    if (!columns.empty()) row.label.notes.emplace_back("Columns: " + columns + ".");
    for (Text& note : notes_of(survey, source)) row.label.notes.push_back(std::move(note));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Blocks unusable_values(const Survey& survey) {
  auto values = survey.problems.values();
  if (values.empty()) return {};
  std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  Table table;
  table.caption = "Answers that cannot be used";
  table.row_header = "Answer";
  table.columns = {{"What it is"}, {"Outcome"}, {"", ColumnKind::count}};
  for (std::size_t i = 0; i < std::min(values.size(), most_values); ++i) {
    const auto& value = values[i];
    table.rows.push_back(
        {Text(printable(survey.problems.text(value.value))),
         {Cell(std::string(what_it_is(value.kind))), Cell(survey.source(value.outcome).label), Count{value.count}}});
  }
  if (values.size() > most_values)
    table.notes.emplace_back(fmt::format("And {} more different ones.", with_thousands(values.size() - most_values)));
  return {std::move(table)};
}

}  // namespace ecpr::report
