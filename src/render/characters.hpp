// Characters one by one, and texts without those that must not reach any output.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ecpr/base/code_point.hpp"

namespace ecpr::render {

/// `text` as one line of valid UTF-8: line breaks and tabs are blanks; control characters, marks that turn the
/// direction of writing, byte-order marks and code points that are no characters are left out.
std::string cleaned(std::string_view text);

/// U+200B, where a line may break without a sign of it.
inline constexpr std::string_view wrap_point = "\u200b";

/// `text` with a wrap point after every `longest` characters of a word that is longer than that.
std::string with_wrap_points(std::string_view text, std::size_t longest);

}  // namespace ecpr::render
