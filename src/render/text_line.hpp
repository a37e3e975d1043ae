// Lines for a terminal: measured, wrapped, with or without weight.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/document/text.hpp"

namespace ecpr::render {

/// How strong a piece of text is shown where that is possible.
enum class Weight { normal, bold, dim };

/// Characters of one weight.
struct Piece {
  std::string text;
  Weight weight = Weight::normal;
};

using Line = std::vector<Piece>;

/// The runs as characters: superscripts as "^2", subscripts as "_z", footnote marks as " (a)".
Line line_of(const document::Runs& runs);

/// The line with every piece in `weight`.
Line weighted(Line line, Weight weight);

/// Columns on a terminal.
std::size_t width_of(const Line& line);

/// Columns of the widest word.
std::size_t longest_word(const Line& line);

/// The words of `text` in lines of at most `width` columns (at least 1); longer words are cut. One empty line for no
/// words.
std::vector<Line> wrapped(const Line& text, std::size_t width);

/// The characters, with escape sequences for weights when `ansi`.
std::string shown(const Line& line, bool ansi);

}  // namespace ecpr::render
