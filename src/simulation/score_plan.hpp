// What one score should look like: the plan's wish, completed from what is published of the instrument.
#pragma once

#include <string>

#include "ecpr/simulation/answer_model.hpp"
#include "ecpr/simulation/plan.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::simulation {

/// In units of the score.
struct ScorePlan {
  std::string name;                   ///< empty for an item that belongs to no score
  const OutcomePlan* plan = nullptr;  ///< null: nothing stated
  const instruments::Scale* scale = nullptr;
  instruments::Direction direction = instruments::Direction::neutral;
  double mean = 0, sd = 1, reliability = 0.8, correlation = 0;

  /// What the sum of `items` items is multiplied by to give the score.
  double unit(std::size_t items) const;
  /// The same in units of the items' sum.
  ScoreTarget target(double unit) const { return {mean / unit, sd / unit, reliability, correlation}; }
};

/// Of a ready score of `outcome`, of its `scale`, or (both `scored` and no scale) of an item outside all scales.
/// The plan's own values come first, then published norms and reliability, then the middle of the possible scores with
/// a sixth of their range as SD (a quarter for a single answer), and a reliability of 0.8.
ScorePlan score_plan(const Plan& plan, const study::Outcome& outcome, const instruments::Scale* scale);

}  // namespace ecpr::simulation
