// A study as text and its files as text, analysed by the real engine.
#pragma once

#include <string>
#include <string_view>

#include "ecpr/analysis/analysis.hpp"
#include "survey_run.hpp"

namespace ecpr::testing {

/// The analysis of "pre.csv" and "post.csv" under the tables `below` [input].
inline analysis::Analysis analysed(std::string_view pre, std::string_view post, const std::string& below,
                                   unsigned threads = 1) {
  const WorkingFolder folder;
  folder.write("pre.csv", pre);
  folder.write("post.csv", post);
  const auto study = study_of("[input]\npre = \"pre.csv\"\npost = \"post.csv\"\nid = \"id\"\n" + below);
  return analysis::analyse(survey::read_survey(study, {}), study, threads);
}

/// The comparison of an outcome, by name, in the group at a place (empty: all participants).
inline const analysis::Comparison& comparison(const analysis::Analysis& results, std::string_view outcome,
                                              std::optional<std::size_t> group = std::nullopt) {
  for (std::size_t i = 0; i < results.outcomes.size(); ++i) {
    if (results.outcomes[i].name == outcome) return results.comparison(i, group);
  }
  throw std::out_of_range("no outcome " + std::string(outcome));
}

}  // namespace ecpr::testing
