// Codings that need not be stated, because every answer is a text.
#pragma once

#include <optional>

#include "ecpr/instruments/missing_choices.hpp"
#include "study_options.hpp"

namespace ecpr::cli {

/// Whether every input is a file: standard input and pipes hold something only once.
bool can_be_read_again(const StudyOptions& options);

/// `options` with a coding for each that is missing, where all scores are the same in every coding: so they are when
/// all answers are texts. Reads the files once per coding. Empty when they differ, when an order is missing, or when
/// the input cannot be read again. Throws as reading does.
std::optional<StudyOptions> stated_by_texts(const StudyOptions& options, const instruments::ChoicesMissing& missing);

}  // namespace ecpr::cli
