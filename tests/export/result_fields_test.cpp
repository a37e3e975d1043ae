#include "ecpr/export/result_fields.hpp"

#include <doctest/doctest.h>

#include <map>

#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const Change change{149, 1.58, {0.70, 2.46}, 4.06, 0.003, 1.28, 0.01};

/// Name and text of every field of a comparison.
std::map<std::string, std::string> fields_of(const analysis::Analysis& study, std::size_t comparison) {
  std::map<std::string, std::string> texts;
  for (const catalogue::ResultField& field : catalogue::result_fields()) {
    texts[std::string(field.name)] = text_of(value_of(field, study, study.comparisons.at(comparison)));
  }
  return texts;
}

}  // namespace

TEST_CASE("the fields are those of the contract, in its order") {
  const std::vector<std::string> contract = {"outcome",
                                             "label",
                                             "kind",
                                             "scale_of",
                                             "group",
                                             "higher_is",
                                             "n_pairs",
                                             "n_pre_only",
                                             "n_post_only",
                                             "n_prorated",
                                             "pre_mean",
                                             "pre_sd",
                                             "post_mean",
                                             "post_sd",
                                             "correlation",
                                             "mean_change",
                                             "sd_change",
                                             "se_change",
                                             "change_ci_lower",
                                             "change_ci_upper",
                                             "t",
                                             "df",
                                             "p",
                                             "log10_p",
                                             "p_adjusted",
                                             "d_z",
                                             "d_z_ci_lower",
                                             "d_z_ci_upper",
                                             "d_av",
                                             "d_av_ci_lower",
                                             "d_av_ci_upper",
                                             "d_rm",
                                             "d_rm_ci_lower",
                                             "d_rm_ci_upper",
                                             "d_pre",
                                             "d_pre_ci_lower",
                                             "d_pre_ci_upper",
                                             "g_z",
                                             "g_z_ci_lower",
                                             "g_z_ci_upper",
                                             "g_av",
                                             "g_av_ci_lower",
                                             "g_av_ci_upper",
                                             "shapiro_w",
                                             "shapiro_p",
                                             "wilcoxon_v",
                                             "wilcoxon_n",
                                             "wilcoxon_zeros",
                                             "wilcoxon_p",
                                             "wilcoxon_method",
                                             "hodges_lehmann",
                                             "hodges_lehmann_ci_lower",
                                             "hodges_lehmann_ci_upper",
                                             "rank_biserial",
                                             "yuen_change",
                                             "yuen_t",
                                             "yuen_df",
                                             "yuen_p",
                                             "yuen_ci_lower",
                                             "yuen_ci_upper",
                                             "tost_p_lower",
                                             "tost_p_upper",
                                             "tost_ci_lower",
                                             "tost_ci_upper",
                                             "bf10",
                                             "log_bf10",
                                             "bootstrap_change_ci_lower",
                                             "bootstrap_change_ci_upper",
                                             "bootstrap_d_z_ci_lower",
                                             "bootstrap_d_z_ci_upper",
                                             "bootstrap_method",
                                             "mcnemar_b",
                                             "mcnemar_c",
                                             "mcnemar_p",
                                             "cluster_icc",
                                             "cluster_se",
                                             "cluster_t",
                                             "cluster_df",
                                             "cluster_p",
                                             "cluster_p_adjusted",
                                             "ml_change",
                                             "ml_se",
                                             "ml_ci_lower",
                                             "ml_ci_upper",
                                             "no_change_for_lost",
                                             "note"};
  std::vector<std::string> names;
  for (const catalogue::ResultField& field : catalogue::result_fields()) names.emplace_back(field.name);
  CHECK(names == contract);
}

