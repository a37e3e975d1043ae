#include "figure_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/figure/figures.hpp"
#include "output.hpp"

namespace ecpr::cli {

namespace {

/// A name that every file system takes: letters, digits, '.', '_' and '-'.
std::string file_name(const std::string& name) {
  std::string safe;
  for (const char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
                       c == '-' || static_cast<unsigned char>(c) >= 0x80;
    safe += plain ? c : '_';
  }
  return safe;
}

document::Picture picture_of(const figure::Figure& figure, std::size_t number) {
  document::Picture picture;
  picture.number = fmt::format("Figure {}", number);
  picture.caption = figure.caption;
  picture.alternative = figure.alternative;
  picture.media_type = "image/svg+xml";
  picture.bytes = figure::rendered(figure, figure::Format::svg);
  return picture;
}

}  // namespace

const FigureFormat& figure_format_named(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& format : figure_formats) {
    if (format.name == name) return format;
    names.emplace_back(format.name);
  }
  throw UsageError(fmt::format("--figure-format {}: it should be {}", printable(name), listed(names, "or")));
}

void write_figures(const std::string& folder, const FigureFormat& format, const analysis::Analysis& analysis,
                   const survey::Survey& survey, const document::NumberStyle& style) {
  std::error_code status;
  std::filesystem::create_directories(folder, status);
  if (status || !std::filesystem::is_directory(folder))
    throw InputError(fmt::format("{}: cannot make this folder: {}", folder, status ? status.message() : "a file"));
  for (const auto& figure : figure::figures(analysis, survey, style))
    write_file((std::filesystem::path(folder) / (file_name(figure.name) + "." + std::string(format.name))).string(),
               figure::rendered(figure, format.format), {});
}

document::Document illustrated(document::Document document, const analysis::Analysis& analysis,
                               const document::NumberStyle& style) {
  std::vector<figure::Figure> figures{figure::flow_diagram(analysis, style), figure::forest_of_outcomes(analysis, style)};
  for (auto& page : figure::forests_by_group(analysis, style)) figures.push_back(std::move(page));
  const auto place = std::find_if(document.blocks.begin(), document.blocks.end(), [](const document::Block& block) {
    return std::holds_alternative<document::Heading>(block);
  });
  std::vector<document::Block> pictures;
  for (const auto& figure : figures) pictures.emplace_back(picture_of(figure, pictures.size() + 1));
  document.blocks.insert(place, pictures.begin(), pictures.end());
  return document;
}

}  // namespace ecpr::cli
