#include <fmt/format.h>

#include <algorithm>

#include "comparison_columns.hpp"
#include "effect_size_choice.hpp"
#include "supplement_rows.hpp"
#include "supplement_tables.hpp"

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

using Columns = ComparisonColumns;

/// Whether the tests beside the t test were computed, or have a reason why not.
bool is_computed(const Comparison& comparison) {
  const auto& v = comparison.supplement.wilcoxon.v;
  return v || !v.reason().empty();
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

bool is_mcnemar_tested(const Comparison& comparison) { return comparison.supplement.mcnemar.has_value(); }

/// What a table of questions with two answers calls them.
struct AnswerWords {
  const char *caption, *low, *high, *down, *up;
};
constexpr AnswerWords no_and_yes = {"Answers of yes (1) and no (0)", "no", "yes", "Yes to no", "No to yes"};
constexpr AnswerWords low_and_high = {"Questions with two answers", "the lower one", "the higher answer",
                                      "Higher to lower", "Lower to higher"};

bool are_no_and_yes(const Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.outcomes.size(); ++i) {
    const auto& possible = analysis.outcomes[i].possible;
    if (is_mcnemar_tested(analysis.comparison(i, {})) && possible && possible->lower != 0) return false;
  }
  return true;
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

Table two_answers_table(const Analysis& analysis, const ReportOptions& options) {
  const AnswerWords& words = are_no_and_yes(analysis) ? no_and_yes : low_and_high;
  using statistics::McNemarTest;
  const auto part = &analysis::Supplement::mcnemar;
  const Text exact =
      fmt::format("Exact McNemar test: whether as many people changed to {} as to {}.", words.high, words.low);
  const Text mid_p =
      "The same test with half the probability of what was observed: less conservative (Fagerland et al 2013).";
  const Columns columns = {
      pairs_column(),
      requested_column({words.down, ColumnKind::count}, part,
                       [](const McNemarTest& test) { return Cell(document::Count{test.b}); }),
      requested_column({words.up, ColumnKind::count}, part,
                       [](const McNemarTest& test) { return Cell(document::Count{test.c}); }),
      requested_column({Label({}, {exact}), ColumnKind::p_value}, part,
                       [](const McNemarTest& test) {
                         return Cell(document::PValue{test.p, test.log10_p});
                       }),
      requested_column({Label("Mid", {mid_p}), ColumnKind::p_value}, part,
                       [](const McNemarTest& test) {
                         return Cell(document::PValue{test.mid_p, test.log10_mid_p});
                       }),
  };
  return outcome_table(analysis, caption(analysis, options, words.caption), columns, is_mcnemar_tested);
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
  return outcome_table(analysis, caption(analysis, options, "Other effect sizes"), columns);
}

}  // namespace ecpr::report
