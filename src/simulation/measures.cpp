#include "measures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/study/outcome.hpp"

namespace ecpr::simulation {

namespace {

study::Outcome as_outcome(const study::Measure& measure) {
  study::OwnScale scale;
  scale.name = measure.name;
  scale.label = measure.label;
  scale.items = measure.columns;
  scale.range = measure.range;
  scale.mean = measure.mean;
  scale.minimum_answered = measure.minimum_answered;
  for (std::size_t item = 0; item < measure.columns.size(); ++item) {
    if (std::find(measure.reversed.begin(), measure.reversed.end(), measure.columns[item]) != measure.reversed.end())
      scale.reversed.push_back(item);
  }
  study::Outcome outcome;
  outcome.name = measure.name;
  outcome.label = measure.label;
  outcome.scored = true;
  outcome.separate_waves = true;
  outcome.questionnaire = study::own_scale(scale);
  (measure.post ? outcome.post : outcome.pre).names = measure.columns;
  return outcome;
}

void refuse_change(const study::Measure& measure, const Plan& plan) {
  for (const auto& outcome : plan.outcomes) {
    if (outcome.name != measure.name || (outcome.d_z == 0 && outcome.group_d_z.empty() && !outcome.correlation))
      continue;
    throw DefinitionError(fmt::format("{}:{}: {} is measured once, and so it has neither d_z nor correlation",
                                      plan.file, outcome.line, outcome.name));
  }
}

}  // namespace

study::Study with_measures(study::Study study, const Plan& plan) {
  for (const auto& measure : study.measures) {
    if (measure.file) continue;
    refuse_change(measure, plan);
    study.outcomes.push_back(as_outcome(measure));
  }
  return study;
}

}  // namespace ecpr::simulation
