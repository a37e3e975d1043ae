// How many answers of an outcome can be used, and whether they look like those of another form.
#pragma once

#include <cstddef>
#include <string>

#include "scoring.hpp"

namespace ecpr::survey {

/// The answers of one wave, those that cannot be used included.
struct AnswerCount {
  std::size_t answers = 0;
  std::size_t out_of_range = 0, unreadable = 0;
  std::size_t other_coding = 0;  ///< of `out_of_range`: within the range of another coding
  std::size_t this_coding = 0;   ///< outside the range of every other coding
};

AnswerCount count_answers(const instruments::Questionnaire& questionnaire, const WaveAnswers& answers);

/// Why an outcome of items is not scored, as half a sentence; empty when it is.
///
/// More than 5% of its answers, in both waves together or 2 or more in one, out of range or unreadable (of a scale of
/// one's own: 3 or more); or, where a coding was assumed, a wave with answers that only another coding allows and none
/// that only the assumed one does. `commonest` is the text that could not be read most often.
std::string reason_not_to_score(const AnswerCount& pre, const AnswerCount& post, const study::Outcome& outcome,
                                const std::string& commonest);

/// "3 of 66 answers count as missing: 2 out of range or not whole, 1 unreadable"; empty when all can be used.
std::string unusable_answers(const AnswerCount& pre, const AnswerCount& post);

}  // namespace ecpr::survey
