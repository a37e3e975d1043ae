#include "ecpr/simulation/answer_model.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "ecpr/simulation/normal_deviate.hpp"
#include "ecpr/statistics/moments.hpp"
#include "ecpr/statistics/normal.hpp"

using namespace ecpr::simulation;
using ecpr::statistics::RandomStream;
using ecpr::testing::close_to;

namespace {

std::vector<double> answers(double lowest, double highest) {
  std::vector<double> values;
  for (double value = lowest; value <= highest; ++value) values.push_back(value);
  return values;
}

std::vector<std::vector<double>> items(std::size_t count, double lowest, double highest) {
  return std::vector(count, answers(lowest, highest));
}

/// Sums of one person's answers, drawn as the header says.
struct Sums {
  double pre = 0, post = 0;
};

Sums draw_person(const AnswerModel& model, double shift, RandomStream& stream) {
  const double before = normal_deviate(stream);
  const double after =
      shift + model.stability * before + std::sqrt(1 - model.stability * model.stability) * normal_deviate(stream);
  const double own = std::sqrt(1 - model.loading * model.loading);
  Sums sums;
  for (std::size_t item = 0; item < model.values.size(); ++item) {
    const auto answer = [&](double f) {
      const double y = model.loading * f + own * normal_deviate(stream);
      return model.values[item][nearest_rank(model.locations[item] + model.spread * y, model.values[item].size())];
    };
    sums.pre += answer(before);
    sums.post += answer(after);
  }
  return sums;
}

bool on_grid(double parameter) { return parameter * 0x1p20 == std::round(parameter * 0x1p20); }

void check_target(const AnswerModel& model, const ScoreTarget& target) {
  const ScoreMoments moments = expected_moments(model, 0);
  CHECK(moments.pre_mean == close_to(target.mean, 1e-5));
  CHECK(moments.pre_sd == close_to(target.sd, 1e-4));
  CHECK(moments.alpha == close_to(target.reliability, 1e-4));
  CHECK(moments.correlation == close_to(target.correlation, 1e-4));
  CHECK(moments.post_mean == moments.pre_mean);
  CHECK(moments.d_z == 0);
}

}  // namespace

