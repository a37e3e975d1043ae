#include "ecpr/report/check_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "check_problems.hpp"
#include "ecpr/base/text.hpp"

namespace ecpr::report {

using document::Cell;
using document::ColumnKind;
using document::Count;
using document::Table;
using document::Text;
using survey::Survey;

namespace {

constexpr int pre_wave = 1, post_wave = 2, both_waves = 3;

std::size_t people_with(const Survey& survey, int wave) {
  return static_cast<std::size_t>(
      std::count_if(survey.waves.begin(), survey.waves.end(), [&](int waves) { return (waves & wave) == wave; }));
}

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ',': return "comma";
    case ';': return "semicolon";
    case '\t': return "tab";
    case '|': return "vertical bar";
    default: return {delimiter};
  }
}

Table files_table(const Survey& survey) {
  Table table;
  table.caption = "Files";
  table.row_header = "File";
  table.columns = {{"Rows", ColumnKind::count}, {"Columns", ColumnKind::count}, {"Encoding"}, {"Delimiter"}};
  for (const survey::FileSummary& file : survey.files) {
    table.rows.push_back(
        {file.base_name,
         {Count{file.rows}, Count{file.header.size()}, Cell(file.encoding), Cell(delimiter_name(file.delimiter))}});
  }
  return table;
}

Text people_sentence(const Survey& survey) {
  const std::size_t pre = people_with(survey, pre_wave), post = people_with(survey, post_wave);
  const std::size_t matched = people_with(survey, both_waves);
  std::string text = fmt::format(
      "{} answered before and {} after; {} did both times (matched by {}), {} before only, {} "
      "after only.",
      counted(pre, "person", "people"), post, matched, survey.id_column, pre - matched, post - matched);
  if (survey.other_wave_rows > 0) {
    text += fmt::format(" Left out: {} of other waves ({}).", counted(survey.other_wave_rows, "row", "rows"),
                        listed(survey.other_waves));
  }
  if (survey.repaired > 0) text += fmt::format(" {} by hand.", counted(survey.repaired, "pair joined", "pairs joined"));
  if (survey.excluded > 0) text += fmt::format(" {}.", counted(survey.excluded, "row excluded", "rows excluded"));
  return text;
}

Table groups_table(const Survey& survey) {
  Table table;
  table.caption = "Groups";
  table.row_header = Text(survey.group_column);
  table.columns = {{"Pre", ColumnKind::count}, {"Post", ColumnKind::count}, {"Matched", ColumnKind::count}};
  std::vector<std::array<std::size_t, 3>> counts(survey.groups.size() + 1);
  for (std::size_t person = 0; person < survey.people(); ++person) {
    const std::uint32_t group = survey.group[person];
    auto& count = group == survey::nobody ? counts.back() : counts[group];
    const int waves = survey.waves[person];
    count[0] += (waves & pre_wave) != 0;
    count[1] += (waves & post_wave) != 0;
    count[2] += waves == both_waves;
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const bool no_group = i == survey.groups.size();
    if (no_group && counts[i][0] + counts[i][1] == 0) continue;
    table.rows.push_back(
        {no_group ? "No group" : survey.groups[i], {Count{counts[i][0]}, Count{counts[i][1]}, Count{counts[i][2]}}});
  }
  return table;
}

/// Answers that are there, of all that could be.
document::Share answered(std::size_t answers, std::size_t people, std::size_t items) {
  return {answers, std::max(answers, people * items)};
}

Table outcomes_table(const Survey& survey) {
  const std::size_t pre = people_with(survey, pre_wave), post = people_with(survey, post_wave);
  Table table;
  table.caption = "Outcomes";
  table.row_header = "Outcome";
  table.columns = {{"Items", ColumnKind::count},
                   {"Answers pre", ColumnKind::share},
                   {"Answers post", ColumnKind::share},
                   {"Out of range", ColumnKind::count},
                   {"Unreadable", ColumnKind::count}};
  for (const survey::ScoredOutcome& outcome : survey.outcomes) {
    const bool first = &outcome == survey.outcomes.data() || (&outcome - 1)->source != outcome.source;
    if (!first) continue;
    const study::Outcome& source = survey.sources[outcome.source];
    const survey::AnswerSummary& found = survey.answers[outcome.source];
    const std::size_t items = source.scored ? source.questionnaire.items.size() : 1;
    document::Row row{source.label,
                      {Count{items}, answered(found.pre, pre, items), answered(found.post, post, items),
                       Count{found.out_of_range}, Count{found.unreadable}}};
    if (!outcome.unscored.empty()) row.label.notes.emplace_back("Not scored: " + outcome.unscored + ".");
    table.rows.push_back(std::move(row));
  }
  return table;
}

Text verdict(const Survey& survey) {
  if (people_with(survey, both_waves) > 0) return problem_sentence(survey.problems);
  const Text no_pairs = "Nobody has the same id in both waves: nothing can be compared.";
  return survey.problems.total() == 0 ? no_pairs : no_pairs + " " + problem_sentence(survey.problems);
}

}  // namespace

document::Document check_report(const Survey& survey, const study::Study& study) {
  document::Document page{study.title.empty() ? Text("Check of the data") : "Check of the data: " + Text(study.title),
                          {}};
  page.blocks = {document::Paragraph{verdict(survey)}, files_table(survey),
                 document::Paragraph{people_sentence(survey)}, outcomes_table(survey)};
  if (!survey.groups.empty()) page.blocks.emplace_back(groups_table(survey));
  for (document::Block& block : problem_blocks(survey)) page.blocks.push_back(std::move(block));
  if (survey.notes.empty()) return page;
  document::List notes;
  for (const std::string& note : survey.notes) notes.items.emplace_back(note);
  page.blocks.emplace_back(document::Heading{1, "Notes"});
  page.blocks.emplace_back(std::move(notes));
  return page;
}

}  // namespace ecpr::report
