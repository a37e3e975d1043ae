// Columns that nobody asked for, but nearly.
#pragma once

#include <string>
#include <vector>

#include "layout.hpp"

namespace ecpr::survey {

/// One sentence per file with columns that are not used though their names are nearly those of used ones: another
/// case or punctuation, one letter, or the number that programs add to the second column of a name ("calm.1").
std::vector<std::string> similar_columns(const std::vector<Header>& headers, const Layout& layout);

}  // namespace ecpr::survey