TEST_CASE("every field that is computed shows its own number") {
  analysis::Analysis study = study_without_results({"Peers"});
  analysis::Comparison comparison = comparison_of(change);
  comparison.pre_only = 7;
  comparison.post_only = 8;
  comparison.prorated = 9;
  comparison.notes = {"fewer than 10 pairs"};
  add_outcome(study, scale("ucla3", "Loneliness", instruments::Direction::lower_is_better), {comparison, comparison});
  const auto fields = fields_of(study, 0);
  const std::map<std::string, std::string> expected = {{"outcome", "ucla3"},
                                                       {"label", "Loneliness"},
                                                       {"kind", "total"},
                                                       {"scale_of", "ucla3"},
                                                       {"group", "Peers"},
                                                       {"higher_is", "worse"},
                                                       {"n_pairs", "149"},
                                                       {"n_pre_only", "7"},
                                                       {"n_post_only", "8"},
                                                       {"n_prorated", "9"},
                                                       {"pre_mean", "10"},
                                                       {"pre_sd", "2"},
                                                       {"post_mean", "11.58"},
                                                       {"post_sd", "2.5"},
                                                       {"correlation", "0.625"},
                                                       {"mean_change", "1.58"},
                                                       {"sd_change", "1.5"},
                                                       {"se_change", "0.5"},
                                                       {"change_ci_lower", "0.7"},
                                                       {"change_ci_upper", "2.46"},
                                                       {"t", "4.06"},
                                                       {"df", "148"},
                                                       {"p", "0.003"},
                                                       {"log10_p", "-1"},
                                                       {"p_adjusted", "0.01"},
                                                       {"d_z", "1.28"},
                                                       {"d_z_ci_lower", "1.03"},
                                                       {"d_z_ci_upper", "1.53"},
                                                       {"d_av", "1.29"},
                                                       {"d_av_ci_lower", "1.04"},
                                                       {"d_av_ci_upper", "1.54"},
                                                       {"d_rm", "1.3"},
                                                       {"d_rm_ci_lower", "1.05"},
                                                       {"d_rm_ci_upper", "1.55"},
                                                       {"d_pre", "1.31"},
                                                       {"d_pre_ci_lower", "1.06"},
                                                       {"d_pre_ci_upper", "1.56"},
                                                       {"g_z", "1.32"},
                                                       {"g_z_ci_lower", "1.07"},
                                                       {"g_z_ci_upper", "1.57"},
                                                       {"g_av", "1.33"},
                                                       {"g_av_ci_lower", "1.08"},
                                                       {"g_av_ci_upper", "1.58"},
                                                       {"note", "fewer than 10 pairs"}};
  for (const auto& [name, text] : fields) {
    CAPTURE(name);
    const auto known = expected.find(name);
    CHECK(text == (known == expected.end() ? "" : known->second));
  }
  CHECK(fields_of(study, 1).at("group") == "");
}

TEST_CASE("kinds and directions have the names of the contract") {
  analysis::Analysis study = study_without_results();
  const auto named = [&](analysis::OutcomeKind kind, instruments::Direction direction) {
    study.outcomes.clear();
    study.comparisons.clear();
    analysis::Outcome outcome = score("x", "Pulse", direction);
    outcome.kind = kind;
    add_outcome(study, outcome, {comparison_of(change)});
    const auto fields = fields_of(study, 0);
    return fields.at("kind") + " " + fields.at("higher_is") + " " + fields.at("scale_of");
  };
  CHECK(named(analysis::OutcomeKind::score, instruments::Direction::neutral) == "score neutral ");
  CHECK(named(analysis::OutcomeKind::subscale, instruments::Direction::higher_is_better) == "subscale better ");
  CHECK(named(analysis::OutcomeKind::item, instruments::Direction::lower_is_better) == "item worse ");
}

TEST_CASE("numbers read back as the same doubles") {
  analysis::Analysis study = study_without_results();
  analysis::Comparison comparison = comparison_of(change);
  comparison.test.mean_change = 0.1 + 0.2;
  comparison.test.t = -1e-300;
  comparison.test.p = 5e-308;
  add_outcome(study, score("x", "Pulse"), {comparison});
  const auto fields = fields_of(study, 0);
  CHECK(fields.at("mean_change") == "0.30000000000000004");
  CHECK(std::stod(fields.at("t")) == -1e-300);
  CHECK(fields.at("p") == "5e-308");
}

TEST_CASE("what is undefined is empty, and the note says why, each reason once") {
  analysis::Analysis study = study_without_results();
  analysis::Comparison comparison = undefined_comparison(1, "fewer than 2 pairs");
  comparison.test.pre_mean = 3.0;
  comparison.effect_sizes.g_z.estimate = Undefined{"J is 0 for 2 pairs"};
  comparison.notes = {"not scored before"};
  add_outcome(study, score("x", "Pulse"), {comparison});
  const auto fields = fields_of(study, 0);
  CHECK(fields.at("n_pairs") == "1");
  CHECK(fields.at("pre_mean") == "3");
  CHECK(fields.at("t") == "");
  CHECK(fields.at("d_z_ci_lower") == "");
  CHECK(fields.at("note") == "not scored before; fewer than 2 pairs; J is 0 for 2 pairs");
}

TEST_CASE("a withheld group shows how many, and nothing of how") {
  analysis::Analysis study = study_without_results({"Peers"});
  analysis::Comparison few = comparison_of({4, 1.5, {1, 2}, 3, 0.01, 0.5, 0.02});
  few.withheld = true;
  add_outcome(study, score("x", "Pulse"), {few, comparison_of(change)});
  const auto fields = fields_of(study, 0);
  CHECK(fields.at("n_pairs") == "4");
  CHECK(fields.at("note") == "fewer pairs than the smallest group that is shown");
  for (const auto& [name, text] : fields) {
    CAPTURE(name);
    const bool number = name == "n_pairs" || name == "n_pre_only" || name == "n_post_only" || name == "n_prorated";
    CHECK((number || text.find_first_of("0123456789") == std::string::npos));
  }
}
