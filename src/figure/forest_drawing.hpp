// How a forest plot is drawn, whatever its rows are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ecpr/base/interval.hpp"
#include "ecpr/document/number_style.hpp"
#include "ecpr/document/text.hpp"
#include "ecpr/figure/canvas.hpp"

namespace ecpr::figure {

/// One line of a forest plot.
struct ForestRow {
  std::string label;
  std::string mark;  ///< of a note below the plot, behind the label
  bool heading = false, indented = false, diamond = false;
  std::size_t n = 0;
  std::optional<double> value;  ///< improvement to the right
  std::optional<Interval> interval;
  std::string number;  ///< as in the tables
  Colour tint = colour::black;
};

/// A plot and the lines below it.
struct Forest {
  std::vector<ForestRow> rows;
  document::NumberStyle style;
  document::Runs numbers_header, axis_title;
  std::vector<document::Runs> notes;
};

/// How many rows a plot with so many notes can have without being taller than `height` points. At least 2.
std::size_t rows_that_fit(double height, std::size_t notes);

/// The plot as a figure; in words it says every row.
Figure forest_figure(std::string name, std::string caption, Forest forest);

}  // namespace ecpr::figure
