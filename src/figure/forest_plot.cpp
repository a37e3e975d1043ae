#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "axis.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "ecpr/figure/figures.hpp"
#include "lettering.hpp"

namespace ecpr::figure {

using analysis::Analysis;
using analysis::Comparison;
using analysis::Outcome;

namespace {

constexpr double page_width = 540, label_width = 190, number_width = 130, margin = 12;
constexpr double row_height = 16, head = 34, foot = 58;
constexpr double plot_left = margin + label_width, plot_right = page_width - margin - number_width;
constexpr TextStyle small{8, false, Anchor::start, colour::grey};

/// One line of a forest plot.
struct Row {
  std::string label;
  bool heading = false, indented = false, diamond = false;
  std::size_t n = 0;
  std::optional<double> value;  ///< improvement to the right
  std::optional<Interval> interval;
  std::string number;  ///< as in the tables
};

bool mirrored(const Outcome& outcome) { return outcome.direction == instruments::Direction::lower_is_better; }

std::string label_of(const Outcome& outcome) { return outcome.label + (mirrored(outcome) ? " *" : ""); }

Row row_of(const Analysis& analysis, const Comparison& comparison, const document::NumberStyle& style) {
  Row row;
  row.n = comparison.test.n;
  const auto& d_z = comparison.effect_sizes.d_z;
  row.number = "\u2014";
  if (comparison.withheld || !d_z.estimate) return row;
  const double sign = mirrored(analysis.outcomes[comparison.outcome]) ? -1 : 1;
  row.value = *d_z.estimate * sign;
  if (d_z.interval) row.interval = scaled(*d_z.interval, sign);
  row.number =
      d_z.interval ? document::estimate(style, *d_z.estimate, *d_z.interval) : document::number(style, *d_z.estimate);
  return row;
}

Axis axis_of(const std::vector<Row>& rows) {
  constexpr double widest = 3;  // a tiny group's interval shall not squeeze all others
  double low = -0.5, high = 0.5;
  for (const auto& row : rows) {
    if (row.value) {
      low = std::min(low, *row.value);
      high = std::max(high, *row.value);
    }
    if (!row.interval) continue;
    low = std::min(low, std::max(row.interval->lower, -widest));
    high = std::max(high, std::min(row.interval->upper, widest));
  }
  return Axis::covering(low, high, plot_left + 8, plot_right - 8);
}

Colour colour_of(const Row& row) {
  if (!row.interval) return colour::grey;
  if (row.interval->lower > 0) return colour::better;
  return row.interval->upper < 0 ? colour::worse : colour::black;
}

/// The interval as a line; an arrow where it leaves the axis.
void draw_interval(Canvas& canvas, const Axis& axis, Interval interval, double y, Colour tint) {
  const double left = std::max(axis.place(interval.lower), plot_left),
               right = std::min(axis.place(interval.upper), plot_right);
  canvas.line({left, y}, {right, y}, {1.2, tint});
  constexpr double tip = 4;
  if (axis.place(interval.lower) < plot_left)
    canvas.polygon({{left - tip, y}, {left + 1, y - 3}, {left + 1, y + 3}}, tint);
  if (axis.place(interval.upper) > plot_right)
    canvas.polygon({{right + tip, y}, {right - 1, y - 3}, {right - 1, y + 3}}, tint);
}

void draw_mark(Canvas& canvas, const Axis& axis, const Row& row, double y, std::size_t largest) {
  const Colour tint = colour_of(row);
  const double x = axis.place(*row.value);
  if (row.diamond && row.interval) {
    const double left = std::max(axis.place(row.interval->lower), plot_left);
    const double right = std::min(axis.place(row.interval->upper), plot_right);
    canvas.polygon({{left, y}, {x, y - 5}, {right, y}, {x, y + 5}}, tint);
    return;
  }
  if (row.interval) draw_interval(canvas, axis, *row.interval, y, tint);
  const double share = largest == 0 ? 1 : std::sqrt(static_cast<double>(row.n) / static_cast<double>(largest));
  canvas.circle({x, y}, 1.8 + 2.4 * share, tint);
}

void draw_row(Canvas& canvas, const Axis& axis, const Row& row, double y, std::size_t largest) {
  const double x = margin + (row.indented ? 10 : 0);
  const TextStyle label{9, row.heading || row.diamond, Anchor::start, colour::black};
  canvas.text({x, y + 3}, fitted(canvas, row.label, label_width - 34 - (x - margin), label), label);
  if (row.heading) return;
  canvas.text({plot_left - 6, y + 3}, document::count(row.n), {8, false, Anchor::end, colour::grey});
  canvas.text({page_width - margin, y + 3}, row.number, {9, false, Anchor::end, colour::black});
  if (row.value) draw_mark(canvas, axis, row, y, largest);
}

void draw_axis(Canvas& canvas, const Axis& axis, double top, double bottom, const document::NumberStyle& style,
               bool any_mirrored) {
  canvas.line({axis.place(0), top}, {axis.place(0), bottom}, {0.8, colour::grey, 3});
  canvas.line({plot_left, bottom}, {plot_right, bottom}, {0.8, colour::black});
  for (const double tick : axis.ticks) {
    const double x = axis.place(tick);
    canvas.line({x, bottom}, {x, bottom + 4}, {0.8, colour::black});
    canvas.text({x, bottom + 13}, document::number(style, tick, document::Digits::observed),
                {8, false, Anchor::middle, colour::black});
  }
  const double middle = (plot_left + plot_right) / 2;
  document::Runs title{{"Cohen "}};
  for (const auto& run : d_z_symbol()) title.push_back(run);
  title.push_back({"; to the right: improvement"});
  draw_runs(canvas, {middle, bottom + 27}, title, {8.5, false, Anchor::middle, colour::black});
  if (any_mirrored)
    canvas.text({margin, bottom + 44},
                "* Lower scores are better: drawn mirrored. The numbers are those of the tables.", small);
}

void draw_forest(Canvas& canvas, const std::vector<Row>& rows, const document::NumberStyle& style, bool any_mirrored,
                 const std::string& level) {
  const Axis axis = axis_of(rows);
  std::size_t largest = 0;
  for (const auto& row : rows) largest = std::max(largest, row.diamond ? 0 : row.n);
  canvas.text({plot_left - 6, head - 12}, "n", {8.5, true, Anchor::end, colour::black, style.italic_letters});
  document::Runs numbers = d_z_symbol();
  numbers.push_back({std::string(style.interval_open) + level + " CI" + std::string(style.interval_close)});
  draw_runs(canvas, {page_width - margin, head - 12}, numbers, {8.5, true, Anchor::end, colour::black});
  canvas.line({margin, head - 5}, {page_width - margin, head - 5}, {0.8, colour::black});
  const double bottom = head + row_height * static_cast<double>(rows.size()) + 4;
  draw_axis(canvas, axis, head - 2, bottom, style, any_mirrored);
  for (std::size_t i = 0; i < rows.size(); ++i)
    draw_row(canvas, axis, rows[i], head + row_height * (static_cast<double>(i) + 0.5), largest);
}

/// What the rows say, for readers who do not see them.
std::string in_words(const std::vector<Row>& rows, const document::NumberStyle& style) {
  std::string text;
  bool first = true;  // below a heading
  for (const auto& row : rows) {
    if (row.heading) {
      text += (text.empty() ? "" : ". ") + row.label + ": ";
      first = true;
      continue;
    }
    text += fmt::format("{}{} {}, d_z {}", first ? "" : "; ", row.label, document::plain(count_runs(style, row.n)),
                        row.number);
    first = false;
  }
  return text + ".";
}

Figure forest(std::string name, std::string caption, std::vector<Row> rows, const document::NumberStyle& style,
              bool any_mirrored, const std::string& level) {
  Figure figure;
  figure.name = std::move(name);
  figure.caption = std::move(caption);
  figure.alternative = "Forest plot. " + in_words(rows, style);
  figure.width = page_width;
  figure.height = head + row_height * static_cast<double>(rows.size()) + foot;
  figure.draw = [rows = std::move(rows), style, any_mirrored, level](Canvas& canvas) {
    draw_forest(canvas, rows, style, any_mirrored, level);
  };
  return figure;
}

std::vector<Row> rows_by_group(const Analysis& analysis, std::size_t outcome, const document::NumberStyle& style) {
  Row heading;
  heading.label = label_of(analysis.outcomes[outcome]);
  heading.heading = true;
  std::vector<Row> rows{heading};
  for (std::size_t group = 0; group <= analysis.groups.size(); ++group) {
    const bool all = group == analysis.groups.size();
    Row& row = rows.emplace_back(
        row_of(analysis, analysis.comparison(outcome, all ? std::nullopt : std::optional(group)), style));
    row.label = all ? "All participants" : analysis.groups[group];
    row.indented = true;
    row.diamond = all;
  }
  return rows;
}

}  // namespace

Figure forest_of_outcomes(const Analysis& analysis, const document::NumberStyle& style) {
  std::vector<Row> rows;
  bool any_mirrored = false;
  for (std::size_t outcome = 0; outcome < analysis.outcomes.size(); ++outcome) {
    if (analysis.outcomes[outcome].indented) continue;
    Row& row = rows.emplace_back(row_of(analysis, analysis.comparison(outcome, std::nullopt), style));
    row.label = label_of(analysis.outcomes[outcome]);
    any_mirrored = any_mirrored || mirrored(analysis.outcomes[outcome]);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.value.value_or(-HUGE_VAL) > b.value.value_or(-HUGE_VAL);
  });
  return forest("forest_all", "Effect sizes of all participants, the largest improvement first.", std::move(rows),
                style, any_mirrored, document::confidence_level(analysis.settings.confidence));
}

