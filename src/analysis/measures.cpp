#include <algorithm>
#include <cmath>

#include "ecpr/statistics/median.hpp"
#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/proportion.hpp"
#include "ecpr/statistics/reliability.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

namespace {

/// Scores that are means differ from a mark by rounding alone.
std::size_t at_or_above(const std::vector<double>& scores, double mark) {
  const double error = 1e-12 * std::abs(mark);
  return static_cast<std::size_t>(
      std::count_if(scores.begin(), scores.end(), [&](double score) { return score >= mark - error; }));
}

void describe_scores(const std::vector<double>& scores, Measure& measure) {
  const Undefined none{"nobody has a score"};
  measure.n = scores.size();
  measure.median = statistics::median(scores);
  measure.mean = measure.minimum = measure.maximum = none;
  measure.sd = Undefined{scores.empty() ? none.reason : "fewer than 2 scores"};
  if (scores.empty()) return;
  measure.mean = statistics::mean(scores);
  measure.minimum = *std::min_element(scores.begin(), scores.end());
  measure.maximum = *std::max_element(scores.begin(), scores.end());
  if (scores.size() > 1) measure.sd = statistics::standard_deviation(scores);
}

Defined<double> alpha_of(const survey::MeasuredOnce& measured) {
  if (!measured.products) return Undefined{"a measure of 1 item has no alpha"};
  return statistics::cronbach_alpha(covariance_of(*measured.products));
}

Measure describe_measure(const survey::MeasuredOnce& measured, double confidence) {
  const auto& questionnaire = measured.source.questionnaire;
  const auto& scale = questionnaire.scales.front();
  Measure measure;
  measure.name = measured.source.name;
  measure.label = measured.source.label;
  measure.not_scored = measured.not_scored;
  measure.items = scale.items.size();
  measure.minimum_answered = scale.minimum_answered;
  measure.possible = {scale.lowest, scale.highest};
  describe_scores(measured.scores, measure);
  measure.alpha = alpha_of(measured);
  measure.mark = measured.mark;
  if (!measured.mark) return measure;
  measure.at_or_above = at_or_above(measured.scores, *measured.mark);
  measure.share_interval = statistics::wilson_interval(*measure.at_or_above, measure.n, confidence);
  return measure;
}

}  // namespace

std::vector<Measure> describe_measures(const survey::Survey& survey, const Settings& settings) {
  std::vector<Measure> measures;
  for (const auto& measured : survey.measures) measures.push_back(describe_measure(measured, settings.confidence));
  return measures;
}

}  // namespace ecpr::analysis
