#include "ecpr/statistics/attrition.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "close_to.hpp"
#include "groups_reference.hpp"

using namespace ecpr;
using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::groups_case;
using ecpr::testing::groups_reference;
using ecpr::testing::GroupsCase;
using Scores = std::vector<double>;

namespace {

void check_no_test(const Attrition& got, const std::string& reason) {
  CHECK(!got.t);
  CHECK(got.t.reason() == reason);
  CHECK(got.degrees_of_freedom.reason() == reason);
  CHECK(got.p.reason() == reason);
}

}  // namespace

TEST_CASE("the lost against the matched agree with R") {
  for (const std::string name : {"lost_after", "mostly_missing"}) {
    CAPTURE(name);
    const GroupsCase data = groups_case(name);
    const Attrition got = attrition(data.pre, data.pre_only);
    const auto want = groups_reference(name + "_attrition");
    CHECK(got.n_matched == data.pre.size());
    CHECK(got.n_lost == data.pre_only.size());
    CHECK(*got.matched_mean == close_to(want.at("matched_mean")));
    CHECK(*got.matched_sd == close_to(want.at("matched_sd")));
    CHECK(*got.lost_mean == close_to(want.at("lost_mean")));
    CHECK(*got.lost_sd == close_to(want.at("lost_sd")));
    CHECK(*got.smd == close_to(want.at("smd")));
    CHECK(*got.t == close_to(want.at("t")));
    CHECK(*got.degrees_of_freedom == close_to(want.at("df")));
    CHECK(*got.p == close_to(want.at("p")));
  }
}

TEST_CASE("exchanging the lost and the matched turns the signs alone") {
  const Scores matched = {1, 4, 2, 7, 3}, lost = {6, 9, 4};
  const Attrition plain = attrition(matched, lost), turned = attrition(lost, matched);
  CHECK(*plain.smd > 0);
  CHECK(*turned.smd == close_to(-*plain.smd, 1e-14));
  CHECK(*turned.t == close_to(-*plain.t, 1e-14));
  CHECK(*turned.degrees_of_freedom == close_to(*plain.degrees_of_freedom, 1e-14));
  CHECK(*turned.p == close_to(*plain.p, 1e-14));
}

TEST_CASE("equal sizes and variances: t = smd sqrt(n / 2) with 2 n - 2 df") {
  const Attrition got = attrition(Scores{1, 2, 3, 4}, Scores{3, 4, 5, 6});
  CHECK(*got.t == close_to(*got.smd * std::sqrt(2.0), 1e-14));
  CHECK(*got.degrees_of_freedom == close_to(6, 1e-14));
}

TEST_CASE("offset and unit of the scores do not matter") {
  const Attrition plain = attrition(Scores{1, 4, 2, 7, 3}, Scores{6, 9, 4});
  const Attrition offset =
      attrition(Scores{1e9 + 1, 1e9 + 4, 1e9 + 2, 1e9 + 7, 1e9 + 3}, Scores{1e9 + 6, 1e9 + 9, 1e9 + 4});
  CHECK(*offset.smd == close_to(*plain.smd, 1e-9));
  const Attrition huge = attrition(Scores{1e200, 4e200, 2e200, 7e200, 3e200}, Scores{6e200, 9e200, 4e200});
  CHECK(*huge.smd == close_to(*plain.smd, 1e-13));
  CHECK(*huge.t == close_to(*plain.t, 1e-13));
  CHECK(*huge.degrees_of_freedom == close_to(*plain.degrees_of_freedom, 1e-13));
}

TEST_CASE("what is missing when nobody, or one person, was lost") {
  const Attrition none = attrition(Scores{1, 2, 4}, {});
  CHECK(*none.matched_mean == close_to(7.0 / 3));
  CHECK(none.lost_mean.reason() == "nobody was lost");
  CHECK(none.lost_sd.reason() == "fewer than 2 people were lost");
  CHECK(none.smd.reason() == "nobody was lost");
  check_no_test(none, "fewer than 2 people were lost");

  // The SD is then that of the matched alone: 1.
  const Attrition one = attrition(Scores{1, 2, 3}, Scores{4});
  CHECK(*one.lost_mean == 4);
  CHECK(!one.lost_sd);
  CHECK(*one.smd == close_to(2, 1e-14));
  check_no_test(one, "fewer than 2 people were lost");
}

TEST_CASE("what is missing when nobody, or one person, was matched") {
  const Attrition none = attrition({}, Scores{1, 2, 4});
  CHECK(none.matched_mean.reason() == "nobody was matched");
  CHECK(none.smd.reason() == "nobody was matched");
  check_no_test(none, "fewer than 2 people were matched");

  const Attrition two = attrition(Scores{1}, Scores{4});
  CHECK(two.smd.reason() == "fewer than 3 people");
  check_no_test(two, "fewer than 2 people were matched");

  const Attrition nobody = attrition({}, {});
  CHECK(nobody.n_matched == 0);
  CHECK(nobody.smd.reason() == "nobody was matched");
}

TEST_CASE("equal scores on both sides have no standardized difference; on one side they have") {
  const std::string reason = "the scores of matched and lost do not vary";
  // 0.3 and 0.1 + 0.2 are equal on paper.
  const Attrition equal = attrition(Scores{0.3, 0.1 + 0.2, 0.3}, Scores{0.7, 0.1 + 0.6});
  CHECK(equal.smd.reason() == reason);
  check_no_test(equal, reason);
  CHECK(attrition(Scores{2, 2, 2}, Scores{3, 4}).t.has_value());
}
