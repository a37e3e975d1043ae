#include "output_formats.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/base/version.hpp"
#include "ecpr/export/result_csv.hpp"
#include "ecpr/export/result_json.hpp"
#include "whole_report.hpp"

namespace ecpr::cli {

std::string written(const OutputFormat& format, const Results& results) {
  if (format.render) return format.render(whole_report(results, format), results.options);
  std::ostringstream out;
  if (format.data == DataForm::csv) {
    catalogue::write_result_csv(out, results.analysis);
  } else {
    catalogue::write_result_json(out, results.analysis, results.survey, {.version = version()});
  }
  return std::move(out).str();
}

const OutputFormat& format_named(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& format : output_formats) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  const std::string hint = did_you_mean(name, names);
  throw UsageError(
      fmt::format("unknown format '{}'{}", printable(name), hint.empty() ? "; there are " + listed(names) : hint));
}

const OutputFormat& format_of_file(const std::string& path) {
  const std::string extension = case_folded(std::filesystem::path(path).extension().string());
  std::vector<std::string> extensions;
  for (const auto& format : output_formats) {
    if (extension == "." + std::string(format.extension)) return format;
    extensions.push_back("." + std::string(format.extension));
  }
  throw UsageError(
      fmt::format("-o {}: the format shows in the ending of the file: {}", printable(path), listed(extensions, "or")));
}

}  // namespace ecpr::cli
