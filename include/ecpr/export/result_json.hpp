// The results as one JSON document.
#pragma once

#include <iosfwd>
#include <string>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::catalogue {

/// What the document says besides results.
struct JsonOptions {
  std::string version;  ///< of the program
};

/// The version of the document's structure: it grows when a member changes its meaning, not when one is added.
inline constexpr int json_schema = 1;

/// Writes `analysis` and what `survey` says about its input, indented, with a newline at the end.
///
/// `results` has the fields of result_fields() in their order. What is undefined, not asked for or withheld is null,
/// and so is an empty text: `group` is null for all participants. Numbers read back as the same doubles. No
/// id and no cell of a participant stands in it: `problems` are counts by kind, file and column, and `truncated` says
/// whether there are more than were counted so. Invalid UTF-8 becomes U+FFFD. File names have no folders.
void write_result_json(std::ostream& out, const analysis::Analysis& analysis, const survey::Survey& survey,
                       const JsonOptions& options);

}  // namespace ecpr::catalogue
