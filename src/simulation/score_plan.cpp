#include "score_plan.hpp"

#include <algorithm>

#include "ecpr/instruments/instrument.hpp"

namespace ecpr::simulation {

namespace {

const OutcomePlan* find_plan(const Plan& plan, const std::string& name) {
  const auto found = std::find_if(plan.outcomes.begin(), plan.outcomes.end(),
                                  [&](const OutcomePlan& outcome) { return outcome.name == name; });
  return found == plan.outcomes.end() ? nullptr : &*found;
}

/// Middle of the possible scores, and a sixth of their range; a quarter for a single answer, which varies more.
void set_by_range(ScorePlan& score, Interval range, bool single) {
  score.mean = (range.lower + range.upper) / 2;
  score.sd = (range.upper - range.lower) / (single ? 4 : 6);
}

void set_by_publications(ScorePlan& score, const instruments::Instrument& instrument) {
  const auto norm = std::find_if(instrument.norms.begin(), instrument.norms.end(),
                                 [&](const auto& one) { return one.scale == score.scale->name; });
  if (norm != instrument.norms.end()) {
    score.mean = norm->mean;
    score.sd = norm->sd;
  }
  for (const auto& published : instrument.reliabilities) {
    if (published.scale != score.scale->name) continue;
    score.reliability = (published.lowest + published.highest) / 2;
    return;
  }
}

void set_by_scale(ScorePlan& score, const study::Outcome& outcome) {
  set_by_range(score, {score.scale->lowest, score.scale->highest}, score.scale->items.size() == 1);
  score.direction = score.scale->direction;
  if (!score.scale->name.empty()) score.name += "." + score.scale->name;
  if (outcome.instrument) set_by_publications(score, *outcome.instrument);
}

void set_by_plan(ScorePlan& score, const OutcomePlan& plan) {
  score.plan = &plan;
  score.mean = plan.mean.value_or(score.mean);
  score.sd = plan.sd.value_or(score.sd);
  score.reliability = plan.reliability.value_or(score.reliability);
  score.correlation = plan.correlation.value_or(score.correlation);
}

}  // namespace

double ScorePlan::unit(std::size_t items) const {
  if (!scale) return 1;
  const bool averaged = scale->aggregate == instruments::Aggregate::mean;
  return scale->multiplier / (averaged ? static_cast<double>(items) : 1);
}

ScorePlan score_plan(const Plan& plan, const study::Outcome& outcome, const instruments::Scale* scale) {
  ScorePlan score;
  score.scale = scale;
  score.correlation = plan.correlation;
  if (outcome.scored && !scale) {
    set_by_range(score, {outcome.questionnaire.value_lowest, outcome.questionnaire.value_highest}, true);
    return score;
  }
  score.name = outcome.name;
  if (scale) {
    set_by_scale(score, outcome);
  } else {
    score.direction = outcome.direction;
    score.mean = 50;
    score.sd = 10;
    if (outcome.range) set_by_range(score, *outcome.range, outcome.single_item);
  }
  if (const OutcomePlan* own = find_plan(plan, score.name)) set_by_plan(score, *own);
  return score;
}

}  // namespace ecpr::simulation
