// Texts that are nearly an answer: "Nearly everyday" for "Nearly every day".
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ecpr/instruments/questionnaire.hpp"

namespace ecpr::survey {

/// The one of `labels` that `text` nearly is: the same but for blanks, punctuation, the words a, an, the and of, and,
/// where there are 6 letters or more, one letter. Empty when there is none, or when two of other meaning are as near.
std::optional<instruments::AnswerLabel> near_answer(std::string_view text,
                                                    std::span<const instruments::AnswerLabel> labels);

}  // namespace ecpr::survey
