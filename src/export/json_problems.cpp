#include "json_problems.hpp"

#include <array>
#include <vector>

namespace ecpr::catalogue {

using survey::Problem;
using survey::ProblemKind;
using survey::Survey;

namespace {

/// Kind by kind, within a kind as they were found.
std::vector<Problem> listed_problems(const Survey& survey, std::size_t of_a_kind) {
  std::array<std::vector<Problem>, survey::problem_kinds> by_kind;
  for (const Problem& problem : survey.problems.kept()) {
    auto& kind = by_kind[static_cast<std::size_t>(problem.kind)];
    if (kind.size() < of_a_kind) kind.push_back(problem);
  }
  std::vector<Problem> listed;
  for (const auto& kind : by_kind) listed.insert(listed.end(), kind.begin(), kind.end());
  return listed;
}

void write_problem(JsonWriter& json, const Survey& survey, const Problem& problem) {
  const survey::FileSummary& file = survey.files[problem.file];
  json.object([&] {
    json.member("kind", name_of(problem.kind));
    json.member("count", survey.problems.count(problem.kind));
    json.member("file", file.base_name);
    json.member("line", static_cast<std::size_t>(problem.line));
    json.member("column", survey::column_of(survey, problem));
    json.member("id", survey.problems.text(problem.id));
    json.member("value", survey.problems.text(problem.value));
    json.member("message", survey::sentence(survey, problem, true));
    json.member("fix", survey::remedy(survey, problem));
  });
}

}  // namespace

void write_problems(JsonWriter& json, const Survey& survey, std::size_t of_a_kind) {
  const std::vector<Problem> listed = listed_problems(survey, of_a_kind);
  json.key("problems");
  json.array(listed, [&](const Problem& problem) { write_problem(json, survey, problem); });
  json.member("truncated", listed.size() < survey.problems.total());
}

}  // namespace ecpr::catalogue
