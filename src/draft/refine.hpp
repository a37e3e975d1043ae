// What a trial of the draft teaches.
#pragma once

#include "ecpr/survey/survey.hpp"
#include "material.hpp"
#include "study_text.hpp"

namespace ecpr::draft {

/// Holds back outcomes that nobody has in both waves, or that change for nobody, and scales of which items run against
/// the others (their columns stand for themselves instead), and groups that differ between the waves; asks what to do
/// with duplicates. Whether anything has changed.
bool refine(const Material& material, const survey::Survey& survey, Draft& draft);

}  // namespace ecpr::draft
