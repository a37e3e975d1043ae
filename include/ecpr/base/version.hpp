// Which version of the program this is.
#pragma once

#include <string>

namespace ecpr {

/// "0.1.0"
std::string version();

}  // namespace ecpr
