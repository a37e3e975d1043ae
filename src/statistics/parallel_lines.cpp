#include "ecpr/statistics/parallel_lines.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "ecpr/statistics/moments.hpp"

namespace ecpr::statistics {
namespace {

template <class Groups, class Term>
double total(const Groups& groups, Term term) {
  std::vector<double> terms(groups.size());
  std::transform(groups.begin(), groups.end(), terms.begin(), term);
  return sum(terms);
}

double typed_unit_of(std::span<const PairedSample> groups) {
  double unit = 0;
  for (const PairedSample& group : groups) unit = std::max(unit, group.typed_unit());
  return unit;
}

}  // namespace

ParallelLines::ParallelLines(std::span<const PairedSample> groups)
    : samples_(groups),
      pre_(everybody(groups, &PairedSample::pre), typed_unit_of(groups)),
      post_(everybody(groups, &PairedSample::post), typed_unit_of(groups)) {
  for (const PairedSample& group : groups) groups_.push_back(within(group));
  n_ = total(groups_, [](const Within& g) { return g.n; });
  centre_ = total(groups_, [](const Within& g) { return g.n * g.pre; }) / n_;
  squares_ = total(groups_, [](const Within& g) { return g.squares; });
  if (squares_ > 0) slope_ = total(groups_, [](const Within& g) { return g.products; }) / squares_;
  for (std::size_t i = 0; i < groups_.size(); ++i) add_residuals(samples_[i], groups_[i]);
}

std::vector<double> ParallelLines::everybody(std::span<const PairedSample> groups, Wave wave) {
  std::vector<std::span<const double>> parts;
  for (const PairedSample& group : groups) parts.push_back((group.*wave)());
  return joined(parts);
}

ParallelLines::Within ParallelLines::within(const PairedSample& group) const {
  std::vector<double> pre = pre_(group.pre()), post = post_(group.post());
  const Within means{static_cast<double>(group.size()), mean(pre), mean(post), 0, 0};
  for (std::size_t i = 0; i < pre.size(); ++i) {
    post[i] = (pre[i] - means.pre) * (post[i] - means.post);
    pre[i] = (pre[i] - means.pre) * (pre[i] - means.pre);
  }
  return {means.n, means.pre, means.post, sum(pre), sum(post)};
}

void ParallelLines::add_residuals(const PairedSample& group, const Within& g) {
  const std::vector<double> pre = pre_(group.pre()), post = post_(group.post());
  std::vector<double> common(pre.size()), own(pre.size());
  for (std::size_t i = 0; i < pre.size(); ++i) {
    const double step = pre[i] - g.pre;
    const double residual = post[i] - g.post - slope_ * step;
    common[i] = residual * residual;
    own[i] = (residual - extra_slope(g) * step) * (residual - extra_slope(g) * step);
  }
  residual_ += sum(common);
  own_residual_ += sum(own);
}

bool ParallelLines::pre_varies() const { return std::sqrt(squares_ / n_) > pre_.rounding; }
bool ParallelLines::has_slope(const Within& g) const { return std::sqrt(g.squares / g.n) > pre_.rounding; }
bool ParallelLines::is_rounding(double squares, double slope) const {
  return std::sqrt(squares / n_) <= post_.rounding + std::abs(slope) * pre_.rounding;
}
bool ParallelLines::fits_exactly() const { return is_rounding(residual_, slope_); }
double ParallelLines::degrees_of_freedom() const { return n_ - count() - 1; }

double ParallelLines::slope() const { return slope_ * (post_.unit / pre_.unit); }
double ParallelLines::pre_mean() const { return pre_.back(centre_); }

double ParallelLines::adjusted_mean(std::size_t group) const { return post_.back(adjusted(groups_[group])); }
double ParallelLines::difference(std::size_t a, std::size_t b) const {
  return post_.unit * (adjusted(groups_[a]) - adjusted(groups_[b]));
}

double ParallelLines::error_of(double variance_factor) const {
  return post_.unit * std::sqrt(residual_ / degrees_of_freedom() * variance_factor);
}
double ParallelLines::standard_error(std::size_t group) const {
  const Within& g = groups_[group];
  const double distance = g.pre - centre_;
  return error_of(1 / g.n + distance * distance / squares_);
}
double ParallelLines::standard_error_of_difference(std::size_t a, std::size_t b) const {
  const Within &first = groups_[a], &second = groups_[b];
  const double distance = first.pre - second.pre;
  return error_of(1 / first.n + 1 / second.n + distance * distance / squares_);
}

FTest ParallelLines::test_of_group() const {
  if (fits_exactly()) return no_f_test(exact_fit, count() - 1, degrees_of_freedom());
  const double middle = total(groups_, [this](const Within& g) { return g.n * adjusted(g); }) / n_;
  const auto distance = [this](const Within& g) { return g.pre - centre_; };
  const double between = total(groups_, [&](const Within& g) { return g.n * distance(g) * distance(g); });
  // By how much the slope of one line for everybody differs from the common slope.
  const double tilt = total(groups_, [&](const Within& g) { return g.n * distance(g) * (adjusted(g) - middle); }) /
                      (squares_ + between);
  const double explained = tilt * tilt * squares_ + total(groups_, [&](const Within& g) {
                             const double rest = adjusted(g) - middle - tilt * distance(g);
                             return g.n * rest * rest;
                           });
  return f_test(explained / (count() - 1) / (residual_ / degrees_of_freedom()), count() - 1, degrees_of_freedom());
}

FTest ParallelLines::test_of_slopes() const {
  const std::string one_slope = "fewer than 2 groups whose scores before vary";
  const std::string saturated = "too few pairs for a slope in every group";
  const double slopes = total(groups_, [this](const Within& g) { return has_slope(g) ? 1 : 0; });
  if (slopes < 2) return no_f_test(one_slope, Undefined{one_slope}, Undefined{one_slope});
  const double within = n_ - count() - slopes;
  if (within < 1) return no_f_test(saturated, slopes - 1, Undefined{saturated});
  double steepest = 0;
  for (const Within& g : groups_) steepest = std::max(steepest, std::abs(slope_ + extra_slope(g)));
  if (is_rounding(own_residual_, steepest)) return no_f_test(exact_fit, slopes - 1, within);
  const double explained =
      total(groups_, [this](const Within& g) { return extra_slope(g) * extra_slope(g) * g.squares; });
  return f_test(explained / (slopes - 1) / (own_residual_ / within), slopes - 1, within);
}

}  // namespace ecpr::statistics
