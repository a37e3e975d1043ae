// Problems that somebody should still look at.
#pragma once

#include <cstddef>

#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

/// All problems but those that the user has settled: second rows of a person in a wave, where the study says which one
/// counts.
std::size_t open_problems(const Survey& survey, const study::Study& study);

}  // namespace ecpr::survey
