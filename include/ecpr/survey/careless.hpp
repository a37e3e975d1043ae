// Answers that may be careless, in words.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// The name of a kind as JSON shows it: "same_answer".
std::string_view name_of(Carelessness kind);

/// The line of the row, which stands in files[0] before and in the last file of the waves after.
std::uint32_t line_of(const Survey& survey, const CarelessAnswers& answers);

/// Its file.
const FileSummary& file_of(const Survey& survey, const CarelessAnswers& answers);

/// One sentence: place, who, what was answered.
std::string sentence(const Survey& survey, const CarelessAnswers& answers, bool base_names);

}  // namespace ecpr::survey
