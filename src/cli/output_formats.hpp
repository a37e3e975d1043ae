// The formats in which an analysis can be written.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/document.hpp"
#include "ecpr/render/docx.hpp"
#include "ecpr/render/html.hpp"
#include "ecpr/render/latex.hpp"
#include "ecpr/render/markdown.hpp"
#include "ecpr/render/options.hpp"
#include "ecpr/render/text.hpp"
#include "ecpr/render/xlsx.hpp"
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

/// How a format of documents holds pictures.
enum class PictureForm {
  none,
  svg,   ///< within, with those of every outcome
  png,   ///< within
  link,  ///< as files that were written anyway
};

/// What a format writes, if not a document.
enum class DataForm { none, csv, json };

/// One format: its name for --format, the ending of its files, and what it writes.
struct OutputFormat {
  std::string_view name, extension, summary;
  render::Renderer render = nullptr;  ///< of a document; null: of data
  PictureForm pictures = PictureForm::none;
  std::string_view picture_endings = {};  ///< files that it can show, by preference: "pdf png"; only for links
  DataForm data = DataForm::none;
  bool names_inputs = true;  ///< tells the files by their checksums, and how a report was made
};

inline constexpr std::array output_formats = {
    OutputFormat{
        .name = "text",
        .extension = "txt",
        .summary = "tables for the terminal",
        .render = render::render_text,
        .names_inputs = false,
    },
    OutputFormat{
        .name = "markdown",
        .extension = "md",
        .summary = "tables for documents on the web",
        .render = render::render_markdown,
        .pictures = PictureForm::link,
        .picture_endings = "svg png",
    },
    OutputFormat{
        .name = "html",
        .extension = "html",
        .summary = "one page that needs nothing else",
        .render = render::render_html,
        .pictures = PictureForm::svg,
    },
    OutputFormat{
        .name = "latex",
        .extension = "tex",
        .summary = "an article that pdflatex compiles",
        .render = render::render_latex,
        .pictures = PictureForm::link,
        .picture_endings = "pdf png",
    },
    OutputFormat{
        .name = "docx",
        .extension = "docx",
        .summary = "a Word document with real tables",
        .render = render::render_docx,
        .pictures = PictureForm::png,
    },
    OutputFormat{
        .name = "xlsx",
        .extension = "xlsx",
        .summary = "a workbook with a sheet per table",
        .render = render::render_xlsx,
    },
    OutputFormat{
        .name = "csv",
        .extension = "csv",
        .summary = "every comparison at full precision, a row per outcome and group",
        .data = DataForm::csv,
        .names_inputs = false,
    },
    OutputFormat{
        .name = "json",
        .extension = "json",
        .summary = "everything at full precision",
        .data = DataForm::json,
    },
};

/// The results of an analysis in `format`.
std::string written(const OutputFormat& format, const Results& results);

/// The format called `name`. Throws UsageError with a suggestion.
const OutputFormat& format_named(const std::string& name);

/// The format of a file by its extension. Throws UsageError that lists them.
const OutputFormat& format_of_file(const std::string& path);

}  // namespace ecpr::cli
