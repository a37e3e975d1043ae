#include "ecpr/analysis/analysis.hpp"

#include <algorithm>

#include "ecpr/survey/notes.hpp"
#include "parts.hpp"

namespace ecpr::analysis {

Analysis analyse(const survey::Survey& survey, const study::Study& study, unsigned threads) {
  return analyse(survey, study, threads, {});
}

Analysis analyse(const survey::Survey& survey, const study::Study& study, unsigned threads, const Progress& progress) {
  Analysis analysis;
  analysis.title = study.title;
  analysis.settings = {study.choices, survey.cluster_column};
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
