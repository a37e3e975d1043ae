// Texts as TOML writes them.
#pragma once

#include <string>
#include <string_view>

namespace ecpr::definition {

/// `text` between quotation marks, on one line, so that any TOML reader reads `text` again; fit for values and keys.
/// Requires: `text` is valid UTF-8.
std::string quoted(std::string_view text);

}  // namespace ecpr::definition
