// The report with its pictures and the record of how it was made.
#pragma once

#include <string>

#include "ecpr/document/document.hpp"
#include "output_formats.hpp"

namespace ecpr::cli {

/// How a format of documents holds pictures.
enum class PictureForm {
  none,
  svg,   ///< within, with those of every outcome
  png,   ///< within
  link,  ///< as files that were written anyway
};

/// `results.document` with the flow and the forest plots before its first heading, and at its end those of each outcome
/// (svg) and how the report was made; the latter only where no parts were chosen.
///
/// `endings`: which files a format can show, by preference ("pdf png"); only for links.
document::Document whole_report(const Results& results, PictureForm form, const std::string& endings = "");

}  // namespace ecpr::cli
