// Populations to draw made-up pairs from, with the true value of everything that is estimated from them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "ecpr/statistics/random_stream.hpp"

namespace ecpr::checks {

/// What people answer: a number without limits, or one of five answers 1 to 5.
enum class Answers { normal, likert };

/// What a sample of endless size would give.
struct Truth {
  double change = 0, d_z = 0, d_av = 0, d_rm = 0, d_pre = 0;
  double pseudomedian = 0;    ///< median of the average of two people's changes
  double trimmed_change = 0;  ///< of 20% trimmed means, each wave trimmed by itself
  double correlation = 0;
};

/// Scores before and after that are normal with a correlation of 0.6, or such scores cut into five answers.
class Population {
 public:
  /// `shift` is the mean change, in SDs, before the answers are cut.
  Population(Answers answers, double shift, double correlation = 0.6);

  /// One person. `cluster` is the person's share of what is common to the cluster (SD 1); without clusters any number
  /// of the standard normal distribution. A tenth of the variance of the changes is the cluster's.
  std::pair<double, double> draw(statistics::RandomStream& stream, double cluster) const;

  /// The same for a person who is in no cluster.
  std::pair<double, double> draw(statistics::RandomStream& stream) const;

  /// The answer of somebody with `factor` to an item with `loading` on it; the rest of its variance is drawn.
  double answer_with(double loading, double factor, statistics::RandomStream& stream) const;

  const Truth& truth() const { return truth_; }
  Answers answers() const { return answers_; }

 private:
  double answer(double latent) const;
  Truth normal_truth() const;
  Truth likert_truth() const;

  Answers answers_;
  double shift_, correlation_;
  Truth truth_;
};

}  // namespace ecpr::checks
