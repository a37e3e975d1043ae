// The parts of an analysis, one function each.
#pragma once

#include <vector>

#include "ecpr/analysis/analysis.hpp"
#include "ecpr/study/study.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::analysis {

std::vector<Outcome> describe_outcomes(const survey::Survey& survey);

/// One comparison per outcome and group; P values are not adjusted yet.
std::vector<Comparison> compare_waves(const survey::Survey& survey, const Settings& settings);

/// Adjusts P within each group, over totals (and subscales without a total), subscales and single items apart;
/// then says what is significant.
void adjust_families(Analysis& analysis);

std::vector<Reliability> reliabilities(const survey::Survey& survey, const Settings& settings);

Participants count_participants(const survey::Survey& survey);
std::vector<GroupCount> count_groups(const survey::Survey& survey);

/// Table 1: the characteristics of the matched people.
std::vector<Characteristic> describe_participants(const survey::Survey& survey);

}  // namespace ecpr::analysis
