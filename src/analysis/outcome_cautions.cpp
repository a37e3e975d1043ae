#include <fmt/format.h>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

namespace {

/// "4 (sad)": an item by its number in the form, with its cue word where it has one.
std::string item_name(const survey::Survey& survey, std::size_t outcome, std::size_t place) {
  const auto& scored = survey.outcomes[outcome];
  const auto& questionnaire = survey.sources[scored.source].questionnaire;
  const std::size_t item = questionnaire.scales[*scored.scale].items[place];
  const std::string& cue = questionnaire.items[item].cue;
  return fmt::format("{}{}", item + 1, cue.empty() ? "" : " (" + cue + ")");
}

void add_items_against_the_others(const survey::Survey& survey, const Reliability& reliability, Analysis& analysis) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < reliability.item_statistics.size(); ++i) {
    const auto& correlation = reliability.item_statistics[i].item_rest_correlation;
    if (correlation && *correlation < 0) names.push_back(item_name(survey, reliability.outcome, i));
  }
  if (names.empty()) return;
  analysis.comparisons[analysis.place(reliability.outcome, {})].notes.push_back(
      fmt::format("{} {} {} the other items {} (item-rest correlation below 0): a forgotten reversal?",
                  names.size() == 1 ? "item" : "items", listed(names),
                  names.size() == 1 ? "goes against" : "go against", reliability.post ? "after" : "before"));
}

}  // namespace

void add_outcome_cautions(const survey::Survey& survey, std::optional<double> days_between, Analysis& analysis) {
  for (const Reliability& reliability : analysis.reliability)
    add_items_against_the_others(survey, reliability, analysis);
  for (const GroupDifferences& differences : analysis.group_differences) {
    if (differences.slopes_differ)
      analysis.comparisons[analysis.place(differences.outcome, {})].notes.push_back(
          fmt::format("the slope of post on pre differs between the groups{} (P below .05)",
                      differences.test.left_out.empty() ? "" : " that are compared"));
  }
  if (!days_between) return;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const auto& recall = survey.sources[survey.outcomes[i].source].questionnaire.recall_days;
    if (recall && *recall > *days_between)
      analysis.comparisons[analysis.place(i, {})].notes.push_back(
          fmt::format("the questions are about the last {} days, but the waves lie {} days apart", *recall,
                      shortest(*days_between)));
  }
}

}  // namespace ecpr::analysis
