// Whether the answers of two waves look like answers to one form.
#pragma once

#include <cstddef>
#include <optional>

#include "answers_seen.hpp"
#include "ecpr/base/interval.hpp"

namespace ecpr::survey {

/// Two waves that do not look as if they had one form.
struct FormEvidence {
  Interval pre, post;  ///< the answers seen, single slips far outside aside
  std::size_t n_pre = 0, n_post = 0;
  double beyond_pre = 0, beyond_post = 0;  ///< share of the wave's answers beyond all of the other wave
  std::optional<double> shift = {};        ///< what to take from every answer after, so that the codes meet
};

/// How an outcome asks.
struct AskedWith {
  std::size_t items = 1;
  bool ready_score = false;  ///< one number that nobody ticked
  bool published = false;    ///< within the range of a built-in instrument
};

/// The evidence that the answers of the two waves are codes of two forms; empty where there is none.
///
/// Apart: two sets of at most 11 codes that do not meet, further from each other than any form reaches, or two sets of
/// 4 or more codes of which one is the other, shifted. Shifted ranges: at one end one wave, at the other end the other
/// one has answers beyond all of the other wave, 3% or more each, a tenth together. Wider: a tenth at one end, by two
/// codes or more; never within the range of a built-in instrument. The last two need several items, 20 answers in each
/// wave, and that a true change would hardly look so (probability below .02).
std::optional<FormEvidence> other_form(const Codes& pre, const Codes& post, const AskedWith& asked);

/// How probable it is that `few` has no answer above its highest one, if its people gave the answers of `many`, with
/// every next higher one more (or less) likely by a constant factor: the one that makes their means agree as far as the
/// codes of `few` go. `items` answers of one person are as good as items / (1 + 0.3 (items - 1)). 1 where it cannot be
/// told.
double probability_of_none_above(const Codes& few, const Codes& many, std::size_t items);

}  // namespace ecpr::survey
