// What every output format may be told.
#pragma once

#include <cstddef>
#include <string>

#include "ecpr/document/document.hpp"
#include "ecpr/document/number_style.hpp"

namespace ecpr::render {

/// Number style for all formats; width and colour for the terminal.
struct Options {
  document::NumberStyle style = document::jmir();
  std::size_t width = 100;  ///< columns of the text format, at least 40
  bool ansi = false;        ///< bold and dim on a terminal
};

/// A whole document in one format, as bytes that depend on the arguments alone.
using Renderer = std::string (*)(const document::Document&, const Options&);

}  // namespace ecpr::render
