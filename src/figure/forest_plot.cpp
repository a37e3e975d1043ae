#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ecpr/base/number.hpp"
#include "ecpr/figure/figures.hpp"
#include "forest_drawing.hpp"
#include "lettering.hpp"

namespace ecpr::figure {

using analysis::Analysis;
using analysis::Comparison;
using analysis::Outcome;
using document::Runs;

namespace {

bool mirrored(const Outcome& outcome) { return outcome.direction == instruments::Direction::lower_is_better; }
bool undirected(const Outcome& outcome) { return outcome.direction == instruments::Direction::neutral; }

std::string mark_of(const Outcome& outcome) { return mirrored(outcome) ? " *" : undirected(outcome) ? " \u2020" : ""; }

/// Blue and vermillion say what the verdicts of the report say.
Colour tint_of(const Outcome& outcome, const Comparison& comparison, double improvement) {
  if (!comparison.significant || undirected(outcome)) return colour::black;
  return improvement > 0 ? colour::better : colour::worse;
}

ForestRow row_of(const Analysis& analysis, const Comparison& comparison, const document::NumberStyle& style) {
  const Outcome& outcome = analysis.outcomes[comparison.outcome];
  ForestRow row;
  row.label = outcome.label;
  row.mark = mark_of(outcome);
  row.n = comparison.test.n;
  const auto& d_z = comparison.effect_sizes.d_z;
  row.number = "\u2014";
  if (comparison.withheld || !d_z.estimate) return row;
  const double sign = mirrored(outcome) ? -1 : 1;
  row.value = *d_z.estimate * sign;
  row.tint = tint_of(outcome, comparison, *row.value);
  if (d_z.interval) row.interval = scaled(*d_z.interval, sign);
  row.number =
      d_z.interval ? document::estimate(style, *d_z.estimate, *d_z.interval) : document::number(style, *d_z.estimate);
  return row;
}

Runs joined(std::vector<Runs> parts) {
  Runs all;
  for (Runs& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// ".05" of 0.05.
std::string level(double alpha) {
  const std::string text = shortest(alpha);
  return text.starts_with("0.") ? text.substr(1) : text;
}

Runs colours_note(const analysis::Settings& settings, const document::NumberStyle& style) {
  const bool adjusted = settings.adjust != Adjustment::none, clusters = settings.has_clusters();
  return {{std::string("Blue: significantly better; vermillion: significantly worse (") +
           (adjusted ? "adjusted " : "") + (clusters ? "cluster-robust " : "")},
          document::italic(std::string(style.p_symbol)),
          {(style.spaced_operators ? " < " : "<") + level(settings.alpha) + ")."}};
}

std::vector<Runs> notes(const Analysis& analysis, const std::vector<ForestRow>& rows,
                        const document::NumberStyle& style) {
  const auto any = [&](auto condition) { return std::any_of(rows.begin(), rows.end(), condition); };
  std::vector<Runs> lines;
  if (any([](const ForestRow& row) { return row.tint.blue != colour::black.blue; }))
    lines.push_back(colours_note(analysis.settings, style));
  if (analysis.settings.has_clusters()) lines.push_back({{"The intervals treat people as independent of each other."}});
  if (any([](const ForestRow& row) { return row.mark == " *"; }))
    lines.push_back({{"* Lower scores are better: drawn mirrored. The numbers are those of the tables."}});
  if (any([](const ForestRow& row) { return row.mark == " \u2020"; }))
    lines.push_back({{"\u2020 No direction was called better: to the right are higher scores."}});
  return lines;
}

/// What a figure is called: its file and its caption.
struct Title {
  std::string name, caption;
};

Figure forest(const Title& title, std::vector<ForestRow> rows, const Analysis& analysis,
              const document::NumberStyle& style) {
  const bool directed = std::any_of(analysis.outcomes.begin(), analysis.outcomes.end(),
                                    [](const Outcome& outcome) { return !undirected(outcome); });
  const std::string level = document::confidence_level(analysis.settings.confidence);
  const std::string interval = std::string(style.interval_open) + level + " CI" + std::string(style.interval_close);
  Forest forest;
  forest.style = style;
  forest.numbers_header = joined({d_z_symbol(), {{interval}}});
  forest.axis_title = joined(
      {{{"Cohen "}}, d_z_symbol(), {{directed ? "; to the right: improvement" : "; to the right: higher scores"}}});
  forest.notes = notes(analysis, rows, style);
  forest.rows = std::move(rows);
  return forest_figure(title.name, title.caption, std::move(forest));
}

std::vector<ForestRow> rows_by_group(const Analysis& analysis, std::size_t outcome,
                                     const document::NumberStyle& style) {
  ForestRow heading;
  heading.label = analysis.outcomes[outcome].label;
  heading.mark = mark_of(analysis.outcomes[outcome]);
  heading.heading = true;
  std::vector<ForestRow> rows{heading};
  for (std::size_t group = 0; group <= analysis.groups.size(); ++group) {
    const bool all = group == analysis.groups.size();
    ForestRow& row = rows.emplace_back(
        row_of(analysis, analysis.comparison(outcome, all ? std::nullopt : std::optional(group)), style));
    row.label = all ? "All participants" : analysis.groups[group];
    row.mark = "";
    row.indented = true;
    row.diamond = all;
  }
  return rows;
}

/// Rows that a page has room for, above the most notes that a plot has.
std::size_t rows_of_a_page() {
  constexpr std::size_t most_notes = 4;
  return rows_that_fit(tallest_figure, most_notes);
}

/// The rows of one outcome, heading first, in as many parts as pages are needed: each has the heading again.
std::vector<std::vector<ForestRow>> parts_of_outcome(std::vector<ForestRow> rows) {
  if (rows.size() <= rows_of_a_page()) return {std::move(rows)};
  std::vector<std::vector<ForestRow>> parts;
  ForestRow heading = rows.front();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (parts.empty() || parts.back().size() == rows_of_a_page()) {
      parts.push_back({heading});
      if (parts.size() == 1) heading.label += " (continued)";
    }
    parts.back().push_back(std::move(rows[i]));
  }
  return parts;
}

/// Outcomes are kept together where a page has room for one.
std::vector<std::vector<ForestRow>> pages_of_rows(const Analysis& analysis, const document::NumberStyle& style) {
  std::vector<std::vector<ForestRow>> pages;
  for (std::size_t outcome = 0; outcome < analysis.outcomes.size(); ++outcome) {
    if (analysis.outcomes[outcome].indented) continue;
    for (auto& part : parts_of_outcome(rows_by_group(analysis, outcome, style))) {
      if (pages.empty() || pages.back().size() + part.size() > rows_of_a_page()) pages.emplace_back();
      std::move(part.begin(), part.end(), std::back_inserter(pages.back()));
    }
  }
  return pages;
}

/// A figure per page, numbered behind the name; the caption without full stop.
std::vector<Figure> forests(const Title& title, std::vector<std::vector<ForestRow>> pages, const Analysis& analysis,
                            const document::NumberStyle& style) {
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string part = pages.size() > 1 ? fmt::format(", part {} of {}", i + 1, pages.size()) : "";
    figures.push_back(forest({fmt::format("{}{}", title.name, i + 1), title.caption + part + "."}, std::move(pages[i]),
                             analysis, style));
  }
  return figures;
}

}  // namespace

std::vector<Figure> forests_of_outcomes(const Analysis& analysis, const document::NumberStyle& style) {
  std::vector<ForestRow> rows;
  for (std::size_t outcome = 0; outcome < analysis.outcomes.size(); ++outcome) {
    if (!analysis.outcomes[outcome].indented)
      rows.push_back(row_of(analysis, analysis.comparison(outcome, std::nullopt), style));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ForestRow& a, const ForestRow& b) {
    return a.value.value_or(-HUGE_VAL) > b.value.value_or(-HUGE_VAL);
  });
  std::vector<std::vector<ForestRow>> pages(1);
  for (ForestRow& row : rows) {
    if (pages.back().size() == rows_of_a_page()) pages.emplace_back();
    pages.back().push_back(std::move(row));
  }
  const std::string caption = "Effect sizes of all participants, the largest improvement first";
  if (pages.size() > 1) return forests({"forest_all_", caption}, std::move(pages), analysis, style);
  return {forest({"forest_all", caption + "."}, std::move(pages.front()), analysis, style)};
}

std::vector<Figure> forests_by_group(const Analysis& analysis, const document::NumberStyle& style) {
  if (analysis.groups.empty()) return {};
  return forests({"forest_groups_", "Effect sizes by group"}, pages_of_rows(analysis, style), analysis, style);
}

}  // namespace ecpr::figure
