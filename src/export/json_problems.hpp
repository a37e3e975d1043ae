// The problems of a survey in JSON.
#pragma once

#include <cstddef>

#include "ecpr/survey/survey.hpp"
#include "json_writer.hpp"

namespace ecpr::catalogue {

/// Writes the members `problems` (kind by kind, the first `of_a_kind` of each) and `truncated`.
void write_problems(JsonWriter& json, const survey::Survey& survey, std::size_t of_a_kind);

}  // namespace ecpr::catalogue