std::vector<Figure> forests_by_group(const Analysis& analysis, const document::NumberStyle& style) {
  constexpr std::size_t rows_of_a_page = 40;
  std::vector<Figure> pages;
  if (analysis.groups.empty()) return pages;
  std::vector<Row> rows;
  bool any_mirrored = false;
  const auto turn_page = [&] {
    if (rows.empty()) return;
    const std::string number = std::to_string(pages.size() + 1);
    pages.push_back(forest("forest_groups_" + number, "Effect sizes by group.", std::move(rows), style, any_mirrored,
                           document::confidence_level(analysis.settings.confidence)));
    rows.clear();
    any_mirrored = false;
  };
  for (std::size_t outcome = 0; outcome < analysis.outcomes.size(); ++outcome) {
    if (analysis.outcomes[outcome].indented) continue;
    const auto next = rows_by_group(analysis, outcome, style);
    if (rows.size() + next.size() > rows_of_a_page) turn_page();
    rows.insert(rows.end(), next.begin(), next.end());
    any_mirrored = any_mirrored || mirrored(analysis.outcomes[outcome]);
  }
  turn_page();
  for (std::size_t i = 0; pages.size() > 1 && i < pages.size(); ++i)
    pages[i].caption = fmt::format("Effect sizes by group, part {} of {}.", i + 1, pages.size());
  return pages;
}

}  // namespace ecpr::figure
