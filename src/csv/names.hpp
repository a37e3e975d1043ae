// How messages call an input.
#pragma once

#include <string>

namespace ecpr::csv {

/// `path` as typed; "standard input" for "-".
inline std::string name_of(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace ecpr::csv
