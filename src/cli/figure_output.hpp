// Figures as files, and as pictures of the report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/document/document.hpp"
#include "ecpr/document/number_style.hpp"
#include "ecpr/figure/canvas.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::cli {

/// One way to write a figure.
struct FigureFormat {
  std::string_view name;  ///< also the ending of its files
  figure::Format format;
};

inline constexpr FigureFormat figure_formats[] = {
    {"svg", figure::Format::svg}, {"pdf", figure::Format::pdf}, {"png", figure::Format::png}};

/// The format called `name`. Throws UsageError with a suggestion.
const FigureFormat& figure_format_named(const std::string& name);

/// Writes every figure of the analysis into `folder`, which is made where it is missing. Throws InputError.
void write_figures(const std::string& folder, const FigureFormat& format, const analysis::Analysis& analysis,
                   const survey::Survey& survey, const document::NumberStyle& style);

/// `document` with the participants' flow and the forest plots before its first heading.
document::Document illustrated(document::Document document, const analysis::Analysis& analysis,
                               const document::NumberStyle& style);

}  // namespace ecpr::cli
