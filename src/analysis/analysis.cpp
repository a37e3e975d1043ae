#include "ecpr/analysis/analysis.hpp"

#include <algorithm>

#include "ecpr/survey/notes.hpp"
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
  settings.bootstrap = choices.bootstrap;
  settings.seed = choices.seed;
  if (choices.equivalence) {
    const auto [bound, standardized] = *choices.equivalence;
    const auto unit = standardized ? statistics::BoundUnit::d_z : statistics::BoundUnit::raw;
    settings.equivalence = {-bound, bound, unit};
  }
  return settings;
}

}  // namespace

Analysis analyse(const survey::Survey& survey, const study::Study& study, unsigned threads) {
  return analyse(survey, study, threads, {});
}

Analysis analyse(const survey::Survey& survey, const study::Study& study, unsigned threads, const Progress& progress) {
  Analysis analysis;
  analysis.title = study.title;
  analysis.settings = settings_of(study.choices);
  analysis.settings.cluster_column = survey.cluster_column;
  analysis.id_column = survey.id_column;
  analysis.group_column = survey.group_column;
  analysis.groups = survey.groups;
  analysis.participants = count_participants(survey);
  survey::require_pairs(survey);
  analysis.group_counts = count_groups(survey);
  analysis.outcomes = describe_outcomes(survey);
  const Members members(survey);
  compare_waves(survey, members, {threads, progress}, analysis);
  adjust_families(analysis);
  analysis.reliability = reliabilities(survey, analysis.settings, threads);
  compare_groups(survey, members, threads, analysis);
  count_reliable_changes(survey, members, threads, analysis);
  add_outcome_cautions(survey, study.days_between, analysis);
  analysis.measures = describe_measures(survey, analysis.settings);
  analysis.characteristics = describe_participants(survey);
  analysis.notes = notes_for_results(survey);
  return analysis;
}

}  // namespace ecpr::analysis
