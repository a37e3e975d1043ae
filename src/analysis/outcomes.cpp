#include <algorithm>

#include "parts.hpp"

namespace ecpr::analysis {

namespace {

bool has_total(const instruments::Questionnaire& questionnaire) {
  return std::any_of(questionnaire.scales.begin(), questionnaire.scales.end(),
                     [](const instruments::Scale& scale) { return scale.name.empty(); });
}

void describe_scale(const study::Outcome& source, const instruments::Scale& scale, Outcome& outcome) {
  const auto& questionnaire = source.questionnaire;
  outcome.kind = scale.name.empty() ? OutcomeKind::total : OutcomeKind::subscale;
  outcome.indented = !scale.name.empty() && has_total(questionnaire);
  outcome.title = questionnaire.title;
  if (questionnaire.published) outcome.scale_of = questionnaire.id;
  outcome.direction = scale.direction;
  outcome.possible = Interval{scale.lowest, scale.highest};
  outcome.items = scale.items.size();
  outcome.minimum_answered = scale.minimum_answered;
  outcome.prorated = scale.prorated && scale.minimum_answered < scale.items.size();
  if (questionnaire.coding_assumed)
    outcome.notes.push_back("The coding is assumed: " + questionnaire.coding_meaning + ".");
  if (questionnaire.order_assumed)
    outcome.notes.push_back("The order of the items is assumed: " + questionnaire.order + ".");
}

}  // namespace

std::vector<Outcome> describe_outcomes(const survey::Survey& survey) {
  std::vector<Outcome> outcomes;
  for (const auto& scored : survey.outcomes) {
    const study::Outcome& source = survey.sources[scored.source];
    Outcome& outcome = outcomes.emplace_back();
    outcome.name = scored.name;
    outcome.label = outcome.title = scored.label;
    outcome.direction = source.direction;
    outcome.possible = source.range;
    if (scored.scale) describe_scale(source, source.questionnaire.scales[*scored.scale], outcome);
    outcome.single_item = source.single_item;
    if (source.single_item) outcome.kind = OutcomeKind::item;
  }
  return outcomes;
}

}  // namespace ecpr::analysis
