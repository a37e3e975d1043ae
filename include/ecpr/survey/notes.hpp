// What was guessed or assumed, for pages that others read.
#pragma once

#include <string>
#include <vector>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// Adds a note that holds an id or a cell; `without_people` is the same note without them.
void add_note_on_people(Survey& survey, const std::string& note, const std::string& without_people);

/// The notes of `survey` with its files called by their names alone: where they lie is nobody's business.
std::vector<std::string> notes_without_folders(const Survey& survey);

/// The same for results, which others read: without any id or cell.
std::vector<std::string> notes_for_results(const Survey& survey);

}  // namespace ecpr::survey
