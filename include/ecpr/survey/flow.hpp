// How many people answered when.
#pragma once

#include <cstddef>
#include <vector>

#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// People of one kind.
struct Flow {
  std::size_t pre = 0, post = 0;            ///< in each wave
  std::size_t matched = 0;                  ///< in both
  std::size_t pre_only = 0, post_only = 0;  ///< in one alone
};

/// Everybody.
Flow flow_of(const Survey& survey);

/// Per group of the survey; last: those without a group.
std::vector<Flow> flow_of_groups(const Survey& survey);

}  // namespace ecpr::survey
