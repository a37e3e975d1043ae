#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "analysis_run.hpp"
#include "close_to.hpp"

namespace {

using namespace ecpr;
using namespace ecpr::testing;
using analysis::Analysis;

TEST_CASE("no pairs at all is said with both ways to look at it") {
  CHECK(
      refusal<InputError>([] { analysed("id,hope\na,1\nb,2\n", "id,hope\nA,1\nx,2\ny,3\n", std::string(hope)); }) ==
      "pre.csv and post.csv: no pairs: none of 2 people before and 3 after has the same 'id' in both waves, the first "
      "are 'a' and 'A'; --match folded (match = \"folded\" under [input]) takes capitals and small letters alike");
  CHECK(
      refusal<InputError>([] { analysed("id,hope\na,1\n", "id,hope\nx,2\n", std::string(hope)); }) ==
      "pre.csv and post.csv: no pairs: none of 1 person before and 1 after has the same 'id' in both waves, the first "
      "are 'a' and 'x'; --id COLUMN names another column");
}

TEST_CASE("an outcome without pairs is empty with its reason, and the others stand") {
  const Analysis results = analysed("id,x,y\na,1,\nb,2,\nc,4,1\n", "id,x,y\na,2,1\nb,4,2\nc,4,\n",
                                    "[[outcome]]\nname = \"x\"\ncolumn = \"x\"\n[[outcome]]\nname = \"y\"\ncolumn = "
                                    "\"y\"\n");
  CHECK(comparison(results, "x").test.n == 3);
  const auto& none = comparison(results, "y");
  CHECK(none.test.n == 0);
  CHECK_FALSE(none.test.pre_mean.reason().empty());
  CHECK_FALSE(none.test.p.reason().empty());
  CHECK_FALSE(none.p_adjusted.has_value());
  CHECK_FALSE(none.p_adjusted.reason().empty());
  CHECK_FALSE(none.significant);
  CHECK(*comparison(results, "x").p_adjusted == *comparison(results, "x").test.p);  // a family of one
}

TEST_CASE("a form that is not scored says so in every group") {
  const std::string rows = "id,role,ucla3_1,ucla3_2,ucla3_3\na,x,4,4,1\nb,y,1,2,3\n";
  const Analysis results = analysed(
      rows, rows, "[[outcome]]\ninstrument = \"ucla3\"\ncoding = \"often-first\"\n[group]\ncolumn = \"role\"\n");
  REQUIRE(results.comparisons.size() == 3);
  for (const auto& one : results.comparisons) {
    CHECK(one.test.n == 0);
    REQUIRE(one.notes.size() == 1);
    CHECK(one.notes[0] == "not scored: 4 of 12 answers are outside 1 to 3: another form or coding is suspected");
  }
  CHECK(results.reliability.empty());
}

TEST_CASE("numbers near the largest one give numbers or reasons, never infinity") {
  const Analysis results = analysed("id,hope\na,-4e307\nb,4e307\nc,3.5e307\nd,5e307\n",
                                    "id,hope\na,4e307\nb,-4e307\nc,-4e307\nd,1\n", std::string(hope));
  const auto& test = comparison(results, "hope").test;
  CHECK(test.n == 3);
  for (const auto* value : {&test.pre_mean, &test.pre_sd, &test.post_mean, &test.post_sd, &test.correlation,
                            &test.mean_change, &test.sd_change, &test.se_change, &test.t, &test.p}) {
    CHECK((value->has_value() || !value->reason().empty()));
    if (*value) CHECK(std::isfinite(**value));
  }
}

TEST_CASE("scored by hand: three people, one scale") {
  // Means of the answers, "tense" reversed on 1 to 4: before 1.5, 2.5, 2; after 2.5, 3.5, 3.5.
  const std::string scale =
      "[[outcome]]\nname = \"calm\"\ncolumns = [\"calm\", \"tense\"]\nreversed = [\"tense\"]\nrange = [1, 4]\n";
  const Analysis results =
      analysed("id,tense,calm\nc,2,1\na,3,1\nb,2,2\n", "id,calm,tense\nb,3,1\na,2,2\nc,4,2\n", scale);
  const auto& test = comparison(results, "calm").test;
  CHECK(test.n == 3);
  CHECK(*test.pre_mean == close_to((1.5 + 2.5 + 2.0) / 3, 1e-15));
  CHECK(*test.post_mean == close_to((2.5 + 3.5 + 3.5) / 3, 1e-15));
  CHECK(*test.mean_change == close_to(3.5 / 3, 1e-15));
  CHECK(*test.t == close_to(7.0, 1e-12));  // changes 1, 1, 1.5: SD 0.288675, SE 1/6
  CHECK(*test.degrees_of_freedom == 2);
}

TEST_CASE("equal answers with fractions are equal scores wherever the person stands") {
  std::string pre = "id,u,v,w\n", post = pre;
  for (int i = 0; i < 1100; ++i) {
    const std::string id = "p" + std::to_string(100000 + i);
    pre += id + ",0.1,0.2,0.7\n";
    post += id + ",0.3,0.4,0.9\n";
  }
  const Analysis results =
      analysed(pre, post,
               "[[outcome]]\nname = \"s\"\ncolumns = [\"u\", \"v\", \"w\"]\nrange = [0, 1]\nwhole = "
               "false\nreversed = [\"v\"]\n");
  const auto& test = comparison(results, "s").test;
  CHECK(test.n == 1100);
  CHECK(test.t.reason() == "all changes are equal");
}

}  // namespace
