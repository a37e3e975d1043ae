#include "comparison_columns.hpp"
#include "effect_size_choice.hpp"
#include "supplement_rows.hpp"
#include "supplement_tables.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using document::Cell;
using document::ColumnKind;
using document::Digits;
using document::Label;
using document::Table;
using document::Text;

namespace {

using Columns = ComparisonColumns;

Columns equivalence_columns(const analysis::Settings& settings) {
  using statistics::EquivalenceTest;
  const double confidence = 1 - 2 * settings.alpha;
  const auto& bounds = *settings.equivalence;
  const bool raw = bounds.unit == statistics::BoundUnit::raw;
  const Text unit = raw ? "" : " SDs of the changes (so that the bounds depend on the data)";
  const Text note = Text("Two one-sided t tests (Schuirmann 1987) of bounds of ") +
                    document::Number{bounds.lower, Digits::observed} + " and " +
                    document::Number{bounds.upper, Digits::observed, true} + unit +
                    ": the change is equivalent to none when both P values are below alpha, that is, when this CI "
                    "lies within the bounds.";
  const auto part = &analysis::Supplement::equivalence;
  return {
      requested_column({Label("Equivalence", {note}), ColumnKind::limits, confidence}, part,
                       [confidence](const EquivalenceTest& test) {
                         return Cell(document::Limits{test.interval, {}, confidence});
                       }),
      requested_column({"Lower bound", ColumnKind::p_value}, part,
                       [](const EquivalenceTest& test) {
                         return Cell(document::PValue{test.p_lower, test.log10_p_lower});
                       }),
      requested_column({"Upper bound", ColumnKind::p_value}, part,
                       [](const EquivalenceTest& test) {
                         return Cell(document::PValue{test.p_upper, test.log10_p_upper});
                       }),
  };
}

Cell bootstrap_cell(const statistics::BootstrapInterval& interval, double confidence) {
  Cell cell(document::Limits{interval.interval, {}, confidence});
  if (interval.interval && interval.method == statistics::BootstrapMethod::percentile)
    cell.notes.emplace_back("Percentile interval, as BCa does not exist here.");
  return cell;
}

Cell bootstrap_d_z_cell(const statistics::PairedBootstrap& of, double confidence) {
  Cell cell = bootstrap_cell(of.d_z, confidence);
  if (of.d_z.interval && of.without_variance > 0)
    cell.notes.push_back(document::Count{of.without_variance} +
                         Text(" of the resamples had no variance and are left out."));
  return cell;
}

Columns bootstrap_columns(const analysis::Settings& settings) {
  using statistics::PairedBootstrap;
  const double confidence = settings.confidence;
  const Text note = Text("Bias-corrected and accelerated bootstrap (BCa, Efron 1987) of ") +
                    document::Count{settings.bootstrap} + " resamples, seed " + std::to_string(settings.seed) + ".";
  const auto part = &analysis::Supplement::bootstrap;
  return {
      requested_column({Label("Bootstrap, mean change", {note}), ColumnKind::limits, confidence}, part,
                       [confidence](const PairedBootstrap& of) { return bootstrap_cell(of.mean_change, confidence); }),
      requested_column({Label(Text("Bootstrap, ") + Text(symbol(effect_size_choice("d_z"))), {note}),
                        ColumnKind::limits, confidence},
                       part, [confidence](const PairedBootstrap& of) { return bootstrap_d_z_cell(of, confidence); }),
  };
}

Columns cluster_columns(const analysis::Settings& settings) {
  using statistics::ClusterRobustChange;
  const std::string& column = settings.cluster_column;
  const Text icc =
      "Intraclass correlation of the changes within " + column + ", by analysis of variance (Donner 1986).";
  const Text robust = "Mean change with CR2 standard errors by " + column +
                      " and Satterthwaite degrees of freedom (Pustejovsky and Tipton 2018).";
  const double confidence = settings.confidence;
  const auto part = &analysis::Supplement::cluster_robust;
  return {
      requested_column(
          {Label("Clusters", {"Different values of " + column + "; a person without one is a cluster alone."}),
           ColumnKind::count},
          part, [](const ClusterRobustChange& of) { return Cell(document::Count{of.clusters}); }),
      requested_column({Label("ICC", {icc}), ColumnKind::number}, part,
                       [](const ClusterRobustChange& of) {
                         return Cell(document::Number{of.intraclass_correlation, Digits::coefficient});
                       }),
      requested_column({Label("Cluster-robust", {robust}), ColumnKind::limits, confidence}, part,
                       [confidence](const ClusterRobustChange& of) {
                         return Cell(document::Limits{of.interval, {}, confidence});
                       }),
      requested_column({{}, ColumnKind::test}, part,
                       [](const ClusterRobustChange& of) {
                         return Cell(document::TestStatistic{"t", of.t, of.degrees_of_freedom});
                       }),
      {{{}, ColumnKind::p_value}, cluster_p_cell},
  };
}

}  // namespace

Table requested_table(const Analysis& analysis, const ReportOptions& options) {
  const analysis::Settings& settings = analysis.settings;
  Columns columns;
  if (settings.equivalence) append(columns, equivalence_columns(settings));
  if (settings.bootstrap > 0) append(columns, bootstrap_columns(settings));
  if (settings.has_clusters()) append(columns, cluster_columns(settings));
  if (columns.empty()) return {};
  Table table = outcome_table(analysis, caption(analysis, options, "Further tests of the mean change"), columns);
  if (settings.has_clusters()) table.abbreviations = {{"ICC", "intraclass correlation"}};
  return table;
}

}  // namespace ecpr::report
