#include "score_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace ecpr::figure {

ScorePairs score_pairs(const survey::Survey& survey, std::size_t outcome) {
  ScorePairs pairs;
  const auto& scores = survey.outcomes[outcome];
  for (std::size_t person = 0; person < survey.people(); ++person) {
    if (std::isnan(scores.pre.value[person]) || std::isnan(scores.post.value[person])) continue;
    pairs.pre.push_back(scores.pre.value[person]);
    pairs.post.push_back(scores.post.value[person]);
  }
  return pairs;
}

std::optional<double> reliable_limit(const analysis::Analysis& analysis, std::size_t outcome) {
  const std::size_t place = analysis.place(outcome, std::nullopt);
  if (place >= analysis.reliable_change.size()) return std::nullopt;
  const auto& change = analysis.reliable_change[place];
  return change.threshold && !change.withheld ? std::optional(*change.threshold) : std::nullopt;
}

std::vector<double> density(const std::vector<double>& values, const std::vector<double>& points) {
  std::vector<double> heights(points.size(), 0);
  if (values.empty()) return heights;
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double span = points.back() - points.front();
  const double bandwidth = std::max(1.06 * std::sqrt(squares / n) * std::pow(n, -0.2), span / 200);
  // Scores repeat: one kernel per distinct value, and no more of them than can be told apart.
  const double grain = values.size() > 5000 ? span / 2000 : 0;
  std::map<double, double> counts;
  for (const double value : values) ++counts[grain > 0 ? std::round(value / grain) * grain : value];
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (const auto& [value, count] : counts) {
      const double z = (points[i] - value) / bandwidth;
      if (std::abs(z) < 6) heights[i] += count * std::exp(-z * z / 2);
    }
  }
  const double highest = *std::max_element(heights.begin(), heights.end());
  if (highest > 0) {
    for (double& height : heights) height /= highest;
  }
  return heights;
}

}  // namespace ecpr::figure
