#include <algorithm>

#include "comparison_columns.hpp"
#include "effect_size_choice.hpp"
#include "outcome_rows.hpp"
#include "supplement_tables.hpp"
#include "wording.hpp"

namespace ecpr::report {

using analysis::Analysis;
using analysis::Comparison;
using document::Cell;
using document::ColumnKind;
using document::Digits;
using document::Label;
using document::Table;
using document::Text;

namespace {

using Columns = std::vector<ColumnOf<Comparison>>;

const auto always = [](const Comparison&) { return true; };

/// Whether the tests beside the t test were computed, or have a reason why not.
bool is_computed(const Comparison& comparison) {
  const auto& v = comparison.supplement.wilcoxon.v;
  return v || !v.reason().empty();
}

/// A row of all participants per outcome for which `wanted` holds.
template <class Wanted>
Table outcome_table(const Analysis& analysis, Text caption, const Columns& columns, Wanted wanted) {
  Table table;
  table.caption = std::move(caption);
  table.row_header = "Outcome";
  table.columns = headers(columns);
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const Comparison& all = analysis.comparison(i, {});
    if (!wanted(all)) continue;
    document::Row row = outcome_row(analysis.outcomes[i]);
    row.cells = cells(columns, all);
    table.rows.push_back(std::move(row));
  }
  return table;
}

ColumnOf<Comparison> pairs_column() {
  return {{{}, ColumnKind::count}, [](const Comparison& c) { return Cell(document::Count{c.test.n}); }};
}

Cell wilcoxon_p_cell(const Comparison& comparison) {
  const auto& test = comparison.supplement.wilcoxon;
  Cell cell(document::PValue{test.p, test.log10_p});
  if (test.v && test.method == statistics::SignedRankMethod::normal_approximation)
    cell.notes.emplace_back("Normal approximation, as more than 200 changes are not 0.");
  return cell;
}

Columns normality_columns() {
  const Text shapiro =
      "Shapiro-Wilk test of the changes (Royston 1995): a small P value says that they are not normal.";
  return {{{Label(document::italic("W"), {shapiro}), ColumnKind::number},
           [](const Comparison& c) {
             return Cell(document::Number{c.supplement.shapiro_wilk.w, Digits::coefficient});
           }},
          {{{}, ColumnKind::p_value},
           [](const Comparison& c) { return Cell(document::PValue{c.supplement.shapiro_wilk.p}); }}};
}

Columns rank_columns(double confidence) {
  const Text wilcoxon =
      "Wilcoxon signed-rank test: the sum of the ranks of the positive changes. Changes of 0 are left out of the test, "
      "equal ones share their rank; exact two-tailed P value given the ties (Streitberg and R\u00f6hmel 1986).";
  const Text hodges_lehmann =
      "Typical change: the median of the averages of all pairs of changes, those of 0 included (Hodges and Lehmann "
      "1963); CI from the signed-rank distribution.";
  const Text rank_biserial =
      "Matched rank-biserial correlation (Kerby 2014): 1 when all changes are positive, \u22121 when all are "
      "negative.";
  return {
      {{Label(document::italic("V"), {wilcoxon}), ColumnKind::number},
       [](const Comparison& c) {
         return Cell(document::Number{c.supplement.wilcoxon.v, Digits::observed});
       }},
      {{{}, ColumnKind::p_value}, wilcoxon_p_cell},
      {{Label("Hodges-Lehmann change", {hodges_lehmann}), ColumnKind::estimate, confidence},
       [confidence](const Comparison& c) {
         const auto& estimate = c.supplement.hodges_lehmann;
         return Cell(document::Estimate{estimate.estimate, estimate.interval, {}, confidence});
       }},
      {{Label("Rank-biserial " + Text(document::italic("r")), {rank_biserial}), ColumnKind::number},
       [](const Comparison& c) {
         return Cell(document::Number{c.supplement.wilcoxon.rank_biserial, Digits::coefficient});
       }},
  };
}

Columns robust_columns(double confidence) {
  const Text yuen =
      "Trimmed mean of post minus that of pre, 20% left out at either end; Yuen's paired t test (Wilcox 2012).";
  const Text bayes =
      "JZS Bayes factor for a change against none, prior scale \u221A2/2 (Rouder et al 2009): above 1 the "
      "data speak for a change, below 1 against it.";
  return {
      {{Label("Trimmed change", {yuen}), ColumnKind::estimate, confidence},
       [confidence](const Comparison& c) {
         return Cell(document::Estimate{c.supplement.yuen.change, c.supplement.yuen.interval, {}, confidence});
       }},
      {{{}, ColumnKind::p_value},
       [](const Comparison& c) {
         return Cell(document::PValue{c.supplement.yuen.p, c.supplement.yuen.log10_p});
       }},
      {{Label(Text("BF") + document::subscript("10"), {bayes}), ColumnKind::number},
       [](const Comparison& c) {
         return Cell(document::Number{c.supplement.bayes_factor.bf10, Digits::ratio});
       }},
  };
}

void append(Columns& columns, Columns more) { std::move(more.begin(), more.end(), std::back_inserter(columns)); }

/// A column of a part of the supplement that was asked for; an em dash where there is none.
template <class Part, class Show>
ColumnOf<Comparison> requested_column(document::Column column, std::optional<Part> analysis::Supplement::*part,
                                      Show show) {
  return {std::move(column), [part, show](const Comparison& c) {
            const auto& found = c.supplement.*part;
            return found ? show(*found) : Cell(document::Empty{});
          }};
}

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
                       [](const EquivalenceTest& test) { return Cell(document::PValue{test.p_lower}); }),
      requested_column({"Upper bound", ColumnKind::p_value}, part,
                       [](const EquivalenceTest& test) { return Cell(document::PValue{test.p_upper}); }),
  };
}