TEST_SUITE("answer model") {
  TEST_CASE("calibration meets mean, SD, reliability and correlation at once") {
    for (const auto& [values, target] : std::vector<std::pair<std::vector<std::vector<double>>, ScoreTarget>>{
             {items(20, 1, 6), {88, 16.8, 0.92, 0.6}},    // social connectedness
             {items(10, 1, 5), {17.4, 6.2, 0.86, 0.65}},  // negative affect: most answers at the floor
             {items(3, 1, 3), {5.2, 1.7, 0.72, 0.5}},     // loneliness: three answers
             {items(30, 0, 3), {66, 10, 0.9, 0.8}},       // hope: answers from 0
             {items(28, 1, 4), {83, 9, 0.86, 0.3}}}) {    // empowerment
      CAPTURE(values.size());
      check_target(calibrated_model(values, target), target);
    }
  }

  TEST_CASE("one item has the correlation that is asked for, as far as its answers allow") {
    const AnswerModel model = calibrated_model(items(1, 1, 5), {3.7, 0.9, 0.8, 0.5});
    const ScoreMoments moments = expected_moments(model, 0);
    CHECK(moments.pre_mean == close_to(3.7, 1e-5));
    CHECK(moments.pre_sd == close_to(0.9, 1e-4));
    CHECK(moments.correlation == close_to(0.5, 1e-4));
    CHECK(moments.alpha == 0);
    CHECK(model.stability == 1);
  }

  TEST_CASE("a shift gives the d_z, the sign included, whatever the floor does") {
    const AnswerModel model = calibrated_model(items(10, 1, 5), {17.4, 6.2, 0.86, 0.65});
    for (const double d_z : {-0.8, -0.1, 0.05, 0.5, 1.2}) {
      const auto shift = calibrated_shift(model, d_z);
      REQUIRE(shift);
      CHECK(expected_moments(model, *shift).d_z == close_to(d_z, 1e-4));
      CHECK(on_grid(*shift));
    }
    CHECK(*calibrated_shift(model, 0) == 0);
  }

  TEST_CASE("a d_z beyond the answers has no shift") {
    const AnswerModel model = calibrated_model(items(1, 0, 1), {0.5, 0.5, 0.8, 0.5});
    CHECK_FALSE(calibrated_shift(model, 3));
    CHECK_FALSE(calibrated_shift(model, -3));
    CHECK(calibrated_shift(model, 0.4));
  }

  TEST_CASE("parameters are multiples of 2^-20") {
    const AnswerModel model = calibrated_model(items(8, 1, 7), {44.97, 6.56, 0.87, 0.6});
    for (const double location : model.locations) CHECK(on_grid(location));
    CHECK(on_grid(model.spread));
    CHECK(on_grid(model.loading));
    CHECK(on_grid(model.stability));
  }

  TEST_CASE("where the answers do not allow all of it, the mean comes first, then the SD") {
    // Two answers with a mean of half way have an SD of half their distance, whatever is asked for.
    const ScoreMoments coin = expected_moments(calibrated_model(items(1, 0, 1), {0.5, 0.1, 0.8, 0.5}), 0);
    CHECK(coin.pre_mean == close_to(0.5, 1e-5));
    CHECK(coin.pre_sd == close_to(0.5, 1e-5));
    // Three answers cannot be so reliable and so alike before and after.
    const ScoreMoments short_scale = expected_moments(calibrated_model(items(2, 1, 5), {6, 2, 0.5, 0.9}), 0);
    CHECK(short_scale.pre_mean == close_to(6, 1e-5));
    CHECK(short_scale.pre_sd == close_to(2, 1e-4));
    CHECK(short_scale.alpha == close_to(0.5, 1e-4));
    CHECK(short_scale.correlation == close_to(0.5, 0.02));
  }

  TEST_CASE("the nearest answer, cut at both ends") {
    CHECK(nearest_rank(-3, 5) == 0);
    CHECK(nearest_rank(0.49, 5) == 0);
    CHECK(nearest_rank(0.5, 5) == 1);
    CHECK(nearest_rank(3.4, 5) == 3);
    CHECK(nearest_rank(99, 5) == 4);
  }

  TEST_CASE("integration agrees with drawing: moments of 50,000 people") {
    const AnswerModel model = calibrated_model(items(6, 1, 5), {20, 4.5, 0.8, 0.6});
    const double shift = *calibrated_shift(model, 0.4);
    constexpr std::size_t people = 50000;
    std::vector<double> pre, post, change;
    RandomStream stream(3, 1);
    for (std::size_t i = 0; i < people; ++i) {
      const Sums sums = draw_person(model, shift, stream);
      pre.push_back(sums.pre);
      post.push_back(sums.post);
      change.push_back(sums.post - sums.pre);
    }
    const auto mean_of = [](const std::vector<double>& x) { return ecpr::statistics::mean(x); };
    const auto sd_of = [&](const std::vector<double>& x) {
      const double middle = mean_of(x);
      double sum = 0;
      for (const double value : x) sum += (value - middle) * (value - middle);
      return std::sqrt(sum / (static_cast<double>(x.size()) - 1));
    };
    const ScoreMoments expected = expected_moments(model, shift);
    const double five_errors = 5 / std::sqrt(static_cast<double>(people));
    CHECK(std::abs(mean_of(pre) - 20) < five_errors * 4.5);
    CHECK(std::abs(mean_of(post) - expected.post_mean) < five_errors * expected.post_sd);
    CHECK(std::abs(sd_of(pre) / expected.pre_sd - 1) < five_errors);
    CHECK(std::abs(sd_of(post) / expected.post_sd - 1) < five_errors);
    CHECK(std::abs(mean_of(change) / sd_of(change) - 0.4) < five_errors * 1.05);
  }

  TEST_CASE("marginals: an answer comes as often as the normal distribution says") {
    AnswerModel model;
    model.values = items(1, 1, 4);
    model.locations = {1.25};
    model.spread = 0.75;
    model.loading = 0.5;
    constexpr int people = 40000;
    std::vector<double> share(4, 0);
    RandomStream stream(11, 0);
    for (int i = 0; i < people; ++i)
      share[static_cast<std::size_t>(draw_person(model, 0, stream).pre) - 1] += 1.0 / people;
    const auto below = [](double limit) { return ecpr::statistics::normal_cdf((limit - 1.25) / 0.75); };
    const std::vector<double> expected = {below(0.5), below(1.5) - below(0.5), below(2.5) - below(1.5), 1 - below(2.5)};
    for (std::size_t k = 0; k < 4; ++k)
      CHECK(std::abs(share[k] - expected[k]) < 5 * std::sqrt(expected[k] * (1 - expected[k]) / people));
    const ScoreMoments moments = expected_moments(model, 0);
    CHECK(moments.pre_mean == close_to(1 * expected[0] + 2 * expected[1] + 3 * expected[2] + 4 * expected[3], 1e-9));
  }
}
