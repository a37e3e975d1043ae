#include "ecpr/statistics/cluster_robust.hpp"

#include <doctest/doctest.h>

#include "close_to.hpp"
#include "ecpr/statistics/paired_t_test.hpp"
#include "groups_reference.hpp"

using namespace ecpr;
using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::groups_case;
using ecpr::testing::groups_reference;
using ecpr::testing::GroupsCase;

namespace {

ClusterRobustChange cluster_change(const GroupsCase& data) {
  return cluster_robust_change(data.sample(), data.cluster, 0.95);
}

void check_no_test(const ClusterRobustChange& got, const std::string& reason) {
  CHECK(!got.standard_error);
  CHECK(got.standard_error.reason() == reason);
  CHECK(got.t.reason() == reason);
  CHECK(got.degrees_of_freedom.reason() == reason);
  CHECK(got.p.reason() == reason);
  CHECK(got.interval.reason() == reason);
}

}  // namespace

TEST_CASE("cluster-robust changes agree with clubSandwich") {
  for (const char* name : {"clusters", "two_clusters", "singletons", "alike_clusters", "one_large"}) {
    CAPTURE(name);
    const ClusterRobustChange got = cluster_change(groups_case(name));
    const auto want = groups_reference(name);
    CHECK(*got.standard_error == close_to(want.at("cluster_se")));
    CHECK(*got.t == close_to(want.at("cluster_t")));
    CHECK(*got.degrees_of_freedom == close_to(want.at("cluster_df")));
    CHECK(*got.p == close_to(want.at("cluster_p")));
    CHECK(got.interval->lower == close_to(want.at("lower")));
    CHECK(got.interval->upper == close_to(want.at("upper")));
    if (want.count("cluster_icc")) CHECK(*got.intraclass_correlation == close_to(want.at("cluster_icc")));
  }
}

TEST_CASE("clusters of one person each are the plain paired t test") {
  const GroupsCase data = groups_case("singletons");
  const ClusterRobustChange got = cluster_change(data);
  const PairedTTest plain = paired_t_test(data.sample(), 0.95);
  CHECK(got.clusters == 8);
  CHECK(*got.standard_error == close_to(*plain.se_change, 1e-13));
  CHECK(*got.degrees_of_freedom == close_to(7, 1e-13));
  CHECK(*got.t == close_to(*plain.t, 1e-13));
  CHECK(*got.p == close_to(*plain.p, 1e-12));
  CHECK(got.interval->lower == close_to(plain.change_interval->lower, 1e-12));
  CHECK(!got.intraclass_correlation);
  CHECK(got.intraclass_correlation.reason() == "every cluster is one person");
}

TEST_CASE("clusters of one size are the t test of their means") {
  const PairedSample people({0, 0, 0, 0, 0, 0, 0, 0}, {1, 3, 2, 6, 5, 5, 7, 3});
  const std::vector<std::size_t> cluster = {0, 0, 1, 1, 2, 2, 3, 3};
  const ClusterRobustChange got = cluster_robust_change(people, cluster, 0.9);
  const PairedTTest means = paired_t_test(PairedSample({0, 0, 0, 0}, {2, 4, 5, 5}), 0.9);
  CHECK(*got.standard_error == close_to(*means.se_change, 1e-13));
  CHECK(*got.degrees_of_freedom == close_to(3, 1e-13));
  CHECK(*got.p == close_to(*means.p, 1e-12));
  CHECK(got.interval->upper == close_to(means.change_interval->upper, 1e-12));
}

TEST_CASE("two clusters have one degree of freedom, whatever their sizes") {
  std::vector<double> pre(1000, 0.0), post;
  std::vector<std::size_t> cluster(1000, 4);
  for (std::size_t i = 0; i < 1000; ++i) post.push_back(static_cast<double>(i * 7 % 10));
  cluster[999] = 90;
  const ClusterRobustChange got = cluster_robust_change(PairedSample(pre, post), cluster, 0.95);
  CHECK(got.clusters == 2);
  CHECK(*got.degrees_of_freedom == close_to(1, 1e-12));
}

