// The platforms, a file each.
#pragma once

#include <optional>

#include "ecpr/survey/platform.hpp"

namespace ecpr::survey {

bool is_qualtrics(const Beginning& top);
ExportForm qualtrics_form(const Beginning& top);

bool is_redcap(const Beginning& top);
ExportForm redcap_form(const Beginning& top);

bool is_survey_monkey(const Beginning& top);
ExportForm survey_monkey_form(const Beginning& top);

bool is_google_forms(const Beginning& top);
ExportForm google_forms_form(const Beginning& top);

/// A column per name, without anything else.
ExportForm plain_form(const Beginning& top);

/// The row label of a grid column "question [row]"; empty when the name does not end so.
std::string row_label(std::string_view name);

/// The place of the first column called `name`, whatever its case, blanks and punctuation.
std::optional<std::size_t> column_called(const Beginning& top, std::string_view name);

}  // namespace ecpr::survey
