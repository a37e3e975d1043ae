#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "axis.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/figure/figures.hpp"
#include "lettering.hpp"
#include "score_pairs.hpp"

namespace ecpr::figure {

namespace {

constexpr double width = 300, height = 312, top = 40, bottom = 262, left = 52, right = 288;
constexpr double pre_x = 130, post_x = 210, violin = 50;
constexpr std::size_t too_many_for_lines = 500;

struct MeanInterval {
  double mean, lower, upper;
};

/// What the plot needs, computed once.
struct Plot {
  std::string label;
  document::NumberStyle style;
  ScorePairs pairs;
  Axis axis;
  std::optional<MeanInterval> pre, post;
  std::optional<double> limit;  ///< reliable change, above 0
};

void draw_axis(Canvas& canvas, const Plot& plot) {
  canvas.line({left, top}, {left, bottom}, {0.8, colour::black});
  for (const double tick : plot.axis.ticks) {
    const double y = plot.axis.place(tick);
    canvas.line({left - 4, y}, {left, y}, {0.8, colour::black});
    canvas.text({left - 7, y + 3}, document::number(plot.style, tick, document::Digits::observed),
                {8, false, Anchor::end, colour::black});
  }
  canvas.text({pre_x, bottom + 16}, "Before", {9, false, Anchor::middle, colour::black});
  canvas.text({post_x, bottom + 16}, "After", {9, false, Anchor::middle, colour::black});
  const TextStyle title{10, true, Anchor::start, colour::black};
  draw_label(canvas, {plot.label}, {12, 18}, width - 70, title);
  draw_runs(canvas, {right, 18}, count_runs(plot.style, plot.pairs.pre.size()),
            {8.5, false, Anchor::end, colour::grey});
}

/// Half a violin: `side` -1 to the left of the first wave, +1 to the right of the second.
void draw_violin(Canvas& canvas, const Plot& plot, double side) {
  const std::vector<double>& values = side < 0 ? plot.pairs.pre : plot.pairs.post;
  const double x = side < 0 ? pre_x - 5 : post_x + 5;
  constexpr int steps = 80;
  std::vector<double> points;
  for (int i = 0; i <= steps; ++i)
    points.push_back(plot.axis.lowest + (plot.axis.highest - plot.axis.lowest) * i / steps);
  const auto heights = density(values, points);
  std::vector<Point> outline{{x, plot.axis.place(points.front())}};
  for (std::size_t i = 0; i < points.size(); ++i)
    outline.push_back({x + side * violin * heights[i], plot.axis.place(points[i])});
  outline.push_back({x, plot.axis.place(points.back())});
  canvas.polygon(outline, colour::light);
}

/// From the score before to that after.
void draw_line(Canvas& canvas, const Plot& plot, std::pair<double, double> way, double opacity) {
  Colour faint = colour::grey;
  faint.opacity = opacity;
  canvas.line({pre_x, plot.axis.place(way.first)}, {post_x, plot.axis.place(way.second)}, {0.6, faint});
}

/// A line between scores, or classes of scores where they are many, for all who go that way: the darker the more.
void draw_crowd(Canvas& canvas, const Plot& plot) {
  constexpr std::size_t classes = 40;
  const double step = (plot.axis.highest - plot.axis.lowest) / classes;
  std::set<double> scores(plot.pairs.pre.begin(), plot.pairs.pre.end());
  scores.insert(plot.pairs.post.begin(), plot.pairs.post.end());
  const auto place = [&](double score) {
    if (scores.size() <= classes) return score;
    return plot.axis.lowest + std::round((score - plot.axis.lowest) / step) * step;
  };
  std::map<std::pair<double, double>, std::size_t> counts;
  std::size_t most = 0;
  for (std::size_t i = 0; i < plot.pairs.pre.size(); ++i)
    most = std::max(most, ++counts[{place(plot.pairs.pre[i]), place(plot.pairs.post[i])}]);
  const double darkest = std::min(0.8, 10 / std::sqrt(static_cast<double>(counts.size())));
  for (const auto& [way, count] : counts)
    draw_line(canvas, plot, way, darkest * std::sqrt(static_cast<double>(count) / static_cast<double>(most)));
}

void draw_people(Canvas& canvas, const Plot& plot) {
  const std::size_t n = plot.pairs.pre.size();
  if (n >= too_many_for_lines) {
    draw_crowd(canvas, plot);
    return;
  }
  const double opacity = 0.5 - 0.35 * static_cast<double>(n) / too_many_for_lines;
  for (std::size_t i = 0; i < n; ++i) draw_line(canvas, plot, {plot.pairs.pre[i], plot.pairs.post[i]}, opacity);
}

/// Dotted lines at the scores after, beyond which somebody with the mean score before has changed reliably.
void draw_limits(Canvas& canvas, const Plot& plot) {
  if (!plot.limit || !plot.pre) return;
  for (const double side : {-1.0, 1.0}) {
    const double score = plot.pre->mean + side * *plot.limit;
    if (score < plot.axis.lowest || score > plot.axis.highest) continue;
    const double y = plot.axis.place(score);
    canvas.line({post_x - 14, y}, {right, y}, {1, colour::black, 2});
  }
  canvas.text({12, height - 14},
              "Dotted: reliable change from the mean before, \u00b1" + document::number(plot.style, *plot.limit) + ".",
              {8, false, Anchor::start, colour::grey});
}

void draw_mean(Canvas& canvas, const Plot& plot, const MeanInterval& mean, double x) {
  canvas.line({x, plot.axis.place(mean.lower)}, {x, plot.axis.place(mean.upper)}, {2, colour::black});
  canvas.circle({x, plot.axis.place(mean.mean)}, 3.4, colour::black);
}

void draw(Canvas& canvas, const Plot& plot) {
  draw_violin(canvas, plot, -1);
  draw_violin(canvas, plot, 1);
  draw_people(canvas, plot);
  draw_axis(canvas, plot);
  draw_limits(canvas, plot);
  if (!plot.pre || !plot.post) return;
  canvas.line({pre_x, plot.axis.place(plot.pre->mean)}, {post_x, plot.axis.place(plot.post->mean)},
              {1.8, colour::black});
  draw_mean(canvas, plot, *plot.pre, pre_x);
  draw_mean(canvas, plot, *plot.post, post_x);
}

/// The quantile of t that the interval of the change was made with.
std::optional<double> critical_t(const statistics::PairedTTest& test) {
  if (!test.change_interval || !test.se_change || *test.se_change <= 0) return std::nullopt;
  return (test.change_interval->upper - test.change_interval->lower) / 2 / *test.se_change;
}

std::optional<MeanInterval> mean_interval(const Defined<double>& mean, const Defined<double>& sd,
                                          const statistics::PairedTTest& test) {
  const auto critical = critical_t(test);
  if (!mean || !sd || !critical) return std::nullopt;
  const double half = *critical * *sd / std::sqrt(static_cast<double>(test.n));
  return MeanInterval{*mean, *mean - half, *mean + half};
}

Axis axis_of(const analysis::Outcome& outcome, const ScorePairs& pairs) {
  if (outcome.possible && outcome.possible->lower < outcome.possible->upper)
    return Axis::exactly(outcome.possible->lower, outcome.possible->upper, bottom, top);
  double low = HUGE_VAL, high = -HUGE_VAL;
  for (const auto* values : {&pairs.pre, &pairs.post}) {
    for (const double value : *values) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  if (!(low < high)) {
    low -= 1;
    high = low + 2;
  }
  return Axis::covering(low, high, bottom, top);
}

}  // namespace

Figure paired_change_plot(const analysis::Analysis& analysis, const survey::Survey& survey, std::size_t outcome,
                          const document::NumberStyle& style) {
  const auto& of = analysis.outcomes[outcome];
  const auto& test = analysis.comparison(outcome, std::nullopt).test;
  Plot plot{of.label, style, score_pairs(survey, outcome), {}, {}, {}, reliable_limit(analysis, outcome)};
  plot.axis = axis_of(of, plot.pairs);
  plot.pre = mean_interval(test.pre_mean, test.pre_sd, test);
  plot.post = mean_interval(test.post_mean, test.post_sd, test);
  Figure figure;
  figure.name = "paired_change_" + of.name;
  figure.caption = fmt::format("{}: everybody before and after, means with {} CI, distributions at both sides.",
                               of.label, document::confidence_level(analysis.settings.confidence));
  figure.alternative = fmt::format("{} of {} people before and after", of.label, with_thousands(test.n));
  if (test.pre_mean && test.post_mean)
    figure.alternative += fmt::format(": mean {} before, {} after", document::number(style, *test.pre_mean),
                                      document::number(style, *test.post_mean));
  if (plot.limit)
    figure.alternative += fmt::format("; a change is reliable beyond {}", document::number(style, *plot.limit));
  figure.alternative += ".";
  figure.width = width;
  figure.height = height;
  figure.draw = [plot = std::move(plot)](Canvas& canvas) { draw(canvas, plot); };
  return figure;
}

}  // namespace ecpr::figure
