#include "cell.hpp"

#include <cmath>
#include <numeric>

namespace ecpr::analysis {

Members::Members(const survey::Survey& survey) : everybody_(survey.people()), starts_(survey.groups.size() + 1, 0) {
  std::iota(everybody_.begin(), everybody_.end(), 0);
  for (const auto group : survey.group) {
    if (group != survey::nobody) ++starts_[group + 1];
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  by_group_.resize(starts_.back());
  std::vector<std::size_t> next = starts_;
  for (const auto person : everybody_) {
    const auto group = survey.group[person];
    if (group != survey::nobody) by_group_[next[group]++] = person;
  }
}

std::span<const std::uint32_t> Members::of(std::size_t group) const {
  if (group == groups()) return everybody_;
  return std::span(by_group_).subspan(starts_[group], starts_[group + 1] - starts_[group]);
}

Cell::Cell(const survey::ScoredOutcome& outcome, std::span<const std::uint32_t> people)
    : typed_unit(outcome.typed_unit) {
  for (const auto person : people) {
    const double before = outcome.pre.value[person], after = outcome.post.value[person];
    if (std::isnan(before)) {
      if (!std::isnan(after)) post_only.push_back(after);
    } else if (std::isnan(after)) {
      pre_only.push_back(before);
    } else {
      paired.push_back(person);
      pre.push_back(before);
      post.push_back(after);
      if (!outcome.pre.prorated.empty()) prorated += outcome.pre.prorated[person] || outcome.post.prorated[person];
    }
  }
}

Defined<statistics::PairedSample> Cell::sample() const {
  for (std::size_t i = 0; i < pre.size(); ++i) {
    if (!std::isfinite(post[i] - pre[i])) return Undefined{"a change is beyond the range of numbers"};
  }
  return statistics::PairedSample(pre, post, typed_unit);
}

}  // namespace ecpr::analysis
