#include "similar_groups.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/text.hpp"
#include "id_edit.hpp"
#include "near_misses.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

namespace {

bool slip_of_a_word(std::string_view a, std::string_view b) {
  constexpr std::size_t shortest = 5;
  return std::min(a.size(), b.size()) >= shortest && one_edit(a, b) == Edit::of_other_letters;
}

/// Who is in a group.
struct Members {
  std::uint32_t group = 0;
  std::size_t people = 0;
  std::uint32_t first = nobody;
};

std::vector<Members> members_of(const Survey& survey) {
  std::vector<Members> groups(survey.groups.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i].group = i;
  for (std::uint32_t person = 0; person < survey.people(); ++person) {
    if (survey.group[person] == nobody) continue;
    auto& members = groups[survey.group[person]];
    if (members.people++ == 0) members.first = person;
  }
  return groups;
}

bool is_listed(const study::Study& study, const std::string& group) {
  const auto& levels = study.grouping.levels;
  return std::any_of(levels.begin(), levels.end(), [&](const auto& level) { return level.label == group; });
}

void report(const Layout& layout, const Members& many, const Members& few, Survey& survey) {
  const std::string usual = printable(survey.groups[many.group]), other = printable(survey.groups[few.group]);
  const bool post = survey.pre_line[few.first] == 0;
  survey.problems.add({post ? survey.post_line[few.first] : survey.pre_line[few.first],
                       static_cast<std::uint32_t>(survey.remarks.size()), 0, 0, ProblemKind::similar_groups,
                       static_cast<std::uint8_t>(post ? layout.post.file : layout.pre.file)},
                      survey.groups[few.group], survey.ids[few.first]);
  survey.remarks.push_back(
      {fmt::format("the groups '{}' ({}) and '{}' ({}) are spelt nearly alike", usual,
                   counted(many.people, "person", "people"), other, counted(few.people, "person", "people")),
       fmt::format("if they are one: a [[group.level]] with label = \"{0}\" and values = [\"{0}\", \"{1}\"]; if they "
                   "are two: a [[group.level]] for each",
                   usual, other)});
}

}  // namespace

bool spelt_alike(std::string_view a, std::string_view b) {
  if (const auto found = likeness(a, b); found && *found <= Likeness::spelling) return true;
  const auto first = words_of(a), second = words_of(b);
  if (first.size() != second.size()) return false;
  std::size_t others = 0;
  bool slip = false;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] == second[i]) continue;
    ++others;
    slip = slip_of_a_word(first[i], second[i]);
  }
  return others == 1 && slip;
}

void find_similar_groups(const study::Study& study, const Layout& layout, Survey& survey) {
  constexpr std::size_t most = 500;
  if (survey.groups.size() > most) return;
  const auto groups = members_of(survey);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::size_t k = i + 1; k < groups.size(); ++k) {
      const std::string &a = survey.groups[i], &b = survey.groups[k];
      if (groups[i].people == 0 || groups[k].people == 0 || !spelt_alike(a, b)) continue;
      if (is_listed(study, a) && is_listed(study, b)) continue;
      const bool more = groups[i].people >= groups[k].people;
      report(layout, groups[more ? i : k], groups[more ? k : i], survey);
    }
  }
}

}  // namespace ecpr::survey
