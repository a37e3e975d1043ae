// Tables as a study has them, with made-up numbers.
#pragma once

#include <string>
#include <vector>

#include "ecpr/document/document.hpp"

namespace ecpr::testing {

namespace sample {

struct Outcome {
  const char* label;
  int indent;
  bool lower_is_better;
  std::size_t n;
  double pre, pre_sd, post, post_sd, lower, upper, t, p, adjusted, d, d_lower, d_upper, r;
};

inline constexpr Outcome outcomes[] = {
    {"Loneliness", 0, true, 149, 5.213, 1.742, 5.081, 1.709, -.361, .097, -1.139, .2566, .7698, -.093, -.254, .068,
     .668},
    {"Social connectedness", 0, false, 151, 84.6, 15.24, 87.7, 14.91, 1.38, 4.82, 3.561, .000497, .0055, .29, .126,
     .453, .748},
    {"Flourishing", 0, false, 150, 43.9, 7.14, 45.52, 6.88, .49, 2.73, 2.847, .00503, .0503, .232, .07, .394, .517},
    {"Positive affect", 0, false, 151, 33.4, 7.44, 35.3, 7.12, .62, 3.18, 2.93, .0039, .0463, .238, .076, .4, .401},
    {"Negative affect", 0, true, 151, 18.8, 6.9, 18.02, 6.71, -1.97, .41, -1.29, .1990, .7698, -.105, -.265, .055, .39},
    {"Empowerment", 0, false, 148, 82.31, 8.2, 83.11, 8.4, -.2, 1.8, 1.58, .1162, .6, .13, -.032, .291, .71},
    {"Self-esteem and self-efficacy", 1, false, 148, 27.2, 3.9, 27.5, 3.8, -.21, .81, 1.162, .2471, .7698, .096, -.066,
     .257, .655},
    {"Power and powerlessness", 1, true, 148, 19.9, 3.3, 20.1, 3.4, -.3, .7, .79, .4307, .8614, .065, -.096, .226,
     .577},
    {"Active-empathic listening", 0, false, 147, 58.9, 9.9, 60.1, 9.7, -.1, 2.5, 1.82, .0708, .4248, .15, -.013, .313,
     .673},
    {"Mindfulness", 0, false, 150, 3.92, .84, 3.99, .81, -.02, .16, 1.54, .1257, .6, .126, -.035, .286, .774},
    {"Hope", 0, false, 1, 38.4, 5.1, 38.9, 5.0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
    {"Distress in the presence of strangers and other people", 0, true, 12345, 2.5, .5, 2.5, .52, -.01, .01, .004, .999,
     .999, .0, -.02, .02, .9},
};

inline std::vector<document::Cell> cells(const Outcome& o, std::size_t n, double shift) {
  using namespace document;
  const Undefined few{"fewer than 2 pairs"};
  if (n < 2) {
    return {Count{n},
            MeanSd{o.pre, few},
            MeanSd{o.post, few},
            Estimate{o.post - o.pre, few},
            TestStatistic{.value = few, .degrees_of_freedom = few},
            PValue{few, few},
            PValue{few},
            Estimate{few, few},
            Number{few, Digits::coefficient}};
  }
  return {Count{n},
          MeanSd{o.pre + shift, o.pre_sd},
          MeanSd{o.post + 2 * shift, o.post_sd},
          Estimate{o.post - o.pre + shift, Interval{o.lower + shift, o.upper + shift}},
          TestStatistic{.value = o.t + shift, .degrees_of_freedom = static_cast<double>(n - 1)},
          PValue{o.p},
          PValue{o.adjusted},
          Estimate{o.d + shift, Interval{o.d_lower + shift, o.d_upper + shift}},
          Number{o.r, Digits::coefficient}};
}

inline std::vector<document::Column> columns() {
  using namespace document;
  return {{.kind = ColumnKind::count},
          {.header = "Pre", .kind = ColumnKind::mean_sd},
          {.header = "Post", .kind = ColumnKind::mean_sd},
          {.header = "Mean change", .kind = ColumnKind::estimate},
          {.header = {"", {"Paired t test, two-tailed"}}, .kind = ColumnKind::test},
          {.kind = ColumnKind::p_value},
          {.header = {"Adjusted", {"Holm adjustment over 10 outcomes"}}, .kind = ColumnKind::p_value},
          {.header = {Text("Cohen ") + italic("d") + subscript("z"),
                      {"Mean change divided by the SD of the changes; interval from the noncentral t distribution"}},
           .kind = ColumnKind::estimate},
          {.header = Text(italic("r")) + " pre-post", .kind = ColumnKind::number}};
}

}  // namespace sample

/// Table 2: twelve outcomes by ten columns.
inline document::Table changes_table() {
  using namespace document;
  Table table{.number = "Table 2",
              .caption = {"Pre-post changes in outcomes, all participants (N=151)"},
              .row_header = "Outcome",
              .columns = sample::columns()};
  for (const sample::Outcome& outcome : sample::outcomes) {
    Label label(outcome.label);
    if (outcome.lower_is_better) label.notes = {"Lower scores are better; a negative change is an improvement"};
    table.rows.push_back({.label = label, .cells = sample::cells(outcome, outcome.n, 0), .indent = outcome.indent});
  }
  return table;
}

/// Table 3: the outcomes as spanning rows, groups under them.
inline document::Table groups_table() {
  using namespace document;
  const char* groups[] = {"Peer support specialists",      "Service users",   "Clinicians", "Family members",
                          "Nonprofit leaders and workers", "All participants"};
  Table table{.number = "Table 3",
              .caption = {"Pre-post changes in outcomes by group (N=151)"},
              .row_header = "Outcome and group",
              .columns = sample::columns()};
  for (const sample::Outcome& outcome : sample::outcomes) {
    if (outcome.n < 2) continue;
    Label label(outcome.label);
    if (outcome.lower_is_better) label.notes = {"Lower scores are better; a negative change is an improvement"};
    table.rows.push_back({.label = label, .spanning = true});
    std::size_t i = 0;
    for (const char* group : groups) {
      ++i;
      table.rows.push_back({.label = group,
                            .cells = sample::cells(outcome, i == 4 ? 1 : 12 * i, static_cast<double>(i) * 0.1),
                            .indent = 1});
    }
  }
  return table;
}

/// The first screen: what changed, as lines without rules.
inline document::Table overview_table() {
  using namespace document;
  Table table{.caption = {"What changed (all participants, paired t test, Holm over 12 outcomes)"},
              .columns = {{.alignment = Alignment::decimal}, {}, {.alignment = Alignment::left}, {}},
              .ruled = false};
  for (const sample::Outcome& o : sample::outcomes) {
    if (o.n < 2) continue;
    const bool better = o.adjusted < 0.05;
    table.rows.push_back(
        {.label = o.label,
         .cells = {Estimate{o.post - o.pre, Interval{o.lower, o.upper}, Digits::brief, 0.95, true},
                   Text(PValue{o.adjusted}), Text(Equation{{italic("d"), subscript("z")}, Number{o.d}}),
                   better ? Text(Run{"better", Face::plain, Tone::better})
                          : Text(Run{"not significant", Face::plain, Tone::quiet})}});
  }
  return table;
}

/// Title, overview, findings and tables.
inline document::Document sample_document() {
  using namespace document;
  Document page{.title = "eCPR spring cohort (made-up numbers)"};
  page.blocks = {
      Paragraph{"Of 12 outcomes, 2 improved significantly among 151 of 185 people matched by participant_id."},
      overview_table(),
      Heading{1, "Findings"},
      Paragraph{Text("Social connectedness increased (mean change ") + Estimate{3.1, Interval{1.38, 4.82}} + "; " +
                TestStatistic{.value = 3.561, .degrees_of_freedom = 150.0} + "; " + PValue{.000497} + "; " +
                Equation{{italic("d"), subscript("z")}, Number{.29}} +
                "). Improved, but not significantly: loneliness, empowerment, active-empathic listening, mindfulness."},
      List{{"Nonprofit leaders and workers improved most in loneliness, connectedness and flourishing.",
            "Clinicians improved most in mindfulness."}},
      Heading{1, "Tables"},
      changes_table(),
      groups_table(),
      Heading{1, "How this report was made"},
      Preformatted{"ecpr analyze --pre pre.csv --post post.csv --id participant_id --group role"}};
  return page;
}

}  // namespace ecpr::testing
