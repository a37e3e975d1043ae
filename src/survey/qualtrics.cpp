#include <algorithm>
#include <array>
#include <cmath>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "header.hpp"
#include "platforms.hpp"

namespace ecpr::survey {

namespace {

constexpr std::array<std::string_view, 17> own_columns = {"StartDate",
                                                          "EndDate",
                                                          "Status",
                                                          "IPAddress",
                                                          "Progress",
                                                          "Duration (in seconds)",
                                                          "Finished",
                                                          "RecordedDate",
                                                          "ResponseId",
                                                          "RecipientLastName",
                                                          "RecipientFirstName",
                                                          "RecipientEmail",
                                                          "ExternalReference",
                                                          "LocationLatitude",
                                                          "LocationLongitude",
                                                          "DistributionChannel",
                                                          "UserLanguage"};

/// What the second row of an old export says under V1 to V10.
constexpr std::array<std::string_view, 11> old_columns = {
    "responseid", "responseset", "name",     "externaldatareference", "emailaddress", "ipaddress", "status",
    "startdate",  "enddate",     "finished", "recipientemail"};

using Row = std::vector<std::string>;

/// {"ImportId":"QID1_TEXT"} in most of the cells that hold anything.
bool holds_import_ids(const Row& row) {
  std::size_t filled = 0, ids = 0;
  for (const auto& cell : row) {
    const std::string_view text = trimmed_unicode(cell);
    filled += !text.empty();
    ids += text.starts_with('{') && text.find("ImportId") != text.npos;
  }
  return ids > 0 && 2 * ids >= filled;
}

bool has_old_names(const Beginning& top) {
  if (top.rows.empty() || top.names[0] != "V1") return false;
  const std::string first = skeleton(top.rows[0][0]);
  return first == "responseid" || first == "responseset";
}

std::size_t own_names(const Beginning& top) {
  return static_cast<std::size_t>(std::count_if(own_columns.begin(), own_columns.end(), [&](std::string_view name) {
    return std::find(top.names.begin(), top.names.end(), name) != top.names.end();
  }));
}

/// Whether the row below the names is one of question texts: no date stands in its columns of dates.
bool holds_questions(const Beginning& top) {
  if (top.rows.empty()) return false;
  if (has_old_names(top)) return true;
  for (const std::string_view name : {"StartDate", "EndDate", "RecordedDate"}) {
    if (const auto column = column_called(top, name))
      return top.rows[0][*column].find_first_of("0123456789") == std::string::npos;
  }
  const auto response = column_called(top, "ResponseId");
  return response && !top.rows[0][*response].starts_with("R_");
}

std::size_t count_header_rows(const Beginning& top) {
  for (std::size_t i = top.rows.size(); i > 0; --i) {
    if (holds_import_ids(top.rows[i - 1])) return i + 1;
  }
  return holds_questions(top) ? 2 : 1;
}

/// Cells that tell what a row is: columns by their name, or in old exports by their text.
struct Signs {
  std::optional<std::size_t> status, channel, finished;

  static std::string_view cell(std::span<const std::string_view> cells, const std::optional<std::size_t>& column) {
    return column && *column < cells.size() ? trimmed_unicode(cells[*column]) : std::string_view();
  }

  RowUse operator()(std::span<const std::string_view> cells) const {
    if (is_preview(cell(cells, status)) || is_preview(cell(cells, channel))) return RowUse::preview;
    const std::string end = case_folded(cell(cells, finished));
    return end == "0" || end == "false" ? RowUse::unfinished : RowUse::answers;
  }

  /// "Survey Preview", "Survey Test", or the number of a status: 1 is a preview, 2 a test, 8 more is spam, 16 more
  /// was given without a connection.
  static bool is_preview(std::string_view text) {
    if (text.empty()) return false;
    if (const auto number = parse_number(text)) {
      constexpr double largest = 64;
      return *number >= 0 && *number < largest && *number == std::floor(*number) && static_cast<int>(*number) % 4 != 0;
    }
    const std::string key = case_folded(text);
    return key.find("preview") != key.npos || key == "test" || key == "survey test";
  }
};

std::optional<std::size_t> sign(const std::vector<ColumnName>& columns, std::string_view name) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].by_platform && (columns[i].name == name || columns[i].question == name)) return i;
  }
  return std::nullopt;
}

bool is_own(const ColumnName& column, bool old) {
  if (old) return std::find(old_columns.begin(), old_columns.end(), skeleton(column.question)) != old_columns.end();
  return std::find(own_columns.begin(), own_columns.end(), column.name) != own_columns.end();
}

}  // namespace

bool is_qualtrics(const Beginning& top) {
  constexpr std::size_t enough = 4;
  if (std::any_of(top.rows.begin(), top.rows.end(), holds_import_ids)) return true;
  return own_names(top) >= enough || has_old_names(top);
}

ExportForm qualtrics_form(const Beginning& top) {
  ExportForm form = plain_form(top);
  form.header_rows = count_header_rows(top);
  const bool questions = form.header_rows > 1 && !holds_import_ids(top.rows[0]);
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    ColumnName& column = form.columns[i];
    if (questions) column.question = std::string(trimmed_unicode(top.rows[0][i]));
    if (questions && !column.question.empty()) column.others.push_back(column.question);
    column.by_platform = is_own(column, has_old_names(top));
  }
  form.use_of =
      Signs{sign(form.columns, "Status"), sign(form.columns, "DistributionChannel"), sign(form.columns, "Finished")};
  return form;
}

}  // namespace ecpr::survey
