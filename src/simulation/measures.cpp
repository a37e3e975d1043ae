#include "measures.hpp"

#include <fmt/format.h>

#include "ecpr/base/error.hpp"
#include "ecpr/study/outcome.hpp"

namespace ecpr::simulation {

namespace {

study::Outcome as_outcome(const study::Measure& measure) {
  study::Outcome outcome = study::scale_of(measure);
  outcome.separate_waves = true;
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
