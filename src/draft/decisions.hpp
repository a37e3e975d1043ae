// What a drafted study leaves to its reader, and where.
#pragma once

#include <string>
#include <vector>

#include "study_text.hpp"

namespace ecpr::draft {

/// Up to two sentences on `text`, the study file of `draft`: the outcomes that are held back and why, then the other
/// lines that say "TO DECIDE", each with its line. Empty when nothing is left to decide.
std::vector<std::string> decisions(const Draft& draft, const std::string& text);

}  // namespace ecpr::draft
