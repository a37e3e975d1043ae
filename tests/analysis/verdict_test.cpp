#include "ecpr/analysis/verdict.hpp"

#include <doctest/doctest.h>

#include "analysis_run.hpp"
#include "close_to.hpp"
#include "clustered_study.hpp"

using namespace ecpr;
using namespace ecpr::testing;

TEST_CASE("without clusters the paired t test decides") {
  const auto results = clustered("");
  const auto& hope = comparison(results, "hope");
  CHECK(*hope.test.p < 0.01);
  CHECK(hope.significant);
  CHECK_FALSE(hope.supplement.cluster_robust);
  CHECK_FALSE(hope.cluster_p_adjusted);
  CHECK(*analysis::deciding_p(hope).p == *hope.test.p);
  CHECK(*analysis::deciding_p_adjusted(hope).p == *hope.p_adjusted);
  CHECK(analysis::deciding_interval(hope)->lower == hope.test.change_interval->lower);
}

TEST_CASE("with clusters the cluster-robust test decides, adjusted over the family of those that exist") {
  const auto results = clustered("cluster = \"session\"\n");
  const auto& hope = comparison(results, "hope");
  CHECK(*hope.p_adjusted < 0.01);
  CHECK_FALSE(hope.significant);
  CHECK(*hope.supplement.cluster_robust->p == close_to(0.184156, 1e-5));
  CHECK(*hope.cluster_p_adjusted == *hope.supplement.cluster_robust->p);  // calm has none
  CHECK(*analysis::deciding_p(hope).p == *hope.supplement.cluster_robust->p);
  CHECK(analysis::deciding_interval(hope)->lower < 0);
  CHECK(analysis::is_tested(hope));
}

TEST_CASE("where the cluster-robust test does not exist nothing decides, whatever the plain one says") {
  const auto results = clustered("cluster = \"session\"\n");
  const auto& calm = comparison(results, "calm");
  CHECK(*calm.p_adjusted < 0.05);
  CHECK_FALSE(calm.significant);
  CHECK_FALSE(analysis::is_tested(calm));
  CHECK(analysis::deciding_p(calm).p.reason() == "fewer than 2 clusters");
  CHECK(analysis::deciding_p_adjusted(calm).p.reason() == "fewer than 2 clusters");
}

TEST_CASE("cluster-robust P values are adjusted like plain ones") {
  for (const auto& [method, factor] : {std::pair{"bonferroni", 2.0}, {"none", 1.0}}) {
    CAPTURE(method);
    const auto results = clustered(
        "cluster = \"session\"\n",
        "[[outcome]]\nname = \"again\"\ncolumn = \"hope\"\n[analysis]\nadjust = \"" + std::string(method) + "\"\n");
    const auto& hope = comparison(results, "hope");
    CHECK(*hope.cluster_p_adjusted == close_to(factor * *hope.supplement.cluster_robust->p));
  }
}
