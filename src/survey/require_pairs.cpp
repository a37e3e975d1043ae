#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ecpr/base/error.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::survey {

namespace {

constexpr std::uint8_t before = 1, after = 2, both = 3;

std::vector<std::string> ids_of(const Survey& survey, std::uint8_t wave) {
  std::vector<std::string> ids;
  for (std::size_t person = 0; person < survey.people(); ++person) {
    if (survey.waves[person] == wave) ids.push_back(survey.ids[person]);
  }
  return ids;
}

bool match_folded(const std::vector<std::string>& pre, const std::vector<std::string>& post) {
  std::set<std::string> folded;
  for (const auto& id : pre) folded.insert(case_folded(id));
  return std::any_of(post.begin(), post.end(), [&](const auto& id) { return folded.count(case_folded(id)) > 0; });
}

std::string hint(const Survey& survey, const std::vector<std::string>& pre, const std::vector<std::string>& post) {
  if (match_folded(pre, post))
    return "--match folded (match = \"folded\" under [input]) takes capitals and small letters alike";
  if (!survey.near_misses.empty())
    return fmt::format("{} each other, ecpr check --write-repairs FILE lists them",
                       counted(survey.near_misses.size(), "pair of ids resembles", "pairs of ids resemble"));
  return "--id COLUMN names another column";
}

}  // namespace

void require_pairs(const Survey& survey) {
  if (std::find(survey.waves.begin(), survey.waves.end(), both) != survey.waves.end()) return;
  const auto pre = ids_of(survey, before), post = ids_of(survey, after);
  std::string where = survey.files[0].name;
  if (survey.wave_files > 1) where += " and " + survey.files[1].name;
  throw InputError(fmt::format(
      "{}: no pairs: none of {} before and {} after has the same '{}' in both waves, the first are '{}' and '{}'; {}",
      where, counted(pre.size(), "person", "people"), with_thousands(post.size()), printable(survey.id_column),
      printable(pre[0]), printable(post[0]), hint(survey, pre, post)));
}

}  // namespace ecpr::survey
