#include "ecpr/analysis/require_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::analysis {

namespace {

/// The names of the outcomes' sources, each once, without those that are not scored.
std::vector<std::string> without_scores(const survey::Survey& survey) {
  constexpr std::size_t few = 6;
  std::vector<std::string> names;
  for (const auto& outcome : survey.outcomes) {
    const std::string name = "'" + printable(survey.source(outcome.source).name) + "'";
    if (outcome.unscored.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (names.size() <= few) return names;
  const std::size_t more = names.size() - few;
  names.resize(few);
  names.push_back(fmt::format("{} more", more));
  return names;
}

/// The name of the whole outcome, or of its scale where others of it are scored.
const std::string& name_of_unscored(const survey::Survey& survey, const survey::ScoredOutcome& unscored) {
  const bool in_part = std::any_of(survey.outcomes.begin(), survey.outcomes.end(), [&](const auto& other) {
    return other.source == unscored.source && other.unscored.empty();
  });
  return in_part ? unscored.name : survey.source(unscored.source).name;
}

}  // namespace

std::vector<std::string> not_scored(const survey::Survey& survey) {
  std::vector<std::string> sentences;
  for (const auto& outcome : survey.outcomes) {
    if (outcome.unscored.empty()) continue;
    const std::string sentence =
        fmt::format("{} is not scored: {}", printable(name_of_unscored(survey, outcome)), outcome.unscored);
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end()) sentences.push_back(sentence);
  }
  return sentences;
}

void require_comparison(const Analysis& analysis, const survey::Survey& survey) {
  if (analysis.outcomes.empty()) return;
  const auto& all = analysis.comparisons;
  if (std::any_of(all.begin(), all.end(), [](const Comparison& one) { return !one.group && one.test.n > 0; })) return;
  std::vector<std::string> reasons = not_scored(survey);
  const auto names = without_scores(survey);
  if (!names.empty()) reasons.push_back(fmt::format("nobody has a score of {} in both waves", listed(names, "or")));
  throw InputError(
      fmt::format("no outcome could be compared: {}; ecpr check, with the same input, shows what stands "
                  "in the columns and what could not be read",
                  fmt::join(reasons, "; ")));
}

}  // namespace ecpr::analysis
