// The report with its pictures and the record of how it was made.
#pragma once

#include "ecpr/document/document.hpp"
#include "output_formats.hpp"

namespace ecpr::cli {

/// `results.document` as `format` shows it: with the flow and the forest plots before its first heading, and at its end
/// those of each outcome (svg) and how the report was made; the latter only where no parts were chosen, and in no
/// format that names no inputs.
document::Document whole_report(const Results& results, const OutputFormat& format);

}  // namespace ecpr::cli
