// Figures as files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ecpr/cli/output_files.hpp"
#include "ecpr/figure/canvas.hpp"

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

/// The name of the figure's file in that format.
std::string figure_file(const figure::Figure& figure, const FigureFormat& format);

/// Throws InputError when `folder` is a file.
void check_figure_folder(const std::string& folder);

/// Writes the figures into `folder`, which is made where it is missing, as some of `files`. Throws InputError.
void write_figures(const std::string& folder, const FigureFormat& format, const std::vector<figure::Figure>& figures,
                   OutputFiles& files);

}  // namespace ecpr::cli
