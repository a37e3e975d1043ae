// A study as text and its files as text, read by the real engine.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "ecpr/survey/survey.hpp"
#include "refusal.hpp"
#include "working_folder.hpp"

namespace ecpr::testing {

/// The study that a study file "study.toml" in the working folder says.
inline study::Study study_of(std::string_view text) {
  study::Study study = study::parse_study(text, "study.toml", "");
  study::complete(study);
  return study;
}

/// The survey of a study file, whose files stand in the working folder.
inline survey::Survey survey_of(std::string_view text) { return survey::read_survey(study_of(text), {}); }

/// The same for one file "survey.csv" with `rows`; `outcomes` are the tables below [input].
inline survey::Survey one_file(std::string_view rows, std::string_view outcomes, std::string_view input = "") {
  const WorkingFolder folder;
  folder.write("survey.csv", rows);
  return survey_of("[input]\nfile = \"survey.csv\"\n" + std::string(input) + "\n" + std::string(outcomes));
}

/// The same for "pre.csv" and "post.csv".
inline survey::Survey two_files(std::string_view pre, std::string_view post, std::string_view outcomes,
                                std::string_view input = "id = \"id\"") {
  const WorkingFolder folder;
  folder.write("pre.csv", pre);
  folder.write("post.csv", post);
  return survey_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\n" + std::string(input) + "\n" +
                   std::string(outcomes));
}

/// A ready score "hope" in the column "hope".
inline constexpr std::string_view hope = "[[outcome]]\nname = \"hope\"\ncolumn = \"hope\"\n";

/// The outcome called `name`. Throws when there is none.
inline const survey::ScoredOutcome& outcome_named(const survey::Survey& survey, std::string_view name) {
  for (const auto& outcome : survey.outcomes) {
    if (outcome.name == name) return outcome;
  }
  throw std::out_of_range("no outcome " + std::string(name));
}

/// The place of a person. Throws when there is none.
inline std::size_t person(const survey::Survey& survey, std::string_view id) {
  const auto found = std::find(survey.ids.begin(), survey.ids.end(), id);
  if (found == survey.ids.end()) throw std::out_of_range("nobody is called " + std::string(id));
  return static_cast<std::size_t>(found - survey.ids.begin());
}

/// The score of a person before or after; NaN: none.
inline double score_of(const survey::Survey& survey, std::string_view outcome, std::string_view id, bool post = false) {
  const auto& scored = outcome_named(survey, outcome);
  return (post ? scored.post : scored.pre).value[person(survey, id)];
}

/// The sentences about all problems, in order.
inline std::vector<std::string> sentences(const survey::Survey& survey) {
  std::vector<std::string> result;
  for (const auto& problem : survey.problems.kept()) result.push_back(sentence(survey, problem));
  return result;
}

/// The label of a person's group; empty: none.
inline std::string group_of(const survey::Survey& survey, std::string_view id) {
  const auto group = survey.group[person(survey, id)];
  return group == survey::nobody ? "" : survey.groups[group];
}

}  // namespace ecpr::testing
