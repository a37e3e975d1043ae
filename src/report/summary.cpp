#include "ecpr/report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/analysis/verdict.hpp"
#include "ecpr/base/text.hpp"
#include "effect_size_choice.hpp"
#include "improvement.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Comparison;
using analysis::Family;
using document::Cell;
using document::ColumnKind;
using document::Label;
using document::Table;
using document::Text;

namespace {

constexpr std::size_t most_lines = 20;

std::vector<std::size_t> family(const Analysis& analysis, Family wanted) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    if (family_of(analysis.outcomes[i]) == wanted) places.push_back(i);
  }
  return places;
}

/// "better", "worse", "higher", "lower", "not significant".
Text verdict(const analysis::Outcome& outcome, const Comparison& comparison) {
  using document::Run;
  using document::Tone;
  if (!analysis::is_tested(comparison)) return Run{"no test", {}, Tone::quiet};
  if (!comparison.significant) return Run{"not significant", {}, Tone::quiet};
  switch (course_of(outcome, comparison)) {
    case Course::improved: return Run{"better", {}, Tone::better};
    case Course::worsened: return Run{"worse", {}, Tone::worse};
    case Course::increased: return "higher";
    case Course::decreased: return "lower";
    case Course::unchanged: break;
  }
  return "unchanged";
}

Text title(const analysis::Settings& settings, std::size_t outcomes, const document::NumberStyle& style) {
  const std::string name = adjustment_name(settings.adjust);
  const Text adjustment = name.empty() || outcomes == 0
                              ? p_symbol(style) + Text(" values not adjusted")
                              : Text(name + " over " + counted(outcomes, "outcome", "outcomes"));
  const Text test = settings.has_clusters()
                        ? Text("cluster-robust ") + document::italic("t") + " test by " + settings.cluster_column
                        : Text("paired ") + document::italic("t") + " test";
  return Text("What changed (all participants, ") + test + ", " + adjustment + ")";
}

Table change_lines(const Analysis& analysis, const std::vector<std::size_t>& places,
                   const document::NumberStyle& style) {
  const analysis::Settings& settings = analysis.settings;
  const bool adjusted = settings.adjust != Adjustment::none;
  const EffectSizeChoice& effect_size = primary_effect_size(settings);
  Table table;
  table.ruled = false;
  const auto tested = std::count_if(places.begin(), places.end(), [&](std::size_t place) {
    return analysis::is_tested(analysis.comparison(place, {}));
  });
  table.caption = title(settings, static_cast<std::size_t>(tested), style);
  const Text change = "Mean change" + std::string(style.interval_open) +
                      document::confidence_level(settings.confidence) + " CI" + std::string(style.interval_close);
  table.columns = {{change, ColumnKind::text, settings.confidence, document::Alignment::decimal},
                   {adjusted ? "Adjusted" : "", ColumnKind::p_value},
                   {Text(symbol(effect_size)), ColumnKind::number},
                   {"", ColumnKind::text}};
  for (std::size_t i = 0; i < std::min(places.size(), most_lines); ++i) {
    const analysis::Outcome& outcome = analysis.outcomes[places[i]];
    const Comparison& all = analysis.comparison(places[i], {});
    table.rows.push_back({outcome.label,
                          {document::Estimate{all.test.mean_change, analysis::deciding_interval(all),
                                              document::Digits::statistic, settings.confidence, true},
                           adjusted ? adjusted_p_value(all) : p_value(all),
                           document::Number{(all.effect_sizes.*effect_size.value).estimate}, verdict(outcome, all)}});
  }
  return table;
}

