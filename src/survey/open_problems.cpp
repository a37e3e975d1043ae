#include "ecpr/survey/open_problems.hpp"

namespace ecpr::survey {

std::size_t open_problems(const Survey& survey, const study::Study& study) {
  const ProblemLog& log = survey.problems;
  if (study.input.duplicates == study::Duplicates::refuse) return log.total();
  return log.total() - log.count(ProblemKind::settled_duplicate) - log.count(ProblemKind::identical_row);
}

}  // namespace ecpr::survey
