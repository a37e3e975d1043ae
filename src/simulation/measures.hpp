// What a study asks once, as outcomes of one wave.
#pragma once

#include "ecpr/simulation/plan.hpp"
#include "ecpr/study/study.hpp"

namespace ecpr::simulation {

/// `study` with an outcome more for every measure that participants answer; it has columns at that wave alone.
/// Measures with a file of their own, which are ratings of sessions and not of people, are left out.
/// Throws DefinitionError where `plan` asks a measure to change.
study::Study with_measures(study::Study study, const Plan& plan);

}  // namespace ecpr::simulation
