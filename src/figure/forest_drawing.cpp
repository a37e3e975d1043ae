#include "forest_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "axis.hpp"
#include "ecpr/document/sentence_writing.hpp"
#include "lettering.hpp"

namespace ecpr::figure {

namespace {

constexpr double page_width = 540, label_width = 190, number_width = 130, margin = 12;
constexpr double row_height = 16, head = 34, axis_height = 40, note_height = 12;
constexpr double plot_left = margin + label_width, plot_right = page_width - margin - number_width;

Axis axis_of(const std::vector<ForestRow>& rows) {
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

void draw_mark(Canvas& canvas, const Axis& axis, const ForestRow& row, double y, std::size_t largest) {
  const double x = axis.place(*row.value);
  if (row.diamond && row.interval) {
    const double left = std::max(axis.place(row.interval->lower), plot_left);
    const double right = std::min(axis.place(row.interval->upper), plot_right);
    canvas.polygon({{left, y}, {x, y - 5}, {right, y}, {x, y + 5}}, row.tint);
    return;
  }
  if (row.interval) draw_interval(canvas, axis, *row.interval, y, row.tint);
  const double share = largest == 0 ? 1 : std::sqrt(static_cast<double>(row.n) / static_cast<double>(largest));
  canvas.circle({x, y}, 1.8 + 2.4 * share, row.tint);
}

/// Over the zero line, where it is as long as that.
void draw_heading(Canvas& canvas, const ForestRow& row, double y) {
  const TextStyle style{9, true, Anchor::start, colour::black};
  const double room = page_width - 2 * margin;
  const double end = margin + std::min(canvas.width(row.label + row.mark, style), room) + 2;
  canvas.polygon({{margin, y - 7}, {end, y - 7}, {end, y + 7}, {margin, y + 7}}, colour::white);
  draw_label(canvas, {row.label, row.mark}, {margin, y + 3}, room, style);
}

void draw_row(Canvas& canvas, const Axis& axis, const ForestRow& row, double y, std::size_t largest) {
  if (row.heading) return draw_heading(canvas, row, y);
  const double x = margin + (row.indented ? 10 : 0);
  draw_label(canvas, {row.label, row.mark}, {x, y + 3}, plot_left - 34 - x,
             {9, row.diamond, Anchor::start, colour::black});
  canvas.text({plot_left - 6, y + 3}, document::count(row.n), {8, false, Anchor::end, colour::grey});
  canvas.text({page_width - margin, y + 3}, row.number, {9, false, Anchor::end, colour::black});
  if (row.value) draw_mark(canvas, axis, row, y, largest);
}

void draw_axis(Canvas& canvas, const Forest& forest, const Axis& axis, double bottom) {
  canvas.line({axis.place(0), head - 2}, {axis.place(0), bottom}, {0.8, colour::grey, 3});
  canvas.line({plot_left, bottom}, {plot_right, bottom}, {0.8, colour::black});
  for (const double tick : axis.ticks) {
    const double x = axis.place(tick);
    canvas.line({x, bottom}, {x, bottom + 4}, {0.8, colour::black});
    canvas.text({x, bottom + 13}, document::number(forest.style, tick, document::Digits::observed),
                {8, false, Anchor::middle, colour::black});
  }
  draw_runs(canvas, {(plot_left + plot_right) / 2, bottom + 27}, forest.axis_title,
            {8.5, false, Anchor::middle, colour::black});
}

void draw_header(Canvas& canvas, const Forest& forest) {
  canvas.text({plot_left - 6, head - 12}, "n", {8.5, true, Anchor::end, colour::black, forest.style.italic_letters});
  draw_runs(canvas, {page_width - margin, head - 12}, forest.numbers_header, {8.5, true, Anchor::end, colour::black});
  canvas.line({margin, head - 5}, {page_width - margin, head - 5}, {0.8, colour::black});
}

void draw_forest(Canvas& canvas, const Forest& forest) {
  const Axis axis = axis_of(forest.rows);
  std::size_t largest = 0;
  for (const auto& row : forest.rows) largest = std::max(largest, row.diamond ? 0 : row.n);
  draw_header(canvas, forest);
  const double bottom = head + row_height * static_cast<double>(forest.rows.size()) + 4;
  draw_axis(canvas, forest, axis, bottom);
  for (std::size_t i = 0; i < forest.rows.size(); ++i)
    draw_row(canvas, axis, forest.rows[i], head + row_height * (static_cast<double>(i) + 0.5), largest);
  double y = bottom + axis_height + 6;
  for (const auto& note : forest.notes) {
    draw_runs(canvas, {margin, y}, note, {8, false, Anchor::start, colour::grey});
    y += note_height;
  }
}

double height_of(std::size_t rows, std::size_t notes) {
  return head + row_height * static_cast<double>(rows) + axis_height + note_height * static_cast<double>(notes) + 6;
}

std::string in_words(const Forest& forest) {
  std::string text;
  bool first = true;  // below a heading
  for (const auto& row : forest.rows) {
    if (row.heading) {
      text += (text.empty() ? "" : ". ") + row.label + row.mark + ": ";
      first = true;
      continue;
    }
    text += fmt::format("{}{} {}, d_z {}", first ? "" : "; ", row.label + row.mark,
                        document::plain(count_runs(forest.style, row.n)), row.number);
    first = false;
  }
  return text + ".";
}

}  // namespace

std::size_t rows_that_fit(double height, std::size_t notes) {
  return static_cast<std::size_t>(std::max(2.0, std::floor((height - height_of(0, notes)) / row_height)));
}

Figure forest_figure(std::string name, std::string caption, Forest forest) {
  Figure figure;
  figure.name = std::move(name);
  figure.caption = std::move(caption);
  figure.alternative = "Forest plot. " + in_words(forest);
  figure.width = page_width;
  figure.height = height_of(forest.rows.size(), forest.notes.size());
  figure.draw = [forest = std::move(forest)](Canvas& canvas) { draw_forest(canvas, forest); };
  return figure;
}

}  // namespace ecpr::figure
