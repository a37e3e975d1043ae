// What was guessed or assumed, for pages that others read.
#pragma once

#include <string>
#include <vector>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// The notes of `survey` with its files called by their names alone: where they lie is nobody's business.
std::vector<std::string> notes_without_folders(const Survey& survey);

}  // namespace ecpr::survey
