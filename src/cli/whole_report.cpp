#include "whole_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "ecpr/base/text.hpp"
#include "ecpr/figure/figures.hpp"
#include "ecpr/report/record.hpp"
#include "figure_output.hpp"

namespace ecpr::cli {

using document::Block;

namespace {

/// Turns figures into pictures, numbered in the order in which they come.
class Illustrator {
 public:
  Illustrator(PictureForm form, std::string folder, const FigureFormat& format)
      : form_(form), folder_(std::move(folder)), format_(format) {}

  std::vector<Block> pictures(const std::vector<figure::Figure>& figures) {
    std::vector<Block> blocks;
    for (const auto& figure : figures) blocks.emplace_back(picture(figure));
    return blocks;
  }

 private:
  document::Picture picture(const figure::Figure& figure) {
    document::Picture picture;
    picture.number = fmt::format("Figure {}", ++number_);
    picture.caption = figure.caption;
    picture.alternative = figure.alternative;
    if (form_ == PictureForm::link) {
      picture.path = folder_ + "/" + figure_file(figure, format_);
    } else {
      picture.media_type = format_.format == figure::Format::svg ? "image/svg+xml" : "image/png";
      picture.bytes = figure::rendered(figure, format_.format);
    }
    return picture;
  }

  PictureForm form_;
  std::string folder_;
  const FigureFormat& format_;
  std::size_t number_ = 0;
};

void append(std::vector<Block>& blocks, std::vector<Block> more) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Behind the first screen.
void insert_before_first_heading(std::vector<Block>& blocks, std::vector<Block> pictures) {
  const auto place = std::find_if(blocks.begin(), blocks.end(),
                                  [](const Block& block) { return std::holds_alternative<document::Heading>(block); });
  blocks.insert(place, std::make_move_iterator(pictures.begin()), std::make_move_iterator(pictures.end()));
}

/// Everybody's changes, outcome by outcome; subscales and single items are in the folder of figures alone.
std::vector<Block> outcome_section(const Results& results, Illustrator& illustrator) {
  std::vector<Block> blocks;
  const auto& outcomes = results.analysis.outcomes;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (analysis::family_of(outcomes[i]) != analysis::Family::main) continue;
    append(blocks,
           illustrator.pictures(figure::outcome_figures(results.analysis, results.survey, i, results.options.style)));
  }
  if (!blocks.empty()) blocks.insert(blocks.begin(), document::Heading{1, "Changes of each person"});
  return blocks;
}

/// The format of the pictures; null where there are none to show.
const FigureFormat* picture_format(const Results& results, const OutputFormat& shown) {
  const PictureForm form = shown.pictures;
  if (form == PictureForm::none || (!results.all_parts && results.figure_folder.empty())) return nullptr;
  if (form == PictureForm::svg) return &figure_format_named("svg");
  if (form == PictureForm::png) return &figure_format_named("png");
  if (results.figure_folder.empty()) return nullptr;
  for (const auto& ending : split(shown.picture_endings, ' ')) {
    const auto& written = results.figure_formats;
    if (std::find(written.begin(), written.end(), ending) != written.end()) return &figure_format_named(ending);
  }
  return nullptr;
}

}  // namespace

document::Document whole_report(const Results& results, const OutputFormat& format) {
  document::Document document = results.document;
  if (const FigureFormat* pictures = picture_format(results, format)) {
    Illustrator illustrator(format.pictures, results.figure_folder, *pictures);
    insert_before_first_heading(
        document.blocks, illustrator.pictures(figure::overview_figures(results.analysis, results.options.style)));
    if (format.pictures == PictureForm::svg) append(document.blocks, outcome_section(results, illustrator));
  }
  if (results.all_parts && format.names_inputs)
    append(document.blocks, report::record(results.analysis, results.survey, results.report));
  return document;
}

}  // namespace ecpr::cli
