#include "comparison_columns.hpp"

#include <fmt/format.h>

#include "ecpr/base/text.hpp"
#include "effect_size_choice.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Comparison;
using document::Cell;
using document::Column;
using document::ColumnKind;
using document::Label;
using document::Text;

namespace {

std::vector<ComparisonColumn> change_columns(const analysis::Settings& settings) {
  const double confidence = settings.confidence;
  const Text pairs = "People with a score at both waves; every number of the row comes from them.";
  const Text change = settings.has_clusters()
                          ? "Post minus pre; CI from the t distribution, as if people were independent of each other; "
                            "the cluster-robust CI stands in the supplement."
                          : "Post minus pre; CI from the t distribution.";
  return {
      {{Label({}, {pairs}), ColumnKind::count}, [](const Comparison& c) { return Cell(document::Count{c.test.n}); }},
      {{"Pre", ColumnKind::mean_sd},
       [](const Comparison& c) {
         return Cell(document::MeanSd{c.test.pre_mean, c.test.pre_sd});
       }},
      {{"Post", ColumnKind::mean_sd},
       [](const Comparison& c) {
         return Cell(document::MeanSd{c.test.post_mean, c.test.post_sd});
       }},
      {{Label("Mean change", {change}), ColumnKind::estimate, confidence},
       [confidence](const Comparison& c) {
         return Cell(document::Estimate{c.test.mean_change, c.test.change_interval, {}, confidence});
       }},
  };
}

document::PValue plain_p_value(const Comparison& comparison) { return {comparison.test.p, comparison.test.log10_p}; }

/// The test that decides where people come in clusters.
ComparisonColumn cluster_column(const analysis::Settings& settings, std::vector<Text> notes) {
  notes.insert(notes.begin(), "Test with CR2 standard errors by " + settings.cluster_column +
                                  " and Satterthwaite degrees of freedom; it says what is called significant.");
  return {{Label({}, std::move(notes)), ColumnKind::p_value}, cluster_p_cell};
}

std::vector<ComparisonColumn> test_columns(const analysis::Settings& settings, const Text& adjustment) {
  const bool adjusted = settings.adjust != Adjustment::none, clusters = settings.has_clusters();
  std::vector<Text> p_notes;
  if (!adjusted) p_notes.emplace_back("Not adjusted for multiple comparisons.");
  const Text test = clusters ? "Two-tailed paired t test, as if people were independent of each other; not adjusted, "
                               "and not what is called significant."
                             : "Two-tailed paired t test.";
  std::vector<ComparisonColumn> columns = {
      {{Label({}, {test}), ColumnKind::test},
       [](const Comparison& c) {
         return Cell(document::TestStatistic{"t", c.test.t, c.test.degrees_of_freedom});
       }},
      {{Label({}, clusters ? std::vector<Text>{} : p_notes), ColumnKind::p_value},
       [](const Comparison& c) { return Cell(plain_p_value(c)); }},
  };
  if (clusters) columns.push_back(cluster_column(settings, p_notes));
  if (adjusted) {
    columns.push_back({{Label("Adjusted", {adjustment}), ColumnKind::p_value},
                       [](const Comparison& c) { return Cell(adjusted_p_value(c)); }});
  }
  return columns;
}

ComparisonColumn correlation_column() {
  Label header(Text(document::italic("r")) + " pre-post",
               {"Pearson correlation between the waves; no retest reliability, as an intervention lies between them."});
  return {{header, ColumnKind::number}, [](const Comparison& c) {
            return Cell(document::Number{c.test.correlation, document::Digits::coefficient});
          }};
}

}  // namespace

Cell cluster_p_cell(const Comparison& comparison) {
  const auto& of = comparison.supplement.cluster_robust;
  if (!of) return document::Empty{};
  Cell cell(document::PValue{of->p, of->log10_p});
  if (std::string caution = analysis::caution_of(*of); !caution.empty())
    cell.notes.push_back(as_sentence(std::move(caution)));
  return cell;
}

ComparisonColumn effect_size_column(const EffectSizeChoice& choice, const analysis::Settings& settings) {
  const double confidence = settings.confidence;
  Label header(Text(choice.author) + " " + Text(symbol(choice)), {definition(choice, settings)});
  return {{header, ColumnKind::estimate, confidence}, [&choice, confidence](const Comparison& c) {
            const statistics::EffectSize& effect = c.effect_sizes.*choice.value;
            return Cell(document::Estimate{effect.estimate, effect.interval, {}, confidence});
          }};
}

std::vector<ComparisonColumn> comparison_columns(const analysis::Settings& settings, const Text& adjustment) {
  std::vector<ComparisonColumn> columns = change_columns(settings);
  for (ComparisonColumn& column : test_columns(settings, adjustment)) columns.push_back(std::move(column));
  for (const std::string& name : settings.effect_sizes) {
    columns.push_back(effect_size_column(effect_size_choice(name), settings));
  }
  columns.push_back(correlation_column());
  return columns;
}

std::vector<document::HeaderGroup> comparison_header_groups(const analysis::Settings& settings) {
  if (!settings.has_clusters()) return {};
  const std::size_t plain = change_columns(settings).size() + 2;
  return {{"Cluster-robust", plain, settings.adjust == Adjustment::none ? std::size_t{1} : std::size_t{2}}};
}

document::Row comparison_row(const Comparison& comparison, const std::vector<ComparisonColumn>& columns,
                             const analysis::Settings& settings) {
  document::Row row;
  for (const std::string& note : comparison.notes) row.label.notes.push_back(as_note(note));
  if (comparison.withheld) {
    row.label.notes.emplace_back(
        fmt::format("Fewer than {}: only n is shown.", counted(settings.min_cell, "pair", "pairs")));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool shown = i == 0 || !comparison.withheld;
    row.cells.push_back(shown ? columns[i].cell(comparison) : Cell(document::Empty{}));
  }
  return row;
}

}  // namespace ecpr::report
