// What a report may be told about itself.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/document/document.hpp"
#include "ecpr/document/number_style.hpp"

namespace ecpr::report {

using Blocks = std::vector<document::Block>;

/// What shall be shown, and how words that depend on the journal's style are set.
struct ReportOptions {
  std::vector<std::string> tables;  ///< names of sections; empty: the summary and every section
  document::NumberStyle style = document::jmir();
  std::size_t caption_start = 1;  ///< number of the first table
  std::string title;              ///< empty: the study's own
  std::string version;            ///< of the program, for the methods: "0.1.0"
};

}  // namespace ecpr::report
