// The parts of an analysis, one function each.
#pragma once

#include <vector>

#include "cell.hpp"
#include "ecpr/analysis/analysis.hpp"
#include "ecpr/analysis/progress.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::analysis {

std::vector<Outcome> describe_outcomes(const survey::Survey& survey);

/// How many threads share the work, and who is told of it.
struct Work {
  unsigned threads;
  const Progress& progress;
};

/// One comparison per outcome and group, and who was lost; P values are not adjusted yet.
/// Requires: settings, groups and outcomes.
void compare_waves(const survey::Survey& survey, const Members& members, const Work& work, Analysis& analysis);

/// Groups against each other, where there are two. Requires: comparisons.
void compare_groups(const survey::Survey& survey, const Members& members, unsigned threads, Analysis& analysis);

/// Who really changed, per outcome and group. Requires: comparisons and reliability.
void count_reliable_changes(const survey::Survey& survey, const Members& members, unsigned threads, Analysis& analysis);

/// Adds to the rows of all participants what should be known of the outcome itself: items that go against the others,
/// slopes that differ between groups, a window of recall longer than the time between the waves.
void add_outcome_cautions(const survey::Survey& survey, std::optional<double> days_between, Analysis& analysis);

/// Adjusts P within each group, over totals (and subscales without a total), subscales and single items apart;
/// then says what is significant.
void adjust_families(Analysis& analysis);

std::vector<Reliability> reliabilities(const survey::Survey& survey, const Settings& settings, unsigned threads);

/// The covariances of the items behind `products`.
statistics::ItemCovariance covariance_of(const survey::ItemProducts& products);

/// Table 8: what was measured once.
std::vector<Measure> describe_measures(const survey::Survey& survey, const Settings& settings);

Participants count_participants(const survey::Survey& survey);
std::vector<GroupCount> count_groups(const survey::Survey& survey);

/// Table 1: the characteristics of the matched people.
std::vector<Characteristic> describe_participants(const survey::Survey& survey);

}  // namespace ecpr::analysis
