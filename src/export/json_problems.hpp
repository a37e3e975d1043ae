// The problems of a survey in JSON.
#pragma once

#include "ecpr/survey/survey.hpp"
#include "json_writer.hpp"

namespace ecpr::catalogue {

/// What a list of problems says of people and cells.
enum class PeopleShown : bool { no, yes };

/// Writes the members `problems` (every kept one, kind by kind) and `truncated`. `id` and `value` only for `yes`.
void write_problems(JsonWriter& json, const survey::Survey& survey, PeopleShown people);

/// The same for results, which others read: problems counted by kind, file and column, without any line, id or cell.
void write_problem_counts(JsonWriter& json, const survey::Survey& survey);

}  // namespace ecpr::catalogue
