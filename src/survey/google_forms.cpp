#include <algorithm>
#include <array>

#include "ecpr/base/text.hpp"
#include "platforms.hpp"

namespace ecpr::survey {

namespace {

/// What the first column is called, in the languages of the forms.
constexpr std::array<std::string_view, 10> timestamps = {
    "timestamp",      "zeitstempel",          "horodateur",
    "marca temporal", "carimbo de data/hora", "informazioni cronologiche",
    "tijdstempel",    "sygnatura czasowa",    "tidsstempel",
    "отметка времени"};

bool is_point_in_time(std::string_view cell) {
  return cell.find(':') != cell.npos && cell.find_first_of("0123456789") != cell.npos;
}

}  // namespace

bool is_google_forms(const Beginning& top) {
  const std::string first = comparison_key(top.names[0]);
  if (std::find(timestamps.begin(), timestamps.end(), first) == timestamps.end()) return false;
  return top.rows.empty() || is_point_in_time(top.rows[0][0]);
}

ExportForm google_forms_form(const Beginning& top) {
  ExportForm form = plain_form(top);
  for (ColumnName& column : form.columns) {
    column.question = column.name;
    if (auto row = row_label(column.name); !row.empty()) column.others.push_back(std::move(row));
  }
  form.columns[0].by_platform = is_google_forms(top);
  return form;
}

}  // namespace ecpr::survey
