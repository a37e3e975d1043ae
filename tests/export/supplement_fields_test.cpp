#include <doctest/doctest.h>

#include <map>
#include <string>

#include "ecpr/export/result_fields.hpp"
#include "study_results.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

const Change change{20, 1.5, {0.5, 2.5}, 3, 0.01, 0.7, 0.02};

const std::string few_clusters =
    "fewer than 4 degrees of freedom: P and interval of the cluster-robust test cannot be relied on (Tipton 2015)";

std::map<std::string, std::string> fields_of(const analysis::Comparison& comparison) {
  analysis::Analysis study = study_without_results();
  add_outcome(study, score("x", "Pulse"), {comparison});
  std::map<std::string, std::string> texts;
  for (const catalogue::ResultField& field : catalogue::result_fields()) {
    texts[std::string(field.name)] = text_of(value_of(field, study, study.comparisons[0]));
  }
  return texts;
}

}  // namespace

TEST_CASE("every field of the supplement shows its own number") {
  analysis::Comparison comparison = comparison_of(change);
  comparison.supplement = full_supplement();
  comparison.cluster_p_adjusted = 0.16;
  const auto fields = fields_of(comparison);
  const std::map<std::string, std::string> expected = {{"shapiro_w", "0.95"},
                                                       {"shapiro_p", "0.34"},
                                                       {"wilcoxon_v", "101.5"},
                                                       {"wilcoxon_n", "17"},
                                                       {"wilcoxon_zeros", "3"},
                                                       {"wilcoxon_p", "0.125"},
                                                       {"wilcoxon_method", "exact"},
                                                       {"hodges_lehmann", "1.25"},
                                                       {"hodges_lehmann_ci_lower", "0.5"},
                                                       {"hodges_lehmann_ci_upper", "2"},
                                                       {"rank_biserial", "0.4"},
                                                       {"yuen_change", "1.1"},
                                                       {"yuen_t", "3.5"},
                                                       {"yuen_df", "11"},
                                                       {"yuen_p", "0.005"},
                                                       {"yuen_ci_lower", "0.4"},
                                                       {"yuen_ci_upper", "1.8"},
                                                       {"tost_p_lower", "0.001"},
                                                       {"tost_p_upper", "0.97"},
                                                       {"tost_ci_lower", "0.6"},
                                                       {"tost_ci_upper", "2.4"},
                                                       {"bf10", "7.4"},
                                                       {"log_bf10", "2"},
                                                       {"bootstrap_change_ci_lower", "0.7"},
                                                       {"bootstrap_change_ci_upper", "2.3"},
                                                       {"bootstrap_d_z_ci_lower", "0.2"},
                                                       {"bootstrap_d_z_ci_upper", "1.2"},
                                                       {"bootstrap_method", "BCa"},
                                                       {"mcnemar_b", "4"},
                                                       {"mcnemar_c", "9"},
                                                       {"mcnemar_p", "0.27"},
                                                       {"cluster_icc", "0.11"},
                                                       {"cluster_se", "0.6"},
                                                       {"cluster_t", "2.5"},
                                                       {"cluster_df", "3.25"},
                                                       {"cluster_p", "0.08"},
                                                       {"cluster_p_adjusted", "0.16"},
                                                       {"ml_change", "1.4"},
                                                       {"ml_se", "0.45"},
                                                       {"ml_ci_lower", "0.45"},
                                                       {"ml_ci_upper", "2.35"},
                                                       {"no_change_for_lost", "1.3"},
                                                       {"note", few_clusters}};
  for (const auto& [name, text] : expected) {
    CAPTURE(name);
    CHECK(fields.at(name) == text);
  }
}

TEST_CASE("what was not asked for is empty without a reason") {
  const auto fields = fields_of(comparison_of(change));
  for (const char* name : {"wilcoxon_n", "wilcoxon_method", "tost_p_lower", "bootstrap_method", "mcnemar_b",
                           "cluster_se", "ml_change", "note"}) {
    CAPTURE(name);
    CHECK(fields.at(name) == "");
  }
}

TEST_CASE("an undefined part of the supplement says why in the note") {
  analysis::Comparison comparison = comparison_of(change);
  comparison.supplement = full_supplement();
  const Undefined zero{"all changes are 0"};
  comparison.supplement.wilcoxon = {0, 20, statistics::SignedRankMethod::exact, zero, zero, zero, zero};
  comparison.supplement.likelihood.mean_change = Undefined{"nobody has a score at one wave only"};
  const auto fields = fields_of(comparison);
  CHECK(fields.at("wilcoxon_n") == "0");
  CHECK(fields.at("wilcoxon_zeros") == "20");
  CHECK(fields.at("wilcoxon_method") == "");
  CHECK(fields.at("note") == "all changes are 0; nobody has a score at one wave only; " + few_clusters);
}

TEST_CASE("the method of the bootstrap says so when the two intervals differ in it") {
  analysis::Comparison comparison = comparison_of(change);
  comparison.supplement = full_supplement();
  comparison.supplement.bootstrap->d_z.method = statistics::BootstrapMethod::percentile;
  CHECK(fields_of(comparison).at("bootstrap_method") == "BCa; d_z percentile");
  comparison.supplement.bootstrap->mean_change.method = statistics::BootstrapMethod::percentile;
  CHECK(fields_of(comparison).at("bootstrap_method") == "percentile");
  comparison.supplement.bootstrap->mean_change.interval = Undefined{"too few resamples"};
  CHECK(fields_of(comparison).at("bootstrap_method") == "");
}
