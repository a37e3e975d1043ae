// What an office document says of itself.
#pragma once

#include <string>
#include <string_view>

namespace ecpr::render {

/// docProps/core.xml with the title and nothing else: no author, no date.
std::string core_properties(std::string_view title);

}  // namespace ecpr::render
