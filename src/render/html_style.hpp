// The style sheet of the web page.
#pragma once

#include <string_view>

namespace ecpr::render {

/// CSS without anything that would have to be fetched.
std::string_view html_style();

}  // namespace ecpr::render
