#include "ecpr/export/result_fields.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "ecpr/base/number.hpp"
#include "names.hpp"

namespace ecpr::catalogue {

using analysis::Analysis;
using analysis::Comparison;
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

FieldValue nothing(const Analysis&, const Comparison&) { return {}; }

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

FieldValue p_adjusted(const Analysis&, const Comparison& comparison) { return of_number(comparison.p_adjusted); }

template <EffectSize PairedEffectSizes::*Size>
FieldValue effect(const Analysis&, const Comparison& comparison) {
  return of_number((comparison.effect_sizes.*Size).estimate);
}

template <EffectSize PairedEffectSizes::*Size, double Interval::*Limit>
FieldValue effect_limit(const Analysis&, const Comparison& comparison) {
  const Defined<Interval>& limits = (comparison.effect_sizes.*Size).interval;
  return of_number(limits.map([](const Interval& interval) { return interval.*Limit; }));
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
    ResultField{"p_adjusted", p_adjusted},
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
    ResultField{"shapiro_w", nothing},
    ResultField{"shapiro_p", nothing},
    ResultField{"wilcoxon_v", nothing},
    ResultField{"wilcoxon_n", nothing},
    ResultField{"wilcoxon_zeros", nothing},
    ResultField{"wilcoxon_p", nothing},
    ResultField{"wilcoxon_method", nothing},
    ResultField{"hodges_lehmann", nothing},
    ResultField{"hodges_lehmann_ci_lower", nothing},
    ResultField{"hodges_lehmann_ci_upper", nothing},
    ResultField{"rank_biserial", nothing},
    ResultField{"yuen_change", nothing},
    ResultField{"yuen_t", nothing},
    ResultField{"yuen_df", nothing},
    ResultField{"yuen_p", nothing},
    ResultField{"yuen_ci_lower", nothing},
    ResultField{"yuen_ci_upper", nothing},
    ResultField{"tost_p_lower", nothing},
    ResultField{"tost_p_upper", nothing},
    ResultField{"tost_ci_lower", nothing},
    ResultField{"tost_ci_upper", nothing},
    ResultField{"bf10", nothing},
    ResultField{"log_bf10", nothing},
    ResultField{"bootstrap_change_ci_lower", nothing},
    ResultField{"bootstrap_change_ci_upper", nothing},
    ResultField{"bootstrap_d_z_ci_lower", nothing},
    ResultField{"bootstrap_d_z_ci_upper", nothing},
    ResultField{"bootstrap_method", nothing},
    ResultField{"mcnemar_b", nothing},
    ResultField{"mcnemar_c", nothing},
    ResultField{"mcnemar_p", nothing},
    ResultField{"cluster_icc", nothing},
    ResultField{"cluster_se", nothing},
    ResultField{"cluster_t", nothing},
    ResultField{"cluster_df", nothing},
    ResultField{"cluster_p", nothing},
    ResultField{"ml_change", nothing},
    ResultField{"ml_se", nothing},
    ResultField{"ml_ci_lower", nothing},
    ResultField{"ml_ci_upper", nothing},
    ResultField{"no_change_for_lost", nothing},
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
