// Which answers each wave has to an outcome, those out of range included.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "settle.hpp"

namespace ecpr::survey {

/// How often each number was answered.
using Codes = std::map<double, std::size_t>;

/// The answers to one outcome in one wave, of everybody who counts in it.
struct AnswersSeen {
  std::size_t people = 0;             ///< who answered an item
  std::vector<std::size_t> answered;  ///< per item, usable answers
  std::vector<std::size_t> unusable;  ///< per item, out of range or unreadable ones
  Codes codes;                        ///< of all items, with the numbers that are out of range; empty when very many
};

/// The same for both waves.
struct OutcomeSeen {
  AnswersSeen pre, post;
};

/// What was answered to every outcome of the layout.
std::vector<OutcomeSeen> answers_seen(const Rows& rows, const Settled& settled, const Survey& survey);

}  // namespace ecpr::survey
