// The style sheet of the web page.
#pragma once

#include <string_view>

namespace ecpr::render {

/// CSS without anything that would have to be fetched: src/render/html_style.css. Blue and vermillion are after Okabe
/// and Ito, the latter darkened until it is readable on white.
std::string_view html_style();

}  // namespace ecpr::render
