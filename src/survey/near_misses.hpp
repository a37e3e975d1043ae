// Ids that may be one person's though they are not the same.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// How the ids `a` and `b`, which differ, resemble each other; empty when they do not. The surest likeness counts.
std::optional<Likeness> likeness(std::string_view a, std::string_view b);

/// A pair of ids: places in `pre` and `post`.
struct IdPair {
  std::uint32_t pre = 0, post = 0;
  Likeness likeness = Likeness::spelling;
  bool several = false;  ///< one of the two resembles another id of the other list as much

  bool operator==(const IdPair&) const = default;
};

/// The pairs that resemble each other. The surest likeness is judged first: whoever has it is not asked for a less sure
/// one. Of ids with several partners of one likeness all are listed, unless there are very many.
///
/// `matched` ids are those of people in both waves. Where ids of one wave differ from each other by one digit (P101,
/// P102) or by one other letter, such a difference is no likeness. In the order of `pre`. Ids are different from each
/// other and from those of the other lists. Time is about linear: ids meet by what they have in common (their text
/// without case, blanks, punctuation and leading zeros; their value as a number or a date; their text without one of
/// its characters), never all with all.
std::vector<IdPair> near_misses(std::span<const std::string> pre, std::span<const std::string> post,
                                std::span<const std::string> matched);

}  // namespace ecpr::survey
