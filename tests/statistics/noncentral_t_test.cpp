#include "ecpr/statistics/noncentral_t.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "ecpr/statistics/student_t.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;

// References: mpmath, 30 to 50 digits, numerical integration of the chi density times the normal integral.
TEST_SUITE("noncentral t distribution") {
  TEST_CASE("lower tail") {
    struct Row {
      double t, df, noncentrality, cdf;
    };
    for (const auto& [t, df, noncentrality, expected] : {
             Row{2, 10, 1, 0.80761156253037526203},
             {4.0621, 9, 1.3, 0.97549766570035553385},
             {-1.5, 20, 0.5, 0.026837823388023999483},
             {40, 150, 36, 0.94238694786695825316},
             {0, 5, 1, 0.15865525393145705141},
             {3, 4, 0, 0.98002901596414058636},
             {30, 2286, 28, 0.96604050266760234792},
             {12, 4, 5, 0.94439391301987212803},
             {60, 999, 57, 0.96308574768969998624},
             {-8, 30, -6, 0.087758309555769578349},
             {1, 3, -2, 0.996994752404601494},
             {100, 99, 95, 0.74389835364573066042},
             {0.3, 2, 1, 0.23352749856286467},
             {500, 2, 400, 0.5272930145977331},
             {1e6, 10, 9e5, 0.61906960556745911},
         }) {
      CHECK(noncentral_t_cdf(t, df, noncentrality) == close_to(expected, 1e-11));
      CHECK(noncentral_t_upper_tail(t, df, noncentrality) == close_to(1 - expected, 1e-11));
      CHECK(noncentral_t_upper_tail(-t, df, -noncentrality) == close_to(expected, 1e-11));
    }
  }

  TEST_CASE("small upper tails keep their digits") {
    CHECK(noncentral_t_upper_tail(0.001, 1, -3) == close_to(0.0013463685665593639, 1e-10));
    CHECK(noncentral_t_upper_tail(6, 30, -1) == close_to(7.4544772147571589e-9, 1e-6));
    CHECK(noncentral_t_cdf(1e6, 10, 0) == close_to(1, 1e-12));
  }

  TEST_CASE("without noncentrality it is Student's") {
    for (const double df : {1.0, 7.0, 300.0})
      for (const double t : {0.1, 1.5, 12.0, 30.0}) {
        CHECK(noncentral_t_upper_tail(t, df, 0) == close_to(student_t_upper_tail(t, df), 1e-8));
        CHECK(noncentral_t_cdf(t, df, 0) == close_to(student_t_upper_tail(-t, df), 1e-11));
      }
  }

  TEST_CASE("limits of the noncentrality at 95%") {
    struct Row {
      double t, df, lower, upper;
    };
    for (const auto& [t, df, lower, upper] : {
             Row{4, 9, 1.2683154010085735801, 6.6163906268098851476},
             {0, 9, -1.9599639845400542355, 1.9599639845400542355},
             {0.2, 30, -1.7622700416576411873, 2.1589532899969659359},
             {2.93757, 71, 0.90937446691397665158, 4.9462421984251562646},
             {-8.15871, 51, -10.650913271141402464, -5.616870052366599648},
             {40, 150, 35.058504006439612129, 44.915018950024368946},
             {60, 999, 56.713731638312556184, 63.274542445890623584},
             {15, 3, 3.8015446899062293647, 26.617040282276774218},
             {100, 2286, 96.497238542131882996, 103.49511011066997658},
             {-3, 2, -6.2828325754052997762, 0.39467440657679389722},
             {5, 1, -0.639627839187779417, 11.4289562458777098},
             {1.2, 1, -1.34724815338011791, 3.50027858368075203},
             {0.01, 2, -1.9511227160616489, 1.96884731399538908},
             {379.66300846935309506, 1000, 362.905298200323392, 396.408357132869249},
             {151.86060893541780165, 999999, 149.889339777095626, 153.831802983186976},
             {999, 3, 267.92944050785256, 1763.49446562722165},
             {1001, 3, 268.465849102461867, 1767.02497674401279},
             {2000, 1, 62.675971877348187, 4482.8060155605376},
             {1500, 2e6, 1497.54992150942621, 1502.44983135626902},
             {5000, 100, 4307.60456526847858, 5691.25028948895387},
             {5000, 10000, 4930.67152810111584, 5069.31508837614428},
             {1e6, 10, 569822.145952516556, 1431194.51336714634},
             {316385903.5577991, 1000, 302518061.672756725, 330245496.437744137},
         }) {
      const auto interval = noncentrality_interval(t, df, 0.95);
      REQUIRE(interval.has_value());
      CHECK(interval->lower == close_to(lower, 1e-11));
      CHECK(interval->upper == close_to(upper, 1e-11));
    }
  }

  TEST_CASE("other confidences") {
    const double t = 4.062127682676427;
    CHECK(noncentrality_interval(t, 9, 0.99)->lower == close_to(0.518825585162101591, 1e-11));
    CHECK(noncentrality_interval(t, 9, 0.99)->upper == close_to(7.5928575762211012, 1e-11));
    CHECK(noncentrality_interval(t, 9, 0.90)->lower == close_to(1.72230216410615585, 1e-11));
    CHECK(noncentrality_interval(t, 9, 0.90)->upper == close_to(6.24428199240652011, 1e-11));
    CHECK(noncentrality_interval(2.5, 49, 0.999)->lower == close_to(-0.903510963561084956, 1e-11));
    CHECK(noncentrality_interval(2.5, 49, 0.999)->upper == close_to(5.88310117404490391, 1e-11));
  }

  TEST_CASE("the limits leave the wanted tails, hold the estimate and turn round with t") {
    for (const double df : {1.0, 2.0, 5.0, 11.0, 60.0, 700.0, 9000.0, 300000.0})
      for (const double t : {0.0, 1e-6, 0.4, 1.9, 7.0, 33.0, 120.0, 480.0, 2500.0, 1e6}) {
        const auto interval = noncentrality_interval(t, df, 0.95);
        REQUIRE(interval.has_value());
        CHECK(std::abs(noncentral_t_upper_tail(t, df, interval->lower) - 0.025) < 1e-8);
        CHECK(std::abs(noncentral_t_cdf(t, df, interval->upper) - 0.025) < 1e-8);
        CHECK(interval->lower < t);
        CHECK(interval->upper > t);
        CHECK(noncentrality_interval(-t, df, 0.95)->lower == close_to(-interval->upper, 1e-14));
        CHECK(noncentrality_interval(-t, df, 0.95)->upper == close_to(-interval->lower, 1e-14));
      }
  }
}
