#include "json_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace ecpr::catalogue {

using survey::Problem;
using survey::ProblemKind;
using survey::Survey;

namespace {

/// Kind by kind, within a kind as they were found.
std::vector<Problem> by_kind(const Survey& survey) {
  std::array<std::vector<Problem>, survey::problem_kinds> kinds;
  for (const Problem& problem : survey.problems.kept())
    kinds[static_cast<std::size_t>(problem.kind)].push_back(problem);
  std::vector<Problem> listed;
  for (const auto& kind : kinds) listed.insert(listed.end(), kind.begin(), kind.end());
  return listed;
}

void write_problem(JsonWriter& json, const Survey& survey, const Problem& problem, PeopleShown people) {
  json.object([&] {
    json.member("kind", name_of(problem.kind));
    json.member("count", survey.problems.count(problem.kind));
    json.member("file", survey.files[problem.file].base_name);
    json.member("line", static_cast<std::size_t>(problem.line));
    json.member("column", survey::column_of(survey, problem));
    if (people == PeopleShown::yes) {
      json.member("id", survey.problems.text(problem.id));
      json.member("value", survey.problems.text(problem.value));
    }
    json.member("message", survey::sentence(survey, problem, true));
    json.member("fix", survey::remedy(survey, problem));
  });
}

/// The problems of one kind in one column of one file.
struct Tally {
  std::size_t count = 0;
  std::vector<std::string> fixes = {};  ///< the first few different ones
};

/// Kind, file, place of the column; whole rows last.
using TallyKey = std::tuple<ProblemKind, std::uint8_t, std::uint32_t>;

std::map<TallyKey, Tally> tallies(const Survey& survey) {
  constexpr std::size_t few = 3, looked_at = 20;
  std::map<TallyKey, Tally> found;
  for (const Problem& problem : survey.problems.kept()) {
    const bool in_column = !survey::column_of(survey, problem).empty();
    Tally& tally = found[{problem.kind, problem.file, in_column ? problem.column : survey::no_place}];
    if (++tally.count > looked_at || tally.fixes.size() == few) continue;
    std::string fix = survey::remedy_without_value(survey, problem);
    if (std::find(tally.fixes.begin(), tally.fixes.end(), fix) == tally.fixes.end())
      tally.fixes.push_back(std::move(fix));
  }
  return found;
}

std::string_view header_of(const Survey& survey, std::uint8_t file, std::uint32_t column) {
  return column == survey::no_place ? std::string_view() : survey.files[file].header[column];
}

}  // namespace

void write_problems(JsonWriter& json, const Survey& survey, PeopleShown people) {
  const std::vector<Problem> listed = by_kind(survey);
  json.key("problems");
  json.array(listed, [&](const Problem& problem) { write_problem(json, survey, problem, people); });
  json.member("truncated", survey.problems.truncated());
}

void write_problem_counts(JsonWriter& json, const Survey& survey) {
  json.key("problems");
  json.array(tallies(survey), [&](const auto& entry) {
    const auto& [kind, file, column] = entry.first;
    json.object([&] {
      json.member("kind", name_of(kind));
      json.member("count", entry.second.count);
      json.member("file", survey.files[file].base_name);
      json.member("column", header_of(survey, file, column));
      json.member("fix", fmt::format("{}", fmt::join(entry.second.fixes, "; or: ")));
    });
  });
  json.member("truncated", survey.problems.truncated());
}

}  // namespace ecpr::catalogue
