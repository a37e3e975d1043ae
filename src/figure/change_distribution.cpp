#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "axis.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/figure/figures.hpp"
#include "lettering.hpp"
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

/// Changes that are 0 but for rounding (no more than `resolution`) are 0.
std::vector<double> changes_of(const ScorePairs& pairs, double resolution) {
  std::vector<double> changes;
  for (std::size_t i = 0; i < pairs.pre.size(); ++i) {
    const double change = pairs.post[i] - pairs.pre[i];
    changes.push_back(std::abs(change) <= resolution ? 0 : change);
  }
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
  document::NumberStyle style;
  Bins bins;
  std::size_t n = 0;
  double better_sign = 0;             ///< +1: higher is better, -1: lower, 0: neither
  std::optional<double> mean, limit;  ///< limit: reliable change, above 0
};

Colour colour_of(double centre, double better_sign) {
  if (centre == 0 || better_sign == 0) return colour::light;
  return centre * better_sign > 0 ? colour::better : colour::worse;
}

/// All bars, zero, and the limits unless they lie far outside.
Axis changes_axis(const Plot& plot) {
  double low = std::min(plot.bins.centre(0), 0.0), high = std::max(plot.bins.centre(plot.bins.counts.size() - 1), 0.0);
  if (plot.limit && *plot.limit < 2 * std::max(-low, high)) {
    low = std::min(low, -*plot.limit);
    high = std::max(high, *plot.limit);
  }
  return Axis::exactly(low - plot.bins.width, high + plot.bins.width, left, right);
}

void draw_bars(Canvas& canvas, const Plot& plot, const Axis& across, const Axis& up) {
  const double half = (across.place(plot.bins.width) - across.place(0)) * 0.45;
  for (std::size_t i = 0; i < plot.bins.counts.size(); ++i) {
    const double x = across.place(plot.bins.centre(i)), y = up.place(static_cast<double>(plot.bins.counts[i]));
    canvas.polygon({{x - half, bottom}, {x - half, y}, {x + half, y}, {x + half, bottom}},
                   colour_of(plot.bins.centre(i), plot.better_sign));
  }
}

void draw_axes(Canvas& canvas, const Plot& plot, const Axis& across, const Axis& up) {
  canvas.line({left, bottom}, {right, bottom}, {0.8, colour::black});
  for (const double tick : across.ticks) {
    canvas.line({across.place(tick), bottom}, {across.place(tick), bottom + 4}, {0.8, colour::black});
    canvas.text({across.place(tick), bottom + 14}, document::number(plot.style, tick, document::Digits::observed),
                {8, false, Anchor::middle, colour::black});
  }
  for (const double tick : up.ticks) {
    if (tick != std::round(tick)) continue;
    canvas.text({left - 6, up.place(tick) + 3}, document::number(plot.style, tick, document::Digits::observed),
                {8, false, Anchor::end, colour::black});
  }
  const std::string sides = plot.better_sign == 0  ? ""
                            : plot.better_sign > 0 ? " (right of 0: better)"
                                                   : " (left of 0: better)";
  canvas.text({(left + right) / 2, bottom + 29}, "Change, post \u2212 pre" + sides,
              {8.5, false, Anchor::middle, colour::black});
}

/// Zero, the limits of reliable change, the mean.
void draw_marks(Canvas& canvas, const Plot& plot, const Axis& across) {
  canvas.line({across.place(0), top}, {across.place(0), bottom}, {0.8, colour::black});
  std::string legend = plot.mean ? "Triangle: mean change." : "";
  if (plot.limit) {
    const bool shown = *plot.limit < across.highest;
    for (const double side : {-1.0, 1.0}) {
      const double x = across.place(side * *plot.limit);
      if (shown) canvas.line({x, top}, {x, bottom}, {1, colour::black, 2});
    }
    legend += fmt::format(" {}: \u00b1{}.",
                          shown ? "Dotted: limits of reliable change" : "Limits of reliable change, outside",
                          document::number(plot.style, *plot.limit));
  }
  if (plot.mean) {
    const double x = across.place(*plot.mean);
    canvas.polygon({{x, top - 2}, {x - 4, top - 9}, {x + 4, top - 9}}, colour::black);
  }
  canvas.text({12, bottom + 44}, trimmed(legend), {8, false, Anchor::start, colour::grey});
}

void draw(Canvas& canvas, const Plot& plot) {
  const TextStyle title{10, true, Anchor::start, colour::black};
  draw_label(canvas, {plot.label}, {12, 18}, width - 70, title);
  draw_runs(canvas, {right, 18}, count_runs(plot.style, plot.n), {8.5, false, Anchor::end, colour::grey});
  if (plot.bins.counts.empty()) return;
  const Axis across = changes_axis(plot);
  const auto most = static_cast<double>(*std::max_element(plot.bins.counts.begin(), plot.bins.counts.end()));
  const Axis up = Axis::covering(0, std::max(most, 4.0), bottom, top);
  draw_bars(canvas, plot, across, up);
  draw_axes(canvas, plot, across, up);
  draw_marks(canvas, plot, across);
}

double better_sign(instruments::Direction direction) {
  if (direction == instruments::Direction::higher_is_better) return 1;
  return direction == instruments::Direction::lower_is_better ? -1 : 0;
}

/// " A change is reliable beyond 4.21: 30 people improved, 5 deteriorated so much."
std::string beyond_limit(const analysis::Analysis& analysis, std::size_t outcome, const document::NumberStyle& style,
                         double limit) {
  const auto& counts = analysis.reliable_change[analysis.place(outcome, std::nullopt)].counts;
  std::string text = " A change is reliable beyond " + document::number(style, limit);
  if (counts)
    text += fmt::format(": {} people improved, {} deteriorated so much", with_thousands(counts->improved),
                        with_thousands(counts->deteriorated));
  return text + ".";
}

}  // namespace

Figure change_distribution(const analysis::Analysis& analysis, const survey::Survey& survey, std::size_t outcome,
                           const document::NumberStyle& style) {
  const auto& of = analysis.outcomes[outcome];
  const auto& test = analysis.comparison(outcome, std::nullopt).test;
  const auto changes = changes_of(score_pairs(survey, outcome), test.resolution);
  Plot plot{of.label, style, bins_of(changes), changes.size(), better_sign(of.direction), {}, {}};
  plot.limit = reliable_limit(analysis, outcome);
  if (test.mean_change) plot.mean = *test.mean_change;
  const auto higher =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](double x) { return x > 0; }));
  const auto lower =
      static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](double x) { return x < 0; }));
  Figure figure;
  figure.name = "distribution_" + of.name;
  figure.caption = fmt::format("{}: how many people changed by how much.", of.label);
  figure.alternative =
      fmt::format("Changes in {}: {} of {} people scored higher after than before, {} lower, {} the same.", of.label,
                  with_thousands(higher), with_thousands(changes.size()), with_thousands(lower),
                  with_thousands(changes.size() - higher - lower));
  if (plot.limit) figure.alternative += beyond_limit(analysis, outcome, style, *plot.limit);
  figure.width = width;
  figure.height = height;
  figure.draw = [plot = std::move(plot)](Canvas& canvas) { draw(canvas, plot); };
  return figure;
}

}  // namespace ecpr::figure
