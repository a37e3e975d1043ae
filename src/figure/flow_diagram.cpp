#include <fmt/format.h>

#include "ecpr/base/number.hpp"
#include "ecpr/figure/figures.hpp"
#include "lettering.hpp"

namespace ecpr::figure {

namespace {

constexpr double box_width = 124, box_height = 48, gap = 30, margin = 12;
constexpr double page_width = 2 * margin + 3 * box_width / 2 + box_width + gap;

struct Box {
  double x, y;  ///< upper left corner
  std::string first;
  document::Runs second;
};

void draw_box(Canvas& canvas, const Box& box) {
  canvas.rectangle({box.x, box.y}, box_width, box_height, {0.9, colour::black});
  canvas.text({box.x + box_width / 2, box.y + 21}, box.first, {10, true, Anchor::middle, colour::black});
  draw_runs(canvas, {box.x + box_width / 2, box.y + 37}, box.second, {9, false, Anchor::middle, colour::black});
}

void draw_arrow(Canvas& canvas, Point from, Point to) {
  canvas.line(from, to, {0.9, colour::grey});
  constexpr double tip = 5;
  if (from.x == to.x) {
    canvas.polygon({to, {to.x - 3, to.y - tip}, {to.x + 3, to.y - tip}}, colour::grey);
  } else {
    const double back = to.x > from.x ? -tip : tip;
    canvas.polygon({to, {to.x + back, to.y - 3}, {to.x + back, to.y + 3}}, colour::grey);
  }
}

constexpr double boxes_height = 2 * margin + 3 * box_height + 2 * gap + 14, line_height = 13;

/// So many people left out for each reason; the last reasons together where there are more than `most` lines.
std::vector<std::string> left_out_people(const analysis::Participants& people, std::size_t most) {
  std::vector<std::string> lines;
  const auto& all = people.exclusions;
  const std::size_t named = all.size() <= most ? all.size() : most - 1;
  std::size_t others = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i < named && all[i].people > 0)
      lines.push_back(fmt::format("People left out ({}): {}", all[i].reason, with_thousands(all[i].people)));
    if (i >= named) others += all[i].people;
  }
  if (others > 0)
    lines.push_back(fmt::format("People left out for {} further reasons: {}", with_thousands(all.size() - named),
                                with_thousands(others)));
  return lines;
}

/// Rows and people that were left out before, one line each, as many as fit.
std::vector<std::string> left_out(const analysis::Participants& people) {
  constexpr auto room = static_cast<std::size_t>((tallest_figure - boxes_height) / line_height);
  std::vector<std::string> lines;
  const auto add = [&](std::size_t count, const std::string& what) {
    if (count > 0) lines.push_back(fmt::format("{}: {}", what, with_thousands(count)));
  };
  add(people.duplicates, "Further rows of the same person and wave, left out");
  add(people.blank_ids, "Rows without id, left out");
  const auto reasons = left_out_people(people, room - lines.size() - 1);
  lines.insert(lines.end(), reasons.begin(), reasons.end());
  add(people.repaired, "People matched by a repaired id");
  return lines;
}

void draw_flow(Canvas& canvas, const analysis::Participants& people, const std::vector<std::string>& lines,
               const document::NumberStyle& style) {
  const auto n = [&](std::size_t count) { return count_runs(style, count); };
  const double left = margin, right = page_width - margin - box_width, middle = (page_width - box_width) / 2;
  const double second = margin + box_height + gap;
  const Box pre{left, margin, "Answered before", n(people.pre)}, post{right, margin, "Answered after", n(people.post)};
  const Box lost{left, second, "Before only", n(people.pre_only)},
      late{right, second, "After only", n(people.post_only)};
  const Box matched{middle, second + box_height + gap, "Matched", n(people.matched)};
  for (const auto& box : {pre, post, lost, late, matched}) draw_box(canvas, box);
  const double quarter = box_width / 4;
  draw_arrow(canvas, {left + quarter, margin + box_height}, {left + quarter, second});
  draw_arrow(canvas, {right + box_width - quarter, margin + box_height}, {right + box_width - quarter, second});
  // From both upper boxes to the matched, beside the lost.
  const double inner_left = left + box_width - 12, inner_right = right + 12;
  const double past = second + box_height + 4;
  canvas.polyline({{inner_left, margin + box_height},
                   {inner_left, margin + box_height + gap / 2},
                   {page_width / 2 - 10, margin + box_height + gap / 2},
                   {page_width / 2 - 10, past}},
                  {0.9, colour::grey});
  canvas.polyline({{inner_right, margin + box_height},
                   {inner_right, margin + box_height + gap / 2},
                   {page_width / 2 + 10, margin + box_height + gap / 2},
                   {page_width / 2 + 10, past}},
                  {0.9, colour::grey});
  draw_arrow(canvas, {page_width / 2 - 10, past}, {page_width / 2 - 10, matched.y});
  draw_arrow(canvas, {page_width / 2 + 10, past}, {page_width / 2 + 10, matched.y});
  double y = matched.y + box_height + 20;
  for (const auto& line : lines) {
    canvas.text({margin, y}, line, {8.5, false, Anchor::start, colour::grey});
    y += line_height;
  }
}

}  // namespace

Figure flow_diagram(const analysis::Analysis& analysis, const document::NumberStyle& style) {
  const auto& people = analysis.participants;
  const auto lines = left_out(people);
  Figure figure;
  figure.name = "flow";
  figure.caption = "Participants who answered before, after and both times.";
  figure.alternative =
      fmt::format("Flow of participants: {} answered before, {} after, {} both times; {} before only, {} after only.",
                  with_thousands(people.pre), with_thousands(people.post), with_thousands(people.matched),
                  with_thousands(people.pre_only), with_thousands(people.post_only));
  figure.width = page_width;
  figure.height = boxes_height + line_height * static_cast<double>(lines.size());
  figure.draw = [people, lines, style](Canvas& canvas) { draw_flow(canvas, people, lines, style); };
  return figure;
}

}  // namespace ecpr::figure