TEST_CASE("swapping the waves turns the sign and nothing else; names and order of clusters mean nothing") {
  const GroupsCase data = groups_case("clusters");
  GroupsCase swapped = data;
  std::swap(swapped.pre, swapped.post);
  for (std::size_t& each : swapped.cluster) each = 100 - 7 * each;
  std::swap(swapped.pre[0], swapped.pre[1]);
  std::swap(swapped.post[0], swapped.post[1]);
  const ClusterRobustChange plain = cluster_change(data), got = cluster_change(swapped);
  CHECK(*got.t == close_to(-*plain.t, 1e-12));
  CHECK(*got.p == close_to(*plain.p, 1e-12));
  CHECK(*got.degrees_of_freedom == close_to(*plain.degrees_of_freedom, 1e-12));
  CHECK(got.interval->lower == close_to(-plain.interval->upper, 1e-12));
  CHECK(*got.intraclass_correlation == close_to(*plain.intraclass_correlation, 1e-12));
}

TEST_CASE("the intraclass correlation reaches both ends of its range") {
  const std::vector<std::size_t> cluster = {0, 0, 1, 1, 2, 2};
  const ClusterRobustChange alike =
      cluster_robust_change(PairedSample({0, 0, 0, 0, 0, 0}, {1, 1, 2, 2, 4, 4}), cluster, 0.95);
  CHECK(*alike.intraclass_correlation == close_to(1, 1e-14));
  // Equal means, pairs of people apart: -1 / (n0 - 1) with n0 = 2, and no standard error.
  const ClusterRobustChange apart =
      cluster_robust_change(PairedSample({0, 0, 0, 0, 0, 0}, {1, 3, 0, 4, 2, 2}), cluster, 0.95);
  CHECK(*apart.intraclass_correlation == close_to(-1, 1e-14));
  check_no_test(apart, "all clusters have the same mean change");
}

TEST_CASE("fewer than 2 clusters, and equal changes, have no test") {
  const ClusterRobustChange one =
      cluster_robust_change(PairedSample({1, 2, 3}, {2, 5, 3}), std::vector<std::size_t>{3, 3, 3}, 0.95);
  CHECK(one.n == 3);
  CHECK(one.clusters == 1);
  check_no_test(one, "fewer than 2 clusters");
  CHECK(one.intraclass_correlation.reason() == "fewer than 2 clusters");

  const ClusterRobustChange none = cluster_robust_change(PairedSample({}, {}), {}, 0.95);
  CHECK(none.clusters == 0);
  check_no_test(none, "fewer than 2 clusters");

  // Everybody 0.2 higher, on paper.
  const ClusterRobustChange equal = cluster_robust_change(PairedSample({2.4, 3.2, 1.6, 1.8}, {2.6, 3.4, 1.8, 2.0}),
                                                          std::vector<std::size_t>{0, 0, 1, 1}, 0.95);
  check_no_test(equal, "all clusters have the same mean change");
  CHECK(equal.intraclass_correlation.reason() == "all changes are equal");
}

TEST_CASE("every pair needs a cluster") {
  CHECK_THROWS_WITH_AS(cluster_robust_change(PairedSample({1, 2}, {2, 3}), std::vector<std::size_t>{0}, 0.95),
                       "one cluster per pair is needed", std::invalid_argument);
}

TEST_CASE("values whose squares leave the range of double keep their test") {
  const GroupsCase data = groups_case("clusters");
  GroupsCase scaled = data;
  for (double& value : scaled.pre) value *= 1e200;
  for (double& value : scaled.post) value *= 1e200;
  const ClusterRobustChange plain = cluster_change(data), got = cluster_change(scaled);
  CHECK(*got.t == close_to(*plain.t, 1e-11));
  CHECK(*got.standard_error == close_to(*plain.standard_error * 1e200, 1e-11));
  CHECK(*got.intraclass_correlation == close_to(*plain.intraclass_correlation, 1e-11));
}
