// How made-up people answer the items of one scale before and after: one factor, answers as rounded normal variables.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace ecpr::simulation {

/// Answers to the items of one scale, in the direction of its score.
///
/// A person has a true score f before and f' after, both with SD 1 and with correlation `stability`; the mean of f is
/// 0, the mean of f' is the shift of the person's group. The answer to item j is the nearest of its ranked answers to
///   locations[j] + spread (loading f + sqrt(1 - loading^2) e),   e ~ N(0, 1), new for every item and wave,
/// counting from 0 and cut at both ends. All parameters are multiples of 2^-20: the last bits of the C library's
/// functions, which differ between processors, do not reach the answers.
struct AnswerModel {
  std::vector<std::vector<double>> values;  ///< per item what its answers count, in ascending order, 2 or more
  std::vector<double> locations;            ///< per item, in ranks
  double spread = 1;                        ///< in ranks; above 0
  double loading = 0;                       ///< 0 to below 1
  double stability = 0;                     ///< 0 to 1
};

/// What the sum of the items' values should look like before.
struct ScoreTarget {
  double mean = 0, sd = 1;
  double reliability = 0.8;  ///< Cronbach's alpha; without meaning for one item
  double correlation = 0.6;  ///< of the sums before and after
};

/// What complete answers under a model look like, by numerical integration over f: no random numbers.
struct ScoreMoments {
  double pre_mean = 0, pre_sd = 0, post_mean = 0, post_sd = 0;
  double alpha = 0;        ///< Cronbach's, before; 0 for one item
  double correlation = 0;  ///< of the sums before and after
  double d_z = 0;          ///< mean change over the SD of changes
};

/// The place of the nearest of `count` ranked answers to the latent `value`.
std::size_t nearest_rank(double value, std::size_t count);

/// The moments of the sum of `model`'s items when f' has the mean `shift`.
ScoreMoments expected_moments(const AnswerModel& model, double shift);

/// The model whose sum comes nearest to `target`; where its answers do not allow all of it, mean before SD before
/// reliability before correlation. Items differ in difficulty by up to half of the spread.
/// Requires: 1 item or more; the mean strictly between the lowest and the highest sum.
AnswerModel calibrated_model(std::vector<std::vector<double>> values, const ScoreTarget& target);

/// The mean of f' for which changes have the d_z that is asked for, a multiple of 2^-20; empty when no mean between
/// -8 and 8 does.
std::optional<double> calibrated_shift(const AnswerModel& model, double d_z);

}  // namespace ecpr::simulation
