// The input files in JSON.
#pragma once

#include "ecpr/survey/survey.hpp"
#include "json_writer.hpp"

namespace ecpr::catalogue {

/// Writes the members `file`, `sha256`, `rows`, `encoding` and `delimiter` of an object.
void write_file_members(JsonWriter& json, const survey::FileSummary& file);

}  // namespace ecpr::catalogue
