#include "ecpr/survey/no_answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "answer_rule.hpp"
#include "ecpr/base/interval.hpp"
#include "suspicious_codes.hpp"

namespace ecpr::survey {

namespace {

/// Where the answers to an outcome can lie; of ready scores without a range, where those lie that are no usual codes.
Interval range_of(const Survey& survey, std::size_t place) {
  const auto& outcome = survey.source(place);
  if (outcome.scored) return {outcome.questionnaire.lowest, outcome.questionnaire.highest};
  if (outcome.range) return *outcome.range;
  Interval seen{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const auto& scored : survey.outcomes) {
    if (scored.source != place) continue;
    for (const auto* column : {&scored.pre, &scored.post}) {
      for (const double value : column->value) {
        if (!std::isfinite(value) || is_usual_code(value)) continue;
        seen.lower = std::min(seen.lower, value);
        seen.upper = std::max(seen.upper, value);
      }
    }
  }
  return seen;
}

bool contains(const Interval& range, double value) { return value >= range.lower && value <= range.upper; }

bool is_code(double number, const Interval& answers) {
  if (is_usual_code(number) || number == 9 || number == 8) return true;
  return number < 0 && number == std::floor(number) && answers.lower >= 0;
}

}  // namespace

bool may_mean_no_answer(const Survey& survey, std::size_t outcome, std::string_view value) {
  if (thousands_sign(value) != 0) return false;
  const auto number = NumberSpelling{true, true}.parse(value);
  if (!number) return true;
  if (!is_code(*number, range_of(survey, outcome))) return false;
  for (std::size_t place = 0; place < survey.sources.size() + survey.measures.size(); ++place) {
    if (contains(range_of(survey, place), *number)) return false;
  }
  return true;
}

}  // namespace ecpr::survey
