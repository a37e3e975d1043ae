#include "ecpr/export/scored_csv.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "ecpr/base/number.hpp"
#include "ecpr/csv/writer.hpp"

namespace ecpr::catalogue {

using survey::ScoreColumn;
using survey::Survey;

namespace {

constexpr int pre_wave = 1, post_wave = 2;

std::vector<std::string> header(const Survey& survey) {
  std::vector<std::string> cells = {"id", "group", "wave"};
  for (const survey::ScoredOutcome& outcome : survey.outcomes) {
    cells.push_back(outcome.name);
    if (!outcome.scale) continue;
    cells.push_back(outcome.name + "_n_answered");
    cells.push_back(outcome.name + "_prorated");
  }
  return cells;
}

void add_score(std::vector<std::string>& cells, const ScoreColumn& scores, bool is_scale, std::size_t person) {
  const double value = scores.value[person];
  cells.push_back(std::isnan(value) ? "" : shortest(value));
  if (!is_scale) return;
  cells.push_back(std::to_string(scores.answered[person]));
  cells.push_back(std::to_string(scores.prorated[person]));
}

std::vector<std::string> row(const Survey& survey, std::size_t person, int wave) {
  const std::uint32_t group = survey.group[person];
  std::vector<std::string> cells = {survey.ids[person], group == survey::nobody ? "" : survey.groups[group],
                                    wave == pre_wave ? "pre" : "post"};
  for (const survey::ScoredOutcome& outcome : survey.outcomes) {
    add_score(cells, wave == pre_wave ? outcome.pre : outcome.post, outcome.scale.has_value(), person);
  }
  return cells;
}

}  // namespace

void write_scored_csv(std::ostream& out, const Survey& survey) {
  csv::Writer writer(out);
  writer.row(header(survey));
  for (std::size_t person = 0; person < survey.people(); ++person) {
    for (const int wave : {pre_wave, post_wave}) {
      if (survey.waves[person] & wave) writer.row(row(survey, person, wave));
    }
  }
}

}  // namespace ecpr::catalogue
