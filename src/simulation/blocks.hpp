// The study's outcomes as models of answers: what the plan asks for, made of the items that the study has.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ecpr/simulation/answer_model.hpp"
#include "ecpr/simulation/plan.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::simulation {

/// Items of one outcome that measure the same thing.
struct Block {
  std::string name;                             ///< of the score, as the plan calls it: "panas20.positive"
  std::vector<std::size_t> items;               ///< places among the outcome's columns
  std::vector<std::vector<std::string>> texts;  ///< per item, its answers as the file spells them, by rank
  AnswerModel model;
  double improvement = 1;      ///< 1 where a higher score is better, -1 where it is worse
  std::vector<double> shifts;  ///< per group of the plan
};

/// Per outcome of the study its blocks: the total with all of its items, or every subscale where there is no total.
/// Items that belong to no score stand alone. `groups` gives the order of the shifts.
/// Throws DefinitionError where the plan names unknown outcomes or groups, or asks for what the answers cannot give.
std::vector<std::vector<Block>> make_blocks(const study::Study& study, const Plan& plan,
                                            const std::vector<GroupPlan>& groups);

}  // namespace ecpr::simulation
