// Something measured once: fidelity of delivery, satisfaction.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ecpr/base/defined.hpp"
#include "ecpr/base/interval.hpp"

namespace ecpr::analysis {

/// A description of the scores; nothing is tested.
struct Measure {
  std::string name, label;
  std::size_t n = 0;           ///< ratings with a score
  std::size_t not_scored = 0;  ///< ratings with too few answers, none included only where the measure has its own file
  std::size_t items = 0;
  std::size_t minimum_answered = 0;
  Interval possible{0, 0};  ///< scores
  Defined<double> mean, sd, median, minimum, maximum;
  std::optional<double> mark;
  Defined<std::size_t> at_or_above;  ///< scores at or above the mark; empty without one
  Defined<Interval> share_interval;  ///< Wilson's, of their share
  Defined<double> alpha;             ///< from the ratings with every item answered
};

}  // namespace ecpr::analysis
