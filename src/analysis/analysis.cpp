#include "ecpr/analysis/analysis.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

namespace {

Settings settings_of(const study::Choices& choices) {
  Settings settings;
  settings.confidence = choices.confidence;
  settings.alpha = choices.alpha;
  settings.adjust = static_cast<Adjustment>(choices.adjust);
  settings.effect_sizes = choices.effect_sizes;
  if (choices.bonett_interval) settings.average_interval = statistics::AverageInterval::bonett;
  settings.min_cell = choices.min_cell;
  return settings;
}

void require_pairs(const Analysis& analysis, const survey::Survey& survey) {
  if (analysis.participants.matched > 0) return;
  const std::string where = survey.files.size() == 1
                                ? survey.files[0].name
                                : fmt::format("{} and {}", survey.files[0].name, survey.files[1].name);
  throw InputError(
      fmt::format("{}: no pairs: none of {} people before and {} after has the same '{}' in both waves; "
                  "ecpr check shows the ids",
                  where, analysis.participants.pre, analysis.participants.post, analysis.id_column));
}

}  // namespace

Analysis analyse(const survey::Survey& survey, const study::Study& study) {
  Analysis analysis;
  analysis.title = study.title;
  analysis.settings = settings_of(study.choices);
  analysis.id_column = survey.id_column;
  analysis.group_column = survey.group_column;
  analysis.groups = survey.groups;
  analysis.participants = count_participants(survey);
  require_pairs(analysis, survey);
  analysis.group_counts = count_groups(survey);
  analysis.outcomes = describe_outcomes(survey);
  analysis.comparisons = compare_waves(survey, analysis.settings);
  adjust_families(analysis);
  analysis.reliability = reliabilities(survey, analysis.settings);
  analysis.characteristics = describe_participants(survey);
  analysis.notes = survey.notes;
  return analysis;
}

}  // namespace ecpr::analysis
