#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "axis.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/document/number_style.hpp"
#include "ecpr/figure/figures.hpp"
#include "score_pairs.hpp"

namespace ecpr::figure {

namespace {

constexpr double width = 300, height = 220, top = 40, bottom = 168, left = 46, right = 288;

struct Bins {
  double width = 1;  ///< a bin per whole change where that makes few enough
  double first = 0;  ///< centre of the first
  std::vector<std::size_t> counts;

  double centre(std::size_t i) const { return first + width * static_cast<double>(i); }
};

std::vector<double> changes_of(const ScorePairs& pairs) {
  std::vector<double> changes;
  for (std::size_t i = 0; i < pairs.pre.size(); ++i) changes.push_back(pairs.post[i] - pairs.pre[i]);
  return changes;
}

/// Bins centred on multiples of their width, at most about 30 of them.
Bins bins_of(const std::vector<double>& changes) {
  Bins bins;
  if (changes.empty()) return bins;
  const auto [low, high] = std::minmax_element(changes.begin(), changes.end());
  const double span = std::max(*high - *low, 1e-9);
  const bool whole = std::all_of(changes.begin(), changes.end(), [](double x) { return x == std::round(x); });
  bins.width = std::pow(10, std::floor(std::log10(span / 30)));
  while (span / bins.width > 30) bins.width *= 2;
  if (whole) bins.width = std::max(1.0, std::round(bins.width));
  const double first = std::round(*low / bins.width), last = std::round(*high / bins.width);
  bins.first = first * bins.width;
  bins.counts.assign(static_cast<std::size_t>(last - first) + 1, 0);
  for (const double change : changes) ++bins.counts[static_cast<std::size_t>(std::round(change / bins.width) - first)];
  return bins;
}

struct Plot {
  std::string label;
  Bins bins;
  std::size_t n = 0;
  double better_sign = 0;             ///< +1: higher is better, -1: lower, 0: neither
  std::optional<double> mean, limit;  ///< limit: reliable change, above 0
};

Colour colour_of(double centre, double better_sign) {
  if (centre == 0 || better_sign == 0) return colour::light;
  return centre * better_sign > 0 ? colour::better : colour::worse;
}

void draw(Canvas& canvas, const Plot& plot) {
  const TextStyle title{10, true, Anchor::start, colour::black};
  canvas.text({12, 18}, fitted(canvas, plot.label, width - 70, title), title);
  canvas.text({right, 18}, "n=" + document::count(plot.n), {8.5, false, Anchor::end, colour::grey});
  if (plot.bins.counts.empty()) return;
  const double low = std::min(plot.bins.centre(0) - plot.bins.width, -plot.bins.width);
  const double high = std::max(plot.bins.centre(plot.bins.counts.size() - 1) + plot.bins.width, plot.bins.width);
  const Axis across = Axis::exactly(low, high, left, right);
  const auto most = static_cast<double>(*std::max_element(plot.bins.counts.begin(), plot.bins.counts.end()));
  const Axis up = Axis::covering(0, std::max(most, 4.0), bottom, top);
  for (std::size_t i = 0; i < plot.bins.counts.size(); ++i) {
    const double x = across.place(plot.bins.centre(i)), half = (across.place(plot.bins.width) - across.place(0)) * 0.45;
    const double y = up.place(static_cast<double>(plot.bins.counts[i]));
    canvas.polygon({{x - half, bottom}, {x - half, y}, {x + half, y}, {x + half, bottom}},
                   colour_of(plot.bins.centre(i), plot.better_sign));
  }
  const auto style = document::jmir();
  canvas.line({left, bottom}, {right, bottom}, {0.8, colour::black});
  for (const double tick : across.ticks) {
    canvas.line({across.place(tick), bottom}, {across.place(tick), bottom + 4}, {0.8, colour::black});
    canvas.text({across.place(tick), bottom + 14}, document::number(style, tick, document::Digits::observed),
                {8, false, Anchor::middle, colour::black});
  }
  for (const double tick : up.ticks)
    canvas.text({left - 6, up.place(tick) + 3}, document::number(style, tick, document::Digits::observed),
                {8, false, Anchor::end, colour::black});
  canvas.line({across.place(0), top}, {across.place(0), bottom}, {0.8, colour::black});
  for (const double side : {-1.0, 1.0}) {
    if (!plot.limit || side * *plot.limit < low || side * *plot.limit > high) continue;
    canvas.line({across.place(side * *plot.limit), top}, {across.place(side * *plot.limit), bottom},
                {0.8, colour::black, 2});
  }
  if (plot.mean) {
    const double x = across.place(*plot.mean);
    canvas.polygon({{x, top - 2}, {x - 4, top - 9}, {x + 4, top - 9}}, colour::black);
  }
  const std::string sides = plot.better_sign == 0  ? ""
                            : plot.better_sign > 0 ? " (right of 0: better)"
                                                   : " (left of 0: better)";
  canvas.text({(left + right) / 2, bottom + 29}, "Change, post \u2212 pre" + sides,
              {8.5, false, Anchor::middle, colour::black});
  canvas.text({12, bottom + 44},
              plot.limit ? "Triangle: mean change. Dotted: limits of reliable change." : "Triangle: mean change.",
              {8, false, Anchor::start, colour::grey});
}

double better_sign(instruments::Direction direction) {
  if (direction == instruments::Direction::higher_is_better) return 1;
  return direction == instruments::Direction::lower_is_better ? -1 : 0;
}

}  // namespace

Figure change_distribution(const analysis::Analysis& analysis, const survey::Survey& survey, std::size_t outcome) {
  const auto& of = analysis.outcomes[outcome];
  const auto changes = changes_of(score_pairs(survey, outcome));
  const auto& test = analysis.comparison(outcome, std::nullopt).test;
  Plot plot{of.label, bins_of(changes), changes.size(), better_sign(of.direction), {}, {}};
  if (test.mean_change) plot.mean = *test.mean_change;
  const auto higher =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](double x) { return x > 0; }));
  const auto lower =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](double x) { return x < 0; }));
  Figure figure;
  figure.name = "changes_" + of.name;
  figure.caption = fmt::format("{}: how many people changed by how much.", of.label);
  figure.alternative =
      fmt::format("Changes in {}: {} of {} people scored higher after than before, {} lower, {} the same.", of.label,
                  with_thousands(higher), with_thousands(changes.size()), with_thousands(lower),
                  with_thousands(changes.size() - higher - lower));
  figure.width = width;
  figure.height = height;
  figure.draw = [plot = std::move(plot)](Canvas& canvas) { draw(canvas, plot); };
  return figure;
}

}  // namespace ecpr::figure
