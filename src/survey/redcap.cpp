#include <algorithm>
#include <array>

#include "header.hpp"
#include "platforms.hpp"

namespace ecpr::survey {

namespace {

/// Columns of the project's design, in exports of raw values and of labels.
constexpr std::array<std::string_view, 9> own_columns = {
    "redcapeventname",       "redcaprepeatinstrument", "redcaprepeatinstance",
    "redcapdataaccessgroup", "redcapsurveyidentifier", "repeatinstrument",
    "repeatinstance",        "dataaccessgroup",        "surveyidentifier"};

bool is_own(std::string_view name) {
  return std::find(own_columns.begin(), own_columns.end(), skeleton(name)) != own_columns.end();
}

}  // namespace

bool is_redcap(const Beginning& top) {
  const bool labels = column_called(top, "Event Name") && column_called(top, "Record ID");
  return labels || std::any_of(top.names.begin(), top.names.end(),
                               [](const std::string& name) { return name.starts_with("redcap_"); });
}

ExportForm redcap_form(const Beginning& top) {
  ExportForm form = plain_form(top);
  for (ColumnName& column : form.columns)
    column.by_platform = is_own(column.name) && skeleton(column.name) != "redcapeventname";
  form.sparse = true;
  return form;
}

}  // namespace ecpr::survey
