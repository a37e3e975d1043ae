#include "ecpr/report/check_report.hpp"

#include <fmt/format.h>

#include "check_careless.hpp"
#include "check_outcomes.hpp"
#include "check_people.hpp"
#include "check_problems.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/flow.hpp"
#include "ecpr/survey/notes.hpp"
#include "ecpr/survey/open_problems.hpp"
#include "ecpr/survey/platform.hpp"

namespace ecpr::report {

using document::Cell;
using document::ColumnKind;
using document::Count;
using document::Table;
using document::Text;
using survey::Survey;

namespace {

std::string delimiter_name(char delimiter) {
  switch (delimiter) {
    case ',': return "comma";
    case ';': return "semicolon";
    case '\t': return "tab";
    case '|': return "vertical bar";
    default: return {delimiter};
  }
}

std::string platform_title(std::string_view name) {
  for (const survey::Platform& platform : survey::platforms()) {
    if (platform.name == name && name != "plain") return std::string(platform.title);
  }
  return "none";
}

Table files_table(const Survey& survey) {
  Table table;
  table.caption = "Files";
  table.row_header = "File";
  table.columns = {
      {"Rows", ColumnKind::count}, {"Columns", ColumnKind::count}, {"Encoding"}, {"Delimiter"}, {"Platform"}};
  for (const survey::FileSummary& file : survey.files) {
    table.rows.push_back({file.base_name,
                          {Count{file.rows}, Count{file.header.size()}, Cell(file.encoding),
                           Cell(delimiter_name(file.delimiter)), Cell(platform_title(file.platform))}});
  }
  return table;
}

Text problems_in_a_sentence(const Survey& survey, const study::Study& study) {
  const std::size_t all = survey.problems.total(), open = open_problems(survey, study);
  if (open == all || open > 0) return problem_sentence(survey.problems);
  return fmt::format("Nothing is left to settle; {} as you decided, listed below.",
                     counted(all, "second row of a person was dealt with", "second rows of people were dealt with"));
}

Text verdict(const Survey& survey, const study::Study& study) {
  Text text = problems_in_a_sentence(survey, study);
  if (!survey.obstacle.empty())
    return "The data cannot be analysed as they are: " + Text(survey.obstacle) + ". " + text;
  if (survey::flow_of(survey).matched > 0) return text;
  const Text no_pairs = "Nobody has the same id in both waves: nothing can be compared.";
  return survey.problems.total() == 0 ? no_pairs : no_pairs + " " + text;
}

void append(document::Document& page, Blocks blocks) {
  for (document::Block& block : blocks) page.blocks.push_back(std::move(block));
}

}  // namespace

document::Document check_report(const Survey& survey, const study::Study& study) {
  document::Document page{study.title.empty() ? Text("Check of the data") : "Check of the data: " + Text(study.title),
                          {}};
  page.blocks = {document::Paragraph{verdict(survey, study)}, files_table(survey), people_table(survey)};
  append(page, check_groups_table(survey));
  page.blocks.emplace_back(check_outcomes_table(survey));
  append(page, unusable_values(survey));
  append(page, problem_blocks(survey));
  append(page, careless_blocks(survey));
  if (survey.notes.empty()) return page;
  document::List notes;
  for (std::string& note : notes_without_folders(survey)) notes.items.emplace_back(std::move(note));
  page.blocks.emplace_back(document::Heading{1, "Notes"});
  page.blocks.emplace_back(std::move(notes));
  return page;
}

}  // namespace ecpr::report
