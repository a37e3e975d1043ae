// The options that a table of a study file states, by the one table of options.
#pragma once

#include <string_view>

#include "ecpr/definition/definition.hpp"
#include "study_tables.hpp"

namespace ecpr::study {

/// Throws DefinitionError for a key that the table of options does not know for `name`, such as "input".
void expect_known_keys(definition::Reader& table, std::string_view name);

/// Takes every option of the table `name` that the file states and that takes itself. Throws DefinitionError with what
/// was wanted.
void take_options(definition::Reader& table, std::string_view name, const Place& place, Study& study);

}  // namespace ecpr::study
