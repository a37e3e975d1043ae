// Ids that differ in one letter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ecpr::survey {

/// Which kind of letter tells two ids apart.
enum class Edit : std::uint8_t { none, of_digits, of_other_letters };

/// Whether one letter replaced, left out, put in, or swapped with its neighbour makes `b` of `a`. Never so for very
/// short ids (fewer than 4 letters), which have too many neighbours, and very long ones.
Edit one_edit(std::string_view a, std::string_view b);

/// `id` itself and without one of its letters: two ids that differ in one edit share one of these. None where
/// one_edit() finds nothing.
std::vector<std::string> deletions(std::string_view id);

}  // namespace ecpr::survey
