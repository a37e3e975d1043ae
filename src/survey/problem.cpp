#include "ecpr/survey/problem.hpp"

#include <numeric>

namespace ecpr::survey {

std::string_view name_of(ProblemKind kind) {
  static constexpr std::array<std::string_view, problem_kinds> names = {
      "out_of_range",   "not_whole",  "unreadable",    "short_row",         "long_row",
      "blank_id",       "blank_wave", "identical_row", "settled_duplicate", "group_conflict",
      "unlisted_group", "no_answers", "invalid_text"};
  return names[static_cast<std::size_t>(kind)];
}

std::size_t ProblemLog::total() const { return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0}); }

std::uint32_t ProblemLog::number_of(std::string_view text) {
  const auto [found, is_new] = numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.emplace_back(text);
  return found->second;
}

void ProblemLog::add(Problem problem, std::string_view value, std::string_view id) {
  ++counts_[static_cast<std::size_t>(problem.kind)];
  constexpr std::size_t shown_of_a_kind = 100;  // a flood of one kind does not hide another
  if (problems_.size() >= kept_at_most && count(problem.kind) > shown_of_a_kind) return;
  constexpr std::size_t longest = 200;  // a 5 MB cell is not kept whole
  problem.value = number_of(value.substr(0, longest));
  problem.id = number_of(id.substr(0, longest));
  problems_.push_back(problem);
}

}  // namespace ecpr::survey
