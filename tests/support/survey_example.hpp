// A small survey as it stands after reading: four people, a scale, a ready score, problems.
#pragma once

#include <limits>
#include <string>

#include "ecpr/survey/survey.hpp"

namespace ecpr::testing {

inline constexpr double no_score = std::numeric_limits<double>::quiet_NaN();

/// "b" answered before, "c" after, "a" and "=d" both; "=d" has no group.
inline survey::Survey small_survey() {
  survey::Survey survey;
  survey.files = {{"data/pre.csv", "pre.csv", 3, "UTF-8", ',', "", {"id", "role", "hope_1", "hope_2", "pulse"}},
                  {"data/post.csv", "post.csv", 3, "UTF-8", ';', "00ff", {"id", "hope_1", "hope_2", "pulse"}}};
  survey.wave_files = 2;
  survey.id_column = "id";
  survey.group_column = "role";
  survey.ids = {"=d", "a", "b", "c"};
  survey.groups = {"Peers", "Clinicians, others"};
  survey.group = {survey::nobody, 0, 1, 0};
  survey.waves = {3, 3, 1, 2};
  survey.pre_line = {2, 3, 4, 0};
  survey.post_line = {4, 2, 0, 3};
  study::Outcome hope;
  hope.name = "hope";
  hope.label = "Hope";
  hope.scored = true;
  hope.questionnaire.title = hope.questionnaire.label = "Hope";
  hope.questionnaire.lowest = 1;
  hope.questionnaire.highest = 4;
  hope.questionnaire.items.resize(2);
  study::Outcome pulse;
  pulse.name = pulse.label = "pulse";
  survey.sources = {hope, pulse};
  survey.answers = {{5, 6, 1, 0, {2, 3}, {1, 2}}, {3, 2, 0, 0, {4}, {3}}};
  survey::ScoredOutcome scale{"hope", "Hope", 0, 0, {}, {}, ""};
  scale.pre = {{3.5, 2, no_score, no_score}, {2, 1, 0, 0}, {0, 1, 0, 0}};
  scale.post = {{4, 0.1 + 0.2, no_score, 1}, {2, 2, 0, 2}, {0, 0, 0, 0}};
  survey::ScoredOutcome ready{
      "pulse", "pulse", 1, {}, {{60, 70, -1.5, no_score}, {}, {}}, {{61, no_score, no_score, 80}, {}, {}}, ""};
  survey.outcomes = {scale, ready};
  return survey;
}

/// A problem in the first file.
inline survey::Problem problem_at(survey::ProblemKind kind, std::uint32_t line, std::uint32_t column) {
  survey::Problem problem;
  problem.kind = kind;
  problem.line = line;
  problem.column = column;
  return problem;
}

}  // namespace ecpr::testing
