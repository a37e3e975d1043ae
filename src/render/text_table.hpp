// Tables on a terminal.
#pragma once

#include <string>

#include "ecpr/document/table.hpp"
#include "ecpr/render/options.hpp"

namespace ecpr::render {

/// Caption, parts, notes and footnotes as lines.
std::string text_table(const document::Table& table, const Options& options);

/// `line` wrapped to the width of `options`, the first line after `first`, the others after as many blanks.
std::string hanging(const std::string& first, const document::Runs& runs, const Options& options);

}  // namespace ecpr::render