Cell bootstrap_cell(const statistics::BootstrapInterval& interval, double confidence) {
  Cell cell(document::Limits{interval.interval, {}, confidence});
  if (interval.interval && interval.method == statistics::BootstrapMethod::percentile)
    cell.notes.emplace_back("Percentile interval, as BCa does not exist here.");
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
                       part, [confidence](const PairedBootstrap& of) { return bootstrap_cell(of.d_z, confidence); }),
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
      requested_column({{}, ColumnKind::p_value}, part,
                       [](const ClusterRobustChange& of) { return Cell(document::PValue{of.p}); }),
  };
}

}  // namespace

Table other_tests_table(const Analysis& analysis, const ReportOptions& options) {
  Columns columns = {pairs_column()};
  append(columns, normality_columns());
  append(columns, rank_columns(analysis.settings.confidence));
  append(columns, robust_columns(analysis.settings.confidence));
  Table table = outcome_table(analysis, caption(analysis, options, "Other tests of the changes"), columns, is_computed);
  table.header_groups = {{"Normality", 1, 2}, {"Signed ranks", 3, 4}, {"20% trimmed means", 7, 2}};
  table.notes = {"Changes are post minus pre. P values of this table are not adjusted."};
  table.abbreviations = {{"BF", "Bayes factor"}};
  return table;
}

Table requested_table(const Analysis& analysis, const ReportOptions& options) {
  const analysis::Settings& settings = analysis.settings;
  Columns columns;
  if (settings.equivalence) append(columns, equivalence_columns(settings));
  if (settings.bootstrap > 0) append(columns, bootstrap_columns(settings));
  if (!settings.cluster_column.empty()) append(columns, cluster_columns(settings));
  if (columns.empty()) return {};
  Table table =
      outcome_table(analysis, caption(analysis, options, "Further tests of the mean change"), columns, always);
  if (!settings.cluster_column.empty()) table.abbreviations = {{"ICC", "intraclass correlation"}};
  return table;
}

Table yes_no_table(const Analysis& analysis, const ReportOptions& options) {
  using statistics::McNemarTest;
  const auto part = &analysis::Supplement::mcnemar;
  const Text mid_p =
      "The same test with half the probability of what was observed: less conservative (Fagerland et al 2013).";
  const Columns columns = {
      pairs_column(),
      requested_column({"Yes to no", ColumnKind::count}, part,
                       [](const McNemarTest& test) { return Cell(document::Count{test.b}); }),
      requested_column({"No to yes", ColumnKind::count}, part,
                       [](const McNemarTest& test) { return Cell(document::Count{test.c}); }),
      requested_column(
          {Label({}, {"Exact McNemar test: whether as many people changed to yes as to no."}), ColumnKind::p_value},
          part, [](const McNemarTest& test) { return Cell(document::PValue{test.p}); }),
      requested_column({Label("Mid", {mid_p}), ColumnKind::p_value}, part,
                       [](const McNemarTest& test) { return Cell(document::PValue{test.mid_p}); }),
  };
  return outcome_table(analysis, caption(analysis, options, "Answers of yes (1) and no (0)"), columns,
                       [](const Comparison& c) { return c.supplement.mcnemar.has_value(); });
}

Table other_effect_sizes_table(const Analysis& analysis, const ReportOptions& options) {
  const analysis::Settings& settings = analysis.settings;
  Columns columns;
  for (const std::string_view name : {"d_z", "d_av", "d_rm", "d_pre", "g_z", "g_av"}) {
    if (std::find(settings.effect_sizes.begin(), settings.effect_sizes.end(), name) != settings.effect_sizes.end())
      continue;
    columns.push_back(effect_size_column(effect_size_choice(name), settings));
  }
  if (columns.empty()) return {};
  return outcome_table(analysis, caption(analysis, options, "Other effect sizes"), columns, always);
}

}  // namespace ecpr::report
