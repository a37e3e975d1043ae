#include "ecpr/statistics/student_t.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

TEST_SUITE("Student's t distribution") {
  // mpmath, 50 digits, on the decimals of t and df.
  TEST_CASE("two-sided P and its logarithm") {
    struct Row {
      double t, df, p, log10_p;
    };
    for (const auto& [t, df, p, log10_p] : {
             Row{40, 150, 6.4766878561659887284e-82, -81.188647033255097183},
             {100, 30, 1.9846117967270248608e-39, -38.702324431483909816},
             {5, 1e6, 5.733997870890741569e-7, -6.2415424726487903189},
             {1e-10, 9, 0.99999999992239301823, -3.3704283943067217723e-11},
             {12.706204736432095, 1, 0.049999999998991305639, -1.3010299956727426031},
             {2.2281388519649385, 10, 0.050000000001808668939, -1.3010299956482712964},
             {0.5, 2.5, 0.65769791986971468933, -0.18197353170092797828},
             {38, 1e4, 2.896601069771380378e-295, -294.53811131326255862},
             {6, 5, 0.001846138289594014426, -2.733735770180032797},
             {1e6, 3, 2.205315581679229062e-18, -17.656529254007903705},
             {300, 20, 5.1635973747451460694e-38, -37.287047628671970583},
             {8, 1e9, 1.2441934284454763407e-15, -14.905112096834696418},
             {2, 0.5, 0.44551489018313123119, -0.3511377762145352518},
             {8, 49, 1.9105439552955454e-10, -9.7188429661814291943},
             {1e8, 4, 5.999999999999996e-32, -31.221848749616356657},
         }) {
      const PValue result = student_t_two_sided(t, df);
      CHECK(*result.log10_p == close_to(log10_p, 1e-13));
      CHECK(*result.p == close_to(p, 1e-12));
      CHECK(*student_t_two_sided(-t, df).p == *result.p);
      CHECK(student_t_upper_tail(t, df) == *result.p / 2);
      CHECK(student_t_upper_tail(-t, df) == 1 - *result.p / 2);
    }
  }

  TEST_CASE("P at t = 0 is 1, not a little less, and its logarithm no negative zero") {
    CHECK(*student_t_two_sided(0, 9).p == 1);
    CHECK(*student_t_two_sided(0, 9).log10_p == 0);
    CHECK(!std::signbit(*student_t_two_sided(0, 9).log10_p));
    CHECK(*student_t_two_sided(1e-300, 4).p == 1);
    CHECK(*student_t_two_sided(1e-300, 4).log10_p == 0);
  }

  TEST_CASE("below 1e-307 the logarithm alone: mpmath") {
    for (const auto& [t, log10_p] : {std::pair{379.66300846935309506, -1082.4962140408640887},
                                     {379.66, -1082.49279634192111},
                                     {316385903.55779907297, -7001.8152939589910482},
                                     {3163858449.5090062695, -8001.8152135108568344}}) {
      const PValue result = student_t_two_sided(t, 1000);
      CHECK(!result.p);
      CHECK(result.p.reason() == "P is below 1e-307");
      CHECK(*result.log10_p == close_to(log10_p, 1e-14));
      CHECK(student_t_upper_tail(t, 1000) == 0);
    }
  }

  TEST_CASE("closed forms for 1 and 2 degrees of freedom") {
    for (const double t : {1e-5, 0.3, 1.0, 1.7, 1.8, 4.0, 60.0, 1e7}) {
      CHECK(*student_t_two_sided(t, 1).p == close_to(2 / std::acos(-1) * std::atan(1 / t), 1e-14));
      const double root = std::sqrt(2 + t * t);
      CHECK(*student_t_two_sided(t, 2).p == close_to(2 / (root * (root + t)), 1e-14));
    }
  }

  TEST_CASE("quantiles: mpmath, 50 digits") {
    CHECK(student_t_quantile(0.975, 1) == close_to(12.706204736174693314, 1e-13));
    CHECK(student_t_quantile(0.975, 2) == close_to(4.3026527297494617894, 1e-13));
    CHECK(student_t_quantile(0.975, 9) == close_to(2.2621571627982049992, 1e-13));
    CHECK(student_t_quantile(0.975, 150) == close_to(1.9759053308966201312, 1e-13));
    CHECK(student_t_quantile(0.995, 5) == close_to(4.0321429835552271793, 1e-13));
    CHECK(student_t_quantile(0.9999999, 4) == close_to(73.985758057510531283, 1e-9));
    CHECK(student_t_quantile(0.975, 1e6) == close_to(1.9599663568141066553, 1e-13));
    CHECK(student_t_quantile(0.975, 4.37) == close_to(2.686148100040885112, 1e-13));
    CHECK(student_t_quantile(0.95, 71) == close_to(1.6665996583285333729, 1e-13));
    CHECK(student_t_quantile(0.5000001, 10) == close_to(2.5699780335778005614e-7, 1e-8));
  }

  TEST_CASE("quantiles undo tails, and are odd") {
    for (const double df : {1.0, 3.0, 41.0, 2e5})
      for (const double tail : {0.4, 0.025, 1e-4, 1e-12}) {
        const double t = student_t_critical(1 - 2 * tail, df);
        CHECK(student_t_upper_tail(t, df) == close_to(tail, tail < 1e-10 ? 1e-3 : 1e-10));
        CHECK(student_t_quantile(tail, df) == close_to(-t, tail < 1e-10 ? 1e-3 : 1e-10));
      }
    CHECK(student_t_critical(0.95, 9) == close_to(2.2621571627982049992, 1e-13));
  }
}
