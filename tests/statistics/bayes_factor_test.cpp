#include "ecpr/statistics/bayes_factor.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

namespace {

double bf10(double t, std::size_t n) { return *jzs_bayes_factor(t, n).bf10; }

}  // namespace

TEST_SUITE("bayes factor") {
  TEST_CASE("adaptive quadrature in 30-digit arithmetic") {
    CHECK(bf10(0, 10) == close_to(0.30879355670828347885, 1e-12));
    CHECK(bf10(2, 20) == close_to(1.205772601585994777, 1e-12));
    CHECK(bf10(4.0621, 10) == close_to(17.258291645859804577, 1e-12));
    CHECK(bf10(-2.5, 50) == close_to(2.5398046346159902727, 1e-12));
    CHECK(bf10(10, 30) == close_to(148450923.34445248072, 1e-12));
    CHECK(bf10(1, 2) == close_to(0.72996485401463530213, 1e-12));
    CHECK(bf10(0.1, 100000) == close_to(0.0035860618938819514093, 1e-12));
    CHECK(bf10(0, 1000000) == close_to(0.0011283769103507188, 1e-12));
    CHECK(bf10(3, 1000000) == close_to(0.1015698244976864, 1e-12));
    CHECK(bf10(40, 151) == close_to(1.494563031941461197e+78, 1e-11));
    CHECK(bf10(120, 151) == close_to(4.8361082989775437e+146, 1e-11));
    CHECK(bf10(50, 2) == close_to(3.4781963048149066, 1e-12));
    CHECK(bf10(1e9, 2) == close_to(16.891363399616005, 1e-12));
    CHECK(bf10(1e6, 3) == close_to(690987.79894267096, 1e-11));
    CHECK(*jzs_bayes_factor(2, 20, 1).log_bf10 == close_to(-0.016992910074100201005, 1e-11));
  }

  TEST_CASE("beyond the range of a double the logarithm remains: NumAcc2, and t = 1e9") {
    const BayesFactor factor = jzs_bayes_factor(379.663008469353095, 1001);
    CHECK(*factor.log_bf10 == close_to(2482.3530286895236649, 1e-13));
    CHECK_FALSE(factor.bf10);
    CHECK(factor.bf10.reason() == "above 1.8e308");
    CHECK(*jzs_bayes_factor(1e9, 1001).log_bf10 == close_to(17248.094066925972144, 1e-13));
    CHECK(std::isfinite(*jzs_bayes_factor(1e300, 50).log_bf10));
  }

  TEST_CASE("Student's sleep, and four pairs of the pingouin example: BayesFactor::ttestBF of R") {
    const BayesFactor sleep = jzs_bayes_factor(paired_t_test(ecpr::testing::student_sleep(), 0.95));
    CHECK(*sleep.bf10 == close_to(17.258880267773949, 1e-11));
    CHECK(*sleep.log_bf10 == close_to(2.8483268091460927264, 1e-11));
    const PairedTTest reading = paired_t_test(ecpr::testing::reading_comprehension(), 0.95);
    CHECK(*jzs_bayes_factor(reading).bf10 == close_to(2.3481165120450768053, 1e-11));
    const PairedSample four({5.5, 2.4, 9.6, 4.2}, {6.4, 3.4, 11.0, 4.8});
    CHECK(*jzs_bayes_factor(paired_t_test(four, 0.95)).bf10 == close_to(7.16974, 1e-6));
  }

  TEST_CASE("the sign of t does not matter") { CHECK(bf10(2.5, 50) == bf10(-2.5, 50)); }

  TEST_CASE("refusals") {
    using ecpr::testing::with_changes;
    CHECK(jzs_bayes_factor(1, 1).bf10.reason() == "fewer than 2 pairs");
    CHECK(jzs_bayes_factor(paired_t_test(with_changes({}), 0.95)).log_bf10.reason() == "no pairs");
    CHECK(jzs_bayes_factor(paired_t_test(with_changes({2, 2, 2}), 0.95)).bf10.reason() == "all changes are equal");
  }
}
