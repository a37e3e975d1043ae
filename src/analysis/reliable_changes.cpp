#include "reliable_changes.hpp"

#include <algorithm>

namespace ecpr::analysis {

namespace {

const study::Outcome& source_of(const survey::Survey& survey, std::size_t place) {
  return survey.sources[survey.outcomes[place].source];
}

/// Which scale of its questionnaire the outcome is; null for a ready score.
const instruments::Scale* scale_of(const survey::Survey& survey, std::size_t place) {
  const auto& scored = survey.outcomes[place];
  return scored.scale ? &source_of(survey, place).questionnaire.scales[*scored.scale] : nullptr;
}

/// A stated reliability is that of the total; where there is none, of every scale.
bool is_stated_for(const study::Outcome& source, const instruments::Scale* scale) {
  if (!source.reliability) return false;
  if (!scale || scale->name.empty()) return true;
  const auto& scales = source.questionnaire.scales;
  return std::none_of(scales.begin(), scales.end(), [](const auto& other) { return other.name.empty(); });
}

Defined<double> alpha_before(const Analysis& analysis, std::size_t place) {
  for (const Reliability& reliability : analysis.reliability) {
    if (reliability.outcome == place && !reliability.group && !reliability.post) return reliability.alpha;
  }
  if (analysis.outcomes[place].items == 0) return Undefined{"no reliability of this score is stated"};
  return Undefined{"a scale of 1 item has no alpha, and no reliability is stated"};
}

}  // namespace

ReliableChange reliable_change_basis(const Analysis& analysis, std::size_t place, const survey::Survey& survey) {
  ReliableChange basis;
  basis.outcome = place;
  const study::Outcome& source = source_of(survey, place);
  const auto* scale = scale_of(survey, place);
  if (is_stated_for(source, scale)) {
    basis.reliability = *source.reliability;
    basis.source = ReliabilitySource::study_file;
  } else {
    basis.reliability = alpha_before(analysis, place);
  }
  for (const auto& published : source.questionnaire.minimal_important_changes) {
    if (!scale || published.scale != scale->name) continue;
    basis.minimal_important_change = published.change;
    basis.important_change_source = published.source;
  }
  return basis;
}

ReliableChange reliable_change(const Analysis& analysis, ReliableChange basis, std::optional<std::size_t> group,
                               const Defined<statistics::PairedSample>& sample) {
  using statistics::Improvement;
  const Comparison& comparison = analysis.comparison(basis.outcome, group);
  basis.group = group;
  basis.withheld = comparison.withheld;
  basis.n = comparison.test.n;
  if (!sample) {
    basis.threshold = Undefined{sample.reason()};
    basis.counts = Undefined{sample.reason()};
    return basis;
  }
  const auto direction = analysis.outcomes[basis.outcome].direction;
  const bool lower = direction == instruments::Direction::lower_is_better;
  const Improvement improvement = lower ? Improvement::lower : Improvement::higher;
  const auto& pre_sd = analysis.comparison(basis.outcome, {}).test.pre_sd;
  const auto change = statistics::reliable_change(*sample, pre_sd, basis.reliability, improvement);
  basis.threshold = change.threshold;
  basis.counts = change.counts;
  if (basis.minimal_important_change)
    basis.important = statistics::important_change(*sample, *basis.minimal_important_change, improvement);
  if (direction == instruments::Direction::neutral)
    basis.counts = basis.important = Undefined{"no direction of improvement is stated"};
  return basis;
}

}  // namespace ecpr::analysis
