// Words of a document as a figure shows them.
#pragma once

#include <cstddef>
#include <string>

#include "ecpr/document/number_style.hpp"
#include "ecpr/document/text.hpp"
#include "ecpr/figure/canvas.hpp"

namespace ecpr::figure {

/// d with a lowered z: Cohen's, by the SD of the changes.
document::Runs d_z_symbol();

/// "n=151", as the style writes it.
document::Runs count_runs(const document::NumberStyle& style, std::size_t n);

/// Runs behind each other, italics slanted, raised and lowered ones smaller; `style.anchor` is that of them all.
void draw_runs(Canvas& canvas, Point at, const document::Runs& runs, const TextStyle& style);

/// A label, and behind it a mark that is always shown.
struct MarkedLabel {
  std::string label, mark = {};
};

/// The label on one line on the baseline `at`, or smaller on two around it; what does not fit into `width` even there
/// ends in an ellipsis.
void draw_label(Canvas& canvas, const MarkedLabel& words, Point at, double width, TextStyle style);

}  // namespace ecpr::figure
