#include "ecpr/statistics/attrition.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/standard_scale.hpp"
#include "ecpr/statistics/student_t.hpp"

namespace ecpr::statistics {
namespace {

constexpr const char* equal_scores = "the scores of matched and lost do not vary";

/// Of the scores in units of their spread; the variance of one person is 0.
struct Part {
  double n, mean, variance;
};

Part part(const std::vector<double>& scores) {
  return {static_cast<double>(scores.size()), mean(scores), scores.size() < 2 ? 0 : variance(scores)};
}

void add_summaries(Attrition& result, std::span<const double> matched, std::span<const double> lost) {
  result.n_matched = matched.size();
  result.n_lost = lost.size();
  result.matched_mean = matched.empty() ? Defined<double>(Undefined{"nobody was matched"}) : mean(matched);
  result.lost_mean = lost.empty() ? Defined<double>(Undefined{"nobody was lost"}) : mean(lost);
  if (matched.size() < 2)
    result.matched_sd = Undefined{"fewer than 2 people were matched"};
  else
    result.matched_sd = standard_deviation(matched);
  if (lost.size() < 2)
    result.lost_sd = Undefined{"fewer than 2 people were lost"};
  else
    result.lost_sd = standard_deviation(lost);
}

void refuse_test(Attrition& result, const std::string& reason) {
  result.t = result.degrees_of_freedom = result.p = Undefined{reason};
}

void add_welch_test(Attrition& result, const Part& matched, const Part& lost) {
  const double a = matched.variance / matched.n, b = lost.variance / lost.n;
  result.t = (lost.mean - matched.mean) / std::sqrt(a + b);
  result.degrees_of_freedom = (a + b) * (a + b) / (a * a / (matched.n - 1) + b * b / (lost.n - 1));
  result.p = student_t_two_sided(*result.t, *result.degrees_of_freedom).p;
}

}  // namespace

Attrition attrition(std::span<const double> matched, std::span<const double> lost, double typed_unit) {
  Attrition result;
  add_summaries(result, matched, lost);
  if (!result.matched_sd) refuse_test(result, result.matched_sd.reason());
  if (result.matched_sd && !result.lost_sd) refuse_test(result, result.lost_sd.reason());
  for (const Defined<double>* each : {&result.lost_mean, &result.matched_mean})
    if (!*each) result.smd = Undefined{each->reason()};
  if (!result.matched_mean || !result.lost_mean) return result;
  if (matched.size() + lost.size() < 3) {
    result.smd = Undefined{"fewer than 3 people"};
    return result;
  }
  const StandardScale scale(joined({{matched, lost}}), typed_unit);
  const Part stayed = part(scale(matched)), gone = part(scale(lost));
  const bool tested = result.matched_sd && result.lost_sd;
  if (std::sqrt(std::max(stayed.variance, gone.variance)) <= scale.rounding) {
    result.smd = Undefined{equal_scores};
    if (tested) refuse_test(result, equal_scores);
    return result;
  }
  const double squares = (stayed.n - 1) * stayed.variance + (gone.n - 1) * gone.variance;
  result.smd = (gone.mean - stayed.mean) / std::sqrt(squares / (stayed.n + gone.n - 2));
  if (tested) add_welch_test(result, stayed, gone);
  return result;
}

}  // namespace ecpr::statistics
