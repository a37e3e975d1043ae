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
#include "ecpr/render/docx.hpp"
#include "ecpr/render/html.hpp"
#include "ecpr/render/latex.hpp"
#include "ecpr/render/markdown.hpp"
#include "ecpr/render/text.hpp"
#include "ecpr/render/xlsx.hpp"
#include "whole_report.hpp"

namespace ecpr::cli {

std::string write_text(const Results& results) { return render::render_text(results.document, results.options); }
std::string write_markdown(const Results& results) {
  return render::render_markdown(whole_report(results, PictureForm::link, "svg png"), results.options);
}
std::string write_html(const Results& results) {
  return render::render_html(whole_report(results, PictureForm::svg), results.options);
}
std::string write_latex(const Results& results) {
  return render::render_latex(whole_report(results, PictureForm::link, "pdf png"), results.options);
}
std::string write_docx(const Results& results) {
  return render::render_docx(whole_report(results, PictureForm::png), results.options);
}
std::string write_xlsx(const Results& results) {
  return render::render_xlsx(whole_report(results, PictureForm::none), results.options);
}

std::string write_csv(const Results& results) {
  std::ostringstream out;
  catalogue::write_result_csv(out, results.analysis);
  return std::move(out).str();
}

std::string write_json(const Results& results) {
  std::ostringstream out;
  catalogue::write_result_json(out, results.analysis, results.survey, {.version = version()});
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
