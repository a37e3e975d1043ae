// Characters of UTF-8 text one by one.
#pragma once

#include <string>
#include <string_view>

namespace ecpr {

/// The code point that begins `text`, which is then removed from it. A byte that is not part of valid UTF-8 is U+FFFD.
/// Requires: text not empty.
char32_t take_code_point(std::string_view& text);

/// The UTF-8 of a code point.
std::string utf8(char32_t code_point);

}  // namespace ecpr
