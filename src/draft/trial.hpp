// Whether a drafted study runs.
#pragma once

#include <optional>
#include <string>

#include "ecpr/survey/survey.hpp"

namespace ecpr::draft {

/// What came of reading the survey that a study file describes.
struct Trial {
  std::optional<survey::Survey> survey;
  std::string trouble;  ///< why it cannot be analysed; empty when it can
};

/// Reads `text` as a study file in `folder`, and then the survey.
Trial try_study(const std::string& text, const std::string& folder);

}  // namespace ecpr::draft
