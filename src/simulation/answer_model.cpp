#include "ecpr/simulation/answer_model.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "wave_moments.hpp"

namespace ecpr::simulation {

namespace {

/// The place between `lower` and `upper` where the increasing `function` reaches `wanted`; the nearer end when nowhere.
template <class Function>
double place_of(double wanted, double lower, double upper, Function function) {
  constexpr int halvings = 40;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (lower + upper) / 2;
    (function(middle) < wanted ? lower : upper) = middle;
  }
  return (lower + upper) / 2;
}

double on_grid(double parameter) { return std::nearbyint(parameter * 0x1p20) * 0x1p-20; }

/// -0.25 to 0.25, spread evenly over the items in no order: multiples of the golden section.
double difficulty(std::size_t item, std::size_t items) {
  if (items == 1) return 0;
  const double turns = static_cast<double>(item + 1) / std::numbers::phi;
  return (turns - std::floor(turns) - 0.5) / 2;
}

/// The sums of the items' means and variances before.
ItemMoments marginal_moments(const AnswerModel& model) {
  ItemMoments sum{0, 0};
  for (std::size_t item = 0; item < model.values.size(); ++item) {
    const ItemMoments one = item_moments(model.values[item], model.locations[item], model.spread);
    sum.mean += one.mean;
    sum.variance += one.variance;
  }
  return sum;
}

/// Moves all locations so that the sum has the wanted mean; returns the sum of the items' variances there.
double move_to_mean(AnswerModel& model, double mean) {
  const auto move = [&](double middle) {
    for (std::size_t item = 0; item < model.locations.size(); ++item)
      model.locations[item] = on_grid(middle + model.spread * difficulty(item, model.locations.size()));
    return marginal_moments(model).mean;
  };
  const double ranks = static_cast<double>(model.values[0].size()), beyond = 8 * model.spread;
  move(place_of(mean, -beyond, ranks + beyond, move));
  return marginal_moments(model).variance;
}

double alpha_of(const AnswerModel& model, const WaveMoments& moments) {
  const double items = static_cast<double>(model.values.size());
  if (items < 2) return 0;
  return items / (items - 1) * (1 - marginal_moments(model).variance / moments.variance);
}

/// Of one item, whose true score does not change its order: how far its answers repeat themselves.
double repetition(const WaveMoments& moments) { return covariance(moments, moments, 1) / moments.variance; }

double d_z_of(const WaveMoments& pre, const WaveMoments& post, double stability) {
  return (post.mean - pre.mean) / std::sqrt(pre.variance + post.variance - 2 * covariance(pre, post, stability));
}

constexpr double highest_loading = 0.995;

void set_loading(AnswerModel& model, const ScoreTarget& target) {
  const bool one_item = model.values.size() == 1;
  model.loading =
      on_grid(place_of(one_item ? target.correlation : target.reliability, 0, highest_loading, [&](double loading) {
        model.loading = loading;
        const WaveMoments moments = wave_moments(model, 0);
        return one_item ? repetition(moments) : alpha_of(model, moments);
      }));
}

void set_stability(AnswerModel& model, double correlation) {
  if (model.values.size() == 1) {
    model.stability = 1;
    return;
  }
  const WaveMoments moments = wave_moments(model, 0);
  model.stability = on_grid(place_of(
      correlation, 0, 1, [&](double stability) { return covariance(moments, moments, stability) / moments.variance; }));
}

}  // namespace

std::size_t nearest_rank(double value, std::size_t count) {
  const double highest = static_cast<double>(count - 1);
  return static_cast<std::size_t>(std::clamp(std::floor(value + 0.5), 0.0, highest));
}

ScoreMoments expected_moments(const AnswerModel& model, double shift) {
  const WaveMoments pre = wave_moments(model, 0), post = wave_moments(model, shift);
  ScoreMoments moments{pre.mean, std::sqrt(pre.variance), post.mean, std::sqrt(post.variance)};
  moments.alpha = alpha_of(model, pre);
  moments.correlation = covariance(pre, post, model.stability) / (moments.pre_sd * moments.post_sd);
  moments.d_z = d_z_of(pre, post, model.stability);
  return moments;
}

AnswerModel calibrated_model(std::vector<std::vector<double>> values, const ScoreTarget& target) {
  AnswerModel model;
  model.values = std::move(values);
  model.locations.resize(model.values.size());
  const double items = static_cast<double>(model.values.size());
  const double share = items > 1 ? 1 - target.reliability * (items - 1) / items : 1;
  const double ranks = static_cast<double>(model.values[0].size());
  const double log_spread = place_of(target.sd * target.sd * share, std::log(0.1), std::log(4 * ranks), [&](double at) {
    model.spread = std::exp(at);
    return move_to_mean(model, target.mean);
  });
  model.spread = on_grid(std::exp(log_spread));
  move_to_mean(model, target.mean);
  set_loading(model, target);
  set_stability(model, target.correlation);
  return model;
}

std::optional<double> calibrated_shift(const AnswerModel& model, double d_z) {
  constexpr double furthest = 8;
  if (d_z == 0) return 0;
  const WaveMoments pre = wave_moments(model, 0);
  const auto reached = [&](double shift) { return d_z_of(pre, wave_moments(model, shift), model.stability); };
  if (!(reached(-furthest) <= d_z && d_z <= reached(furthest))) return std::nullopt;
  return on_grid(place_of(d_z, -furthest, furthest, reached));
}

}  // namespace ecpr::simulation
