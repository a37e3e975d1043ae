#include <algorithm>
#include <array>

#include "ecpr/base/text.hpp"
#include "header.hpp"
#include "platforms.hpp"

namespace ecpr::survey {

namespace {

constexpr std::array<std::string_view, 12> own_columns = {"respondentid", "collectorid",  "startdate",    "enddate",
                                                          "ipaddress",    "emailaddress", "firstname",    "lastname",
                                                          "customdata1",  "datecreated",  "datemodified", "custom1"};

bool is_own(std::string_view name) {
  return std::find(own_columns.begin(), own_columns.end(), skeleton(name)) != own_columns.end();
}

/// The second row of a column of one answer: "Response", "Open-Ended Response".
bool says_response(std::string_view label) {
  const std::string key = comparison_key(label);
  return key == "response" || key == "open-ended response";
}

/// Whether the row below the names belongs to them.
bool has_labels(const Beginning& top) {
  if (top.rows.empty()) return false;
  if (const auto respondent = column_called(top, "Respondent ID"))
    return trimmed_unicode(top.rows[0][*respondent]).empty();
  return std::any_of(top.rows[0].begin(), top.rows[0].end(), says_response);
}

/// Whether a question goes on in the next column, which then has no question of its own.
bool goes_on(const Beginning& top, std::size_t column) {
  return column + 1 < top.names.size() && top.names[column + 1].empty() &&
         !trimmed_unicode(top.rows[0][column + 1]).empty();
}

ColumnName named(const std::string& question, std::string label, bool in_matrix) {
  ColumnName column;
  column.question = question;
  if (in_matrix) {
    column.name = label;
    column.full = question + " [" + label + "]";
    column.question = column.full;
  } else {
    column.name = question;
    if (!label.empty() && !says_response(label)) column.others = {label, question + " [" + label + "]"};
  }
  return column;
}

}  // namespace

bool is_survey_monkey(const Beginning& top) {
  return column_called(top, "Respondent ID") && column_called(top, "Collector ID");
}

ExportForm survey_monkey_form(const Beginning& top) {
  if (!has_labels(top)) {
    ExportForm form = plain_form(top);
    for (ColumnName& column : form.columns) column.by_platform = is_own(column.name);
    return form;
  }
  ExportForm form;
  form.header_rows = 2;
  std::string question;
  for (std::size_t i = 0; i < top.names.size(); ++i) {
    const bool own_question = !top.names[i].empty();
    if (own_question) question = top.names[i];
    std::string label(trimmed_unicode(top.rows[0][i]));
    const bool in_matrix = !label.empty() && !says_response(label) && (!own_question || goes_on(top, i));
    form.columns.push_back(named(own_question || in_matrix ? question : "", std::move(label), in_matrix));
    if (own_question && in_matrix) form.columns.back().others.push_back(question);
    form.columns.back().by_platform = own_question && is_own(question);
  }
  return form;
}

}  // namespace ecpr::survey
