// Groups that may be one, spelt in two ways.
#pragma once

#include <string_view>

#include "layout.hpp"

namespace ecpr::survey {

/// Whether two names of groups differ in case, blanks, punctuation or leading zeros only, or in one letter of a word
/// that is long enough for a slip. Numbers and single letters tell groups apart.
bool spelt_alike(std::string_view a, std::string_view b);

/// Reports pairs of groups that are spelt nearly alike, unless the study lists both.
void find_similar_groups(const study::Study& study, const Layout& layout, Survey& survey);

}  // namespace ecpr::survey
