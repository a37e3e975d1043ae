#include "ecpr/survey/platform.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "header.hpp"
#include "platforms.hpp"

namespace ecpr::survey {

namespace {

constexpr std::array all_platforms = {
    Platform{"qualtrics", "Qualtrics", is_qualtrics, qualtrics_form},
    Platform{"redcap", "REDCap", is_redcap, redcap_form},
    Platform{"surveymonkey", "SurveyMonkey", is_survey_monkey, survey_monkey_form},
    Platform{"google-forms", "Google Forms", is_google_forms, google_forms_form},
    Platform{"plain", "a plain table", [](const Beginning&) { return true; }, plain_form},
};

}  // namespace

std::span<const Platform> platforms() { return all_platforms; }

const Platform& platform_named(std::string_view name, std::string_view file) {
  std::vector<std::string> names;
  for (const Platform& platform : all_platforms) {
    if (platform.name == name) return platform;
    names.emplace_back(platform.name);
  }
  const std::string hint = did_you_mean(name, names);
  throw UsageError(fmt::format("{}: unknown platform '{}'{}", file, printable(name),
                               hint.empty() ? "; there are " + listed(names) : hint));
}

const Platform& platform_of(const Beginning& top) {
  return *std::find_if(all_platforms.begin(), all_platforms.end(),
                       [&](const Platform& platform) { return platform.recognizes(top); });
}

ExportForm plain_form(const Beginning& top) {
  ExportForm form;
  for (const auto& name : top.names) form.columns.push_back({name, "", {}, "", false});
  return form;
}

std::string row_label(std::string_view name) {
  name = trimmed_unicode(name);
  if (!name.ends_with(']')) return "";
  const std::size_t open = name.rfind('[');
  if (open == name.npos) return "";
  return std::string(trimmed_unicode(name.substr(open + 1, name.size() - open - 2)));
}

std::optional<std::size_t> column_called(const Beginning& top, std::string_view name) {
  const std::string wanted = skeleton(name);
  for (std::size_t i = 0; i < top.names.size(); ++i) {
    if (skeleton(top.names[i]) == wanted) return i;
  }
  return std::nullopt;
}

}  // namespace ecpr::survey
