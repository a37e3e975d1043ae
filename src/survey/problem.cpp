#include "ecpr/survey/problem.hpp"

#include <numeric>

namespace ecpr::survey {

std::string_view name_of(ProblemKind kind) {
  static constexpr std::array<std::string_view, problem_kinds> names = {"out_of_range",
                                                                        "not_whole",
                                                                        "unreadable",
                                                                        "suspicious_code",
                                                                        "mixed_answers",
                                                                        "incomplete_instrument",
                                                                        "counting_ids",
                                                                        "unanswered_item",
                                                                        "different_forms",
                                                                        "short_row",
                                                                        "long_row",
                                                                        "blank_id",
                                                                        "blank_wave",
                                                                        "similar_wave",
                                                                        "identical_row",
                                                                        "settled_duplicate",
                                                                        "undecided_duplicate",
                                                                        "near_miss",
                                                                        "group_conflict",
                                                                        "unlisted_group",
                                                                        "similar_groups",
                                                                        "no_answers",
                                                                        "misplaced_quote",
                                                                        "invalid_text",
                                                                        "undecodable_text"};
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
  constexpr std::size_t longest = 200;  // a 5 MB cell is not kept whole
  value = value.substr(0, longest);
  constexpr std::size_t shown_of_a_kind = 100;  // a flood of one kind does not hide another
  if (problems_.size() >= kept_at_most && count(problem.kind) > shown_of_a_kind) {
    const auto known = numbers_.find(std::string(value));
    if (known == numbers_.end()) return;
    problem.value = known->second;
    return count_value(problem);
  }
  problem.value = number_of(value);
  problem.id = number_of(id.substr(0, longest));
  count_value(problem);
  problems_.push_back(problem);
}

void ProblemLog::count_value(const Problem& problem) {
  if (problem.kind > ProblemKind::suspicious_code) return;  // no answer
  constexpr std::size_t most = 10'000;
  const std::uint64_t key = (static_cast<std::uint64_t>(problem.kind) << 48) |
                            (static_cast<std::uint64_t>(problem.outcome) << 32) | problem.value;
  const auto known = value_places_.find(key);
  if (known != value_places_.end()) {
    ++values_[known->second].count;
  } else if (values_.size() < most) {
    value_places_.emplace(key, values_.size());
    values_.push_back({problem.kind, problem.outcome, problem.value, 1});
  }
}

}  // namespace ecpr::survey
