// How often intervals cover what they should, and tests reject what is true, in made-up samples.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "population.hpp"

namespace ecpr::checks {

/// So many of so many; samples in which the statistic does not exist are counted apart.
struct Tally {
  std::size_t count = 0, of = 0, undefined = 0;

  void add(bool hit) {
    count += hit;
    ++of;
  }
  double share() const { return of == 0 ? 0 : static_cast<double>(count) / static_cast<double>(of); }
};

/// By the name of the statistic.
using Tallies = std::map<std::string, Tally>;

/// Samples of one size from one kind of answers.
struct Scenario {
  Answers answers = Answers::normal;
  std::size_t n = 0;
  std::size_t samples = 0;  ///< made-up samples; a tenth of them for the bootstrap
  std::uint64_t seed = 1;
};

inline constexpr double confidence = 0.95, alpha = 0.05, effect = 0.5;

/// Coverage of the 95% intervals where there is a change of half an SD before the answers are cut.
Tallies coverage(const Scenario& scenario);

/// How often the tests reject at .05 although what they test is true.
Tallies false_alarms(const Scenario& scenario);

}  // namespace ecpr::checks
