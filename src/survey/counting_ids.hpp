// Ids that only count the rows of two files.
#pragma once

#include <vector>

#include "settle.hpp"

namespace ecpr::survey {

/// Reports ids that the study names and that are whole numbers in the order of the rows of both files, where another
/// column tells other people apart; reads the files once more then. Throws InputError that asks for a column where such
/// ids were guessed by their name alone, in files that cannot be read twice.
void find_counting_ids(const Rows& rows, const std::vector<Header>& headers, Survey& survey);

}  // namespace ecpr::survey