/// "Single items: better in 5 of 5 (share emotions, ...)": those that changed significantly, by verdict.
Text other_family(const Analysis& analysis, const std::string& name, const std::vector<std::size_t>& places) {
  std::vector<Text> parts;
  for (const Course course : {Course::improved, Course::worsened, Course::increased, Course::decreased}) {
    std::vector<Text> labels;
    Text word;
    for (const std::size_t i : places) {
      const Comparison& all = analysis.comparison(i, {});
      if (!all.significant || course_of(analysis.outcomes[i], all) != course) continue;
      labels.emplace_back(in_sentence(analysis.outcomes[i]));
      word = verdict(analysis.outcomes[i], all);
    }
    if (labels.empty()) continue;
    parts.push_back(word + fmt::format(" in {} of {} (", labels.size(), places.size()) + joined(labels, ", ", ", ") +
                    ")");
  }
  const bool tested = std::any_of(places.begin(), places.end(), [&](std::size_t place) {
    return analysis::is_tested(analysis.comparison(place, {}));
  });
  if (!tested) return Text(name) + ": no test was possible.";
  if (parts.empty()) return Text(name) + fmt::format(": none of {} changed significantly.", places.size());
  return Text(name) + ": " + joined(parts, "; ", "; ") + ".";
}

/// "mindfulness P=.003", "calm without a test": whether the groups differ at all.
Text with_group_test(const Analysis& analysis, std::size_t outcome) {
  const Text label = in_sentence(analysis.outcomes[outcome]);
  if (analysis.group_differences.empty()) return label;
  const statistics::FTest& test = analysis.group_differences[outcome].test.change.fisher;
  if (!test.p && !test.log10_p) return label + " without a test";
  return label + " " + Text(document::PValue{test.p, test.log10_p});
}

Text where_most(const Analysis& analysis, const document::NumberStyle& style) {
  const std::vector<LargestImprovement> largest = largest_improvements(analysis);
  std::vector<Text> parts;
  for (std::size_t group = 0; group < analysis.groups.size(); ++group) {
    std::vector<Text> labels;
    for (const LargestImprovement& improvement : largest) {
      if (improvement.group == group) labels.push_back(with_group_test(analysis, improvement.outcome));
    }
    if (!labels.empty()) parts.push_back(analysis.groups[group] + Text(" (") + joined(labels, ", ", ", ") + ")");
  }
  if (parts.empty()) return {};
  Text test;
  if (!analysis.group_differences.empty())
    test = Text(", with the ") + p_symbol(style) + " value between " + groups_compared(analysis, largest) +
           (analysis.settings.has_clusters() ? " (people taken as independent)" : "");
  return Text("Largest observed improvement among " + groups_named(analysis, largest)) + test + ": " +
         joined(parts, "; ", "; ") + ".";
}

/// Whose verdict rests on few clusters; empty where none does.
Text cluster_caution(const Analysis& analysis) {
  std::vector<std::string> doubtful;
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const auto& clusters = analysis.comparison(i, {}).supplement.cluster_robust;
    if (clusters && !analysis::caution_of(*clusters).empty()) doubtful.push_back(in_sentence(analysis.outcomes[i]));
  }
  if (doubtful.empty()) return {};
  return "Cluster-robust tests of fewer than 4 degrees of freedom cannot be relied on (Tipton 2015): " +
         listed(doubtful) + ".";
}

Text people(const Analysis& analysis) {
  Text text = flow_sentence(analysis);
  for (const std::string& more : {repaired_sentence(analysis.participants), left_out_sentence(analysis.participants)})
    if (!more.empty()) text += " " + more;
  return text;
}

}  // namespace

Blocks summary(const Analysis& analysis, const ReportOptions& options) {
  Blocks blocks = {document::Paragraph{people(analysis)}};
  const auto add = [&](Text text) {
    if (!text.empty()) blocks.emplace_back(document::Paragraph{std::move(text)});
  };
  const auto main = family(analysis, Family::main);
  if (!main.empty()) blocks.emplace_back(change_lines(analysis, main, options.style));
  if (main.size() > most_lines) add(fmt::format("And {} more outcomes, see below.", main.size() - most_lines));
  const auto subscales = family(analysis, Family::subscales), items = family(analysis, Family::items);
  if (!subscales.empty()) add(other_family(analysis, "Subscales", subscales));
  if (!items.empty()) add(other_family(analysis, "Single items", items));
  add(cluster_caution(analysis));
  add(where_most(analysis, options.style));
  return blocks;
}

}  // namespace ecpr::report
