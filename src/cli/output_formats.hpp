// The formats in which an analysis can be written.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/document.hpp"
#include "ecpr/render/options.hpp"
#include "ecpr/report/options.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::cli {

/// Everything that a format may show.
struct Results {
  const study::Study& study;
  const survey::Survey& survey;
  const analysis::Analysis& analysis;
  const document::Document& document;
  const report::ReportOptions& report;
  render::Options options;
  bool all_parts = true;                         ///< no parts were chosen by --tables
  std::string figure_folder = {};                ///< as the document may refer to it; empty: no figures are written
  std::vector<std::string> figure_formats = {};  ///< of the files there
};

/// One format: its name for --format, the ending of its files, and the function that writes it.
struct OutputFormat {
  std::string_view name, extension, summary;
  std::string (*write)(const Results&);
  bool names_inputs = true;  ///< tells the files by their checksums
};

std::string write_text(const Results& results);
std::string write_markdown(const Results& results);
std::string write_html(const Results& results);
std::string write_latex(const Results& results);
std::string write_docx(const Results& results);
std::string write_xlsx(const Results& results);
std::string write_csv(const Results& results);
std::string write_json(const Results& results);

inline constexpr std::array output_formats = {
    OutputFormat{"text", "txt", "tables for the terminal", write_text, false},
    OutputFormat{"markdown", "md", "tables for documents on the web", write_markdown},
    OutputFormat{"html", "html", "one page that needs nothing else", write_html},
    OutputFormat{"latex", "tex", "an article that pdflatex compiles", write_latex},
    OutputFormat{"docx", "docx", "a Word document with real tables", write_docx},
    OutputFormat{"xlsx", "xlsx", "a workbook with a sheet per table", write_xlsx},
    OutputFormat{"csv", "csv", "every result at full precision, a row per outcome and group", write_csv, false},
    OutputFormat{"json", "json", "everything at full precision", write_json},
};

/// The format called `name`. Throws UsageError with a suggestion.
const OutputFormat& format_named(const std::string& name);

/// The format of a file by its extension. Throws UsageError that lists them.
const OutputFormat& format_of_file(const std::string& path);

}  // namespace ecpr::cli
