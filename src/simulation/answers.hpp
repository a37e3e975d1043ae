// What one person answers to one outcome.
#pragma once

#include <string>
#include <vector>

#include "blocks.hpp"
#include "people.hpp"

namespace ecpr::simulation {

/// Per item, as the file spells it; empty: no answer.
struct OutcomeAnswers {
  std::vector<std::string> pre, post;
};

/// The answers of person `number` to outcome `outcome`, which is made of `blocks`.
OutcomeAnswers draw_answers(const Plan& plan, const std::vector<Block>& blocks, std::size_t outcome,
                            const Person& person, std::size_t number);

}  // namespace ecpr::simulation
