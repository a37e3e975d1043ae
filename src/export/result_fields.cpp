#include "ecpr/export/result_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "ecpr/base/number.hpp"
#include "names.hpp"

namespace ecpr::catalogue {

using analysis::Analysis;
using analysis::Comparison;
using analysis::Supplement;
using statistics::EffectSize;
using statistics::PairedEffectSizes;
using statistics::PairedTTest;

namespace {

FieldValue of_text(std::string text) {
  if (text.empty()) return {};
  return {std::move(text), ""};
}

FieldValue of_number(const Defined<double>& number) {
  if (number) return {*number, ""};
  return {{}, number.reason()};
}

const analysis::Outcome& outcome_of(const Analysis& analysis, const Comparison& comparison) {
  return analysis.outcomes[comparison.outcome];
}

template <std::string analysis::Outcome::*Member>
FieldValue outcome_text(const Analysis& analysis, const Comparison& comparison) {
  return of_text(outcome_of(analysis, comparison).*Member);
}

FieldValue kind(const Analysis& analysis, const Comparison& comparison) {
  return of_text(std::string(name_of(outcome_of(analysis, comparison).kind)));
}

FieldValue higher_is(const Analysis& analysis, const Comparison& comparison) {
  return of_text(std::string(name_of(outcome_of(analysis, comparison).direction)));
}

FieldValue group(const Analysis& analysis, const Comparison& comparison) {
  return of_text(comparison.group ? analysis.groups[*comparison.group] : "");
}

FieldValue n_pairs(const Analysis&, const Comparison& comparison) { return {comparison.test.n, ""}; }

template <std::size_t Comparison::*Member>
FieldValue count(const Analysis&, const Comparison& comparison) {
  return {comparison.*Member, ""};
}

template <Defined<double> PairedTTest::*Member>
FieldValue test(const Analysis&, const Comparison& comparison) {
  return of_number(comparison.test.*Member);
}

template <double Interval::*Limit>
FieldValue change_limit(const Analysis&, const Comparison& comparison) {
  return of_number(comparison.test.change_interval.map([](const Interval& interval) { return interval.*Limit; }));
}

template <Defined<double> Comparison::*Member>
FieldValue number(const Analysis&, const Comparison& comparison) {
  return of_number(comparison.*Member);
}

template <EffectSize PairedEffectSizes::*Size>
FieldValue effect(const Analysis&, const Comparison& comparison) {
  return of_number((comparison.effect_sizes.*Size).estimate);
}

template <EffectSize PairedEffectSizes::*Size, double Interval::*Limit>
FieldValue effect_limit(const Analysis&, const Comparison& comparison) {
  const Defined<Interval>& limits = (comparison.effect_sizes.*Size).interval;
  return of_number(limits.map([](const Interval& interval) { return interval.*Limit; }));
}

/// A part of the supplement that always exists, or one that was asked for.
template <class Part>
const Part* present(const Part& part) {
  return &part;
}
template <class Part>
const Part* present(const std::optional<Part>& part) {
  return part ? &*part : nullptr;
}

/// A number of a part of the supplement.
template <auto Part, auto Member>
FieldValue beside(const Analysis&, const Comparison& comparison) {
  const auto* part = present(comparison.supplement.*Part);
  return part ? of_number(part->*Member) : FieldValue{};
}

/// A limit of an interval of a part of the supplement.
template <auto Part, auto Member, double Interval::*Limit>
FieldValue limit_beside(const Analysis&, const Comparison& comparison) {
  const auto* part = present(comparison.supplement.*Part);
  if (!part) return {};
  return of_number((part->*Member).map([](const Interval& interval) { return interval.*Limit; }));
}

/// A count of the signed-rank test; nothing where the test was not computed.
template <std::size_t statistics::WilcoxonTest::*Member>
FieldValue rank_count(const Analysis&, const Comparison& comparison) {
  const auto& test = comparison.supplement.wilcoxon;
  if (!test.v && test.v.reason().empty()) return {};
  return {test.*Member, ""};
}

FieldValue wilcoxon_method(const Analysis&, const Comparison& comparison) {
  const auto& test = comparison.supplement.wilcoxon;
  if (!test.v) return {{}, test.v.reason()};
  return of_text(std::string(name(test.method)));
}

template <statistics::BootstrapInterval statistics::PairedBootstrap::*Part, double Interval::*Limit>
FieldValue bootstrap_limit(const Analysis&, const Comparison& comparison) {
  const auto& bootstrap = comparison.supplement.bootstrap;
  if (!bootstrap) return {};
  return of_number(((*bootstrap).*Part).interval.map([](const Interval& interval) { return interval.*Limit; }));
}

/// "BCa" when both intervals are, "percentile" when both are that, else what each is.
FieldValue bootstrap_method(const Analysis&, const Comparison& comparison) {
  const auto& bootstrap = comparison.supplement.bootstrap;
  if (!bootstrap) return {};
  const auto &change = bootstrap->mean_change, &d_z = bootstrap->d_z;
  if (!change.interval) return {{}, change.interval.reason()};
  const std::string first(name(change.method)), second(d_z.interval ? name(d_z.method) : name(change.method));
  return of_text(first == second ? first : first + "; d_z " + second);
}

template <std::size_t statistics::McNemarTest::*Member>
FieldValue changed_answers(const Analysis&, const Comparison& comparison) {
  const auto& test = comparison.supplement.mcnemar;
  return test ? FieldValue{(*test).*Member, ""} : FieldValue{};
}

FieldValue no_change_for_lost(const Analysis&, const Comparison& comparison) {
  return of_number(comparison.supplement.no_change_for_lost);
}

/// The notes of the row, then why fields are empty, each once.
FieldValue note(const Analysis& analysis, const Comparison& comparison) {
  std::vector<std::string> notes = comparison.notes;
  if (comparison.withheld) notes.emplace_back("fewer pairs than the smallest group that is shown");
  for (const ResultField& field : result_fields()) {
    if (field.get == note) continue;
    const std::string reason = value_of(field, analysis, comparison).reason;
    if (!reason.empty() && std::find(notes.begin(), notes.end(), reason) == notes.end()) notes.push_back(reason);
  }
  if (const auto& clusters = comparison.supplement.cluster_robust; clusters && !comparison.withheld) {
    if (std::string caution = analysis::caution_of(*clusters); !caution.empty()) notes.push_back(std::move(caution));
  }
  std::string text;
  for (const std::string& each : notes) text += (text.empty() ? "" : "; ") + each;
  return of_text(std::move(text));
}

constexpr auto lower = &Interval::lower;
constexpr auto upper = &Interval::upper;

constexpr std::array fields = {
    ResultField{"outcome", outcome_text<&analysis::Outcome::name>, true},
    ResultField{"label", outcome_text<&analysis::Outcome::label>, true},
    ResultField{"kind", kind, true},
    ResultField{"scale_of", outcome_text<&analysis::Outcome::scale_of>, true},
    ResultField{"group", group, true},
    ResultField{"higher_is", higher_is, true},
    ResultField{"n_pairs", n_pairs, true},
    ResultField{"n_pre_only", count<&Comparison::pre_only>, true},
    ResultField{"n_post_only", count<&Comparison::post_only>, true},
    ResultField{"n_prorated", count<&Comparison::prorated>, true},
    ResultField{"pre_mean", test<&PairedTTest::pre_mean>},
    ResultField{"pre_sd", test<&PairedTTest::pre_sd>},
    ResultField{"post_mean", test<&PairedTTest::post_mean>},
    ResultField{"post_sd", test<&PairedTTest::post_sd>},
    ResultField{"correlation", test<&PairedTTest::correlation>},
    ResultField{"mean_change", test<&PairedTTest::mean_change>},
    ResultField{"sd_change", test<&PairedTTest::sd_change>},
    ResultField{"se_change", test<&PairedTTest::se_change>},
    ResultField{"change_ci_lower", change_limit<lower>},
    ResultField{"change_ci_upper", change_limit<upper>},
    ResultField{"t", test<&PairedTTest::t>},
    ResultField{"df", test<&PairedTTest::degrees_of_freedom>},
    ResultField{"p", test<&PairedTTest::p>},
    ResultField{"log10_p", test<&PairedTTest::log10_p>},
    ResultField{"p_adjusted", number<&Comparison::p_adjusted>},
    ResultField{"d_z", effect<&PairedEffectSizes::d_z>},
    ResultField{"d_z_ci_lower", effect_limit<&PairedEffectSizes::d_z, lower>},
    ResultField{"d_z_ci_upper", effect_limit<&PairedEffectSizes::d_z, upper>},
    ResultField{"d_av", effect<&PairedEffectSizes::d_av>},
    ResultField{"d_av_ci_lower", effect_limit<&PairedEffectSizes::d_av, lower>},
    ResultField{"d_av_ci_upper", effect_limit<&PairedEffectSizes::d_av, upper>},
    ResultField{"d_rm", effect<&PairedEffectSizes::d_rm>},
    ResultField{"d_rm_ci_lower", effect_limit<&PairedEffectSizes::d_rm, lower>},
    ResultField{"d_rm_ci_upper", effect_limit<&PairedEffectSizes::d_rm, upper>},
    ResultField{"d_pre", effect<&PairedEffectSizes::d_pre>},
    ResultField{"d_pre_ci_lower", effect_limit<&PairedEffectSizes::d_pre, lower>},
    ResultField{"d_pre_ci_upper", effect_limit<&PairedEffectSizes::d_pre, upper>},
    ResultField{"g_z", effect<&PairedEffectSizes::g_z>},
    ResultField{"g_z_ci_lower", effect_limit<&PairedEffectSizes::g_z, lower>},
    ResultField{"g_z_ci_upper", effect_limit<&PairedEffectSizes::g_z, upper>},
    ResultField{"g_av", effect<&PairedEffectSizes::g_av>},
    ResultField{"g_av_ci_lower", effect_limit<&PairedEffectSizes::g_av, lower>},
    ResultField{"g_av_ci_upper", effect_limit<&PairedEffectSizes::g_av, upper>},
    ResultField{"shapiro_w", beside<&Supplement::shapiro_wilk, &statistics::ShapiroWilk::w>},
    ResultField{"shapiro_p", beside<&Supplement::shapiro_wilk, &statistics::ShapiroWilk::p>},
    ResultField{"wilcoxon_v", beside<&Supplement::wilcoxon, &statistics::WilcoxonTest::v>},
    ResultField{"wilcoxon_n", rank_count<&statistics::WilcoxonTest::n_nonzero>},
    ResultField{"wilcoxon_zeros", rank_count<&statistics::WilcoxonTest::zeros>},
    ResultField{"wilcoxon_p", beside<&Supplement::wilcoxon, &statistics::WilcoxonTest::p>},
    ResultField{"wilcoxon_method", wilcoxon_method},
    ResultField{"hodges_lehmann", beside<&Supplement::hodges_lehmann, &statistics::HodgesLehmann::estimate>},
    ResultField{"hodges_lehmann_ci_lower",
                limit_beside<&Supplement::hodges_lehmann, &statistics::HodgesLehmann::interval, lower>},
    ResultField{"hodges_lehmann_ci_upper",
                limit_beside<&Supplement::hodges_lehmann, &statistics::HodgesLehmann::interval, upper>},
    ResultField{"rank_biserial", beside<&Supplement::wilcoxon, &statistics::WilcoxonTest::rank_biserial>},
    ResultField{"yuen_change", beside<&Supplement::yuen, &statistics::YuenTest::change>},
    ResultField{"yuen_t", beside<&Supplement::yuen, &statistics::YuenTest::t>},
    ResultField{"yuen_df", beside<&Supplement::yuen, &statistics::YuenTest::degrees_of_freedom>},
    ResultField{"yuen_p", beside<&Supplement::yuen, &statistics::YuenTest::p>},
    ResultField{"yuen_ci_lower", limit_beside<&Supplement::yuen, &statistics::YuenTest::interval, lower>},
    ResultField{"yuen_ci_upper", limit_beside<&Supplement::yuen, &statistics::YuenTest::interval, upper>},
    ResultField{"tost_p_lower", beside<&Supplement::equivalence, &statistics::EquivalenceTest::p_lower>},
    ResultField{"tost_p_upper", beside<&Supplement::equivalence, &statistics::EquivalenceTest::p_upper>},
    ResultField{"tost_ci_lower", limit_beside<&Supplement::equivalence, &statistics::EquivalenceTest::interval, lower>},
    ResultField{"tost_ci_upper", limit_beside<&Supplement::equivalence, &statistics::EquivalenceTest::interval, upper>},
    ResultField{"bf10", beside<&Supplement::bayes_factor, &statistics::BayesFactor::bf10>},
    ResultField{"log_bf10", beside<&Supplement::bayes_factor, &statistics::BayesFactor::log_bf10>},
    ResultField{"bootstrap_change_ci_lower", bootstrap_limit<&statistics::PairedBootstrap::mean_change, lower>},
    ResultField{"bootstrap_change_ci_upper", bootstrap_limit<&statistics::PairedBootstrap::mean_change, upper>},
    ResultField{"bootstrap_d_z_ci_lower", bootstrap_limit<&statistics::PairedBootstrap::d_z, lower>},
    ResultField{"bootstrap_d_z_ci_upper", bootstrap_limit<&statistics::PairedBootstrap::d_z, upper>},
    ResultField{"bootstrap_method", bootstrap_method},
    ResultField{"mcnemar_b", changed_answers<&statistics::McNemarTest::b>},
    ResultField{"mcnemar_c", changed_answers<&statistics::McNemarTest::c>},
    ResultField{"mcnemar_p", beside<&Supplement::mcnemar, &statistics::McNemarTest::p>},
    ResultField{"cluster_icc",
                beside<&Supplement::cluster_robust, &statistics::ClusterRobustChange::intraclass_correlation>},
    ResultField{"cluster_se", beside<&Supplement::cluster_robust, &statistics::ClusterRobustChange::standard_error>},
    ResultField{"cluster_t", beside<&Supplement::cluster_robust, &statistics::ClusterRobustChange::t>},
    ResultField{"cluster_df",
                beside<&Supplement::cluster_robust, &statistics::ClusterRobustChange::degrees_of_freedom>},
    ResultField{"cluster_p", beside<&Supplement::cluster_robust, &statistics::ClusterRobustChange::p>},
    ResultField{"cluster_p_adjusted", number<&Comparison::cluster_p_adjusted>},
    ResultField{"ml_change", beside<&Supplement::likelihood, &statistics::LikelihoodChange::mean_change>},
    ResultField{"ml_se", beside<&Supplement::likelihood, &statistics::LikelihoodChange::standard_error>},
    ResultField{"ml_ci_lower", limit_beside<&Supplement::likelihood, &statistics::LikelihoodChange::interval, lower>},
    ResultField{"ml_ci_upper", limit_beside<&Supplement::likelihood, &statistics::LikelihoodChange::interval, upper>},
    ResultField{"no_change_for_lost", no_change_for_lost},
    ResultField{"note", note, true},
};

}  // namespace

std::span<const ResultField> result_fields() { return fields; }

FieldValue value_of(const ResultField& field, const Analysis& analysis, const Comparison& comparison) {
  if (comparison.withheld && !field.always) return {};
  return field.get(analysis, comparison);
}

std::string text_of(const FieldValue& value) {
  struct Writer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::size_t count) const { return std::to_string(count); }
    std::string operator()(double number) const { return shortest(number); }
  };
  return std::visit(Writer{}, value.content);
}

}  // namespace ecpr::catalogue
