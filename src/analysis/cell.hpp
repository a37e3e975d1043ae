// The people of one outcome in one group, by when they have a score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ecpr/base/defined.hpp"
#include "ecpr/statistics/paired_sample.hpp"
#include "ecpr/survey/survey.hpp"

namespace ecpr::analysis {

/// Who is in which group, people in their order.
class Members {
 public:
  explicit Members(const survey::Survey& survey);

  std::size_t groups() const { return starts_.size() - 1; }
  /// The people of `group`; of `groups()`: all, those without a group included.
  std::span<const std::uint32_t> of(std::size_t group) const;

 private:
  std::vector<std::uint32_t> everybody_, by_group_;
  std::vector<std::size_t> starts_;  ///< of every group in `by_group_`, and the end
};

/// Scores of one outcome.
struct Cell {
  std::vector<std::uint32_t> paired;        ///< people with a score at both waves
  std::vector<double> pre, post;            ///< theirs
  std::vector<double> pre_only, post_only;  ///< scores of the others
  double typed_unit = 0;                    ///< what scores of the outcome were rounded to when typed; 0: exact
  std::size_t prorated = 0;                 ///< pairs with a score that was scaled up

  Cell(const survey::ScoredOutcome& outcome, std::span<const std::uint32_t> people);

  /// The pairs; empty when a change is beyond the range of numbers.
  Defined<statistics::PairedSample> sample() const;
};

}  // namespace ecpr::analysis
