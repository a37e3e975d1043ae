// How deep a TOML text is nested, found without recursion.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ecpr::definition {

/// The first line, from 1, at which more than `most` levels lie in each other: the parts of a dotted name, and the
/// arrays and inline tables that are open, with the names in them. Brackets and dots in texts and comments count for
/// nothing. Of what is not valid TOML nothing is missed that a parser might follow before it stops.
std::optional<std::size_t> line_too_deep(std::string_view text, std::size_t most);

}  // namespace ecpr::definition
