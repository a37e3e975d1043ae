#include "ecpr/statistics/paired_effect_size.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "close_to.hpp"
#include "numeric_examples.hpp"
#include "paired_examples.hpp"

using namespace ecpr::statistics;
using ecpr::testing::close_to;
using ecpr::testing::far_offset;
using ecpr::testing::near_normal;
using ecpr::testing::numerical_accuracy;
using ecpr::testing::student_sleep;
using ecpr::testing::swapped;
using ecpr::testing::with_changes;

namespace {

PairedEffectSizes effects(const PairedSample& sample, double confidence = 0.95,
                          AverageInterval kind = AverageInterval::algina_keselman) {
  return paired_effect_sizes(paired_t_test(sample, confidence), confidence, kind);
}

// What a paper prints; change = second - first.
struct Published {
  double first_mean, second_mean, first_sd, second_sd, correlation;
  std::size_t n;
};

PairedTTest test_of(const Published& paper) {
  const double n = static_cast<double>(paper.n);
  PairedTTest test;
  test.n = paper.n;
  test.pre_sd = paper.first_sd;
  test.post_sd = paper.second_sd;
  test.correlation = paper.correlation;
  test.mean_change = paper.second_mean - paper.first_mean;
  test.sd_change = std::sqrt(paper.first_sd * paper.first_sd + paper.second_sd * paper.second_sd -
                             2 * paper.correlation * paper.first_sd * paper.second_sd);
  test.se_change = *test.sd_change / std::sqrt(n);
  test.t = *test.mean_change / *test.se_change;
  test.degrees_of_freedom = n - 1;
  return test;
}

PairedEffectSizes published_effects(const Published& paper, AverageInterval kind) {
  return paired_effect_sizes(test_of(paper), 0.95, kind);
}

void check(const EffectSize& effect, double estimate, double lower, double upper, double relative) {
  CHECK(*effect.estimate == close_to(estimate, relative));
  CHECK(effect.interval->lower == close_to(lower, relative));
  CHECK(effect.interval->upper == close_to(upper, relative));
}

void check_no(const EffectSize& effect, const std::string& reason) {
  CHECK(!effect.estimate);
  CHECK(!effect.interval);
  CHECK(effect.estimate.reason() == reason);
  CHECK(effect.interval.reason() == reason);
}

}  // namespace

TEST_SUITE("paired effect sizes") {
  TEST_CASE("Student's sleep: R 4.2.2, effectsize 0.8.3, and 50-digit arithmetic") {
    const PairedEffectSizes sleep = effects(student_sleep());
    check(sleep.d_z, 1.284557563, 0.4146277564, 2.118016514, 1e-9);
    check(sleep.d_av, 0.8321810813, 0.2686102863, 1.372124788, 1e-9);
    CHECK(*sleep.d_rm.estimate == close_to(0.8221766384, 1e-9));
    check(sleep.d_pre, 0.8831701904, 0.2763579, 1.489982, 1e-6);
    CHECK(*sleep.g_z.estimate == close_to(1.173924904, 1e-9));
    CHECK(*sleep.g_av.estimate == close_to(0.8321810813 * 0.91387489179255226651, 1e-9));
    const PairedEffectSizes wide = effects(student_sleep(), 0.99);
    CHECK(wide.d_z.interval->lower == close_to(0.164067, 1e-5));
    CHECK(wide.d_z.interval->upper == close_to(2.401072, 1e-6));
  }

  TEST_CASE("Lakens (2013), m1 - m2: published d_av interval 0.42 to 1.80") {
    const PairedEffectSizes lakens = effects({{9, 6, 7, 8, 7, 9, 8, 8, 8, 7}, {9, 7, 8, 9, 8, 9, 9, 10, 9, 9}});
    check(lakens.d_z, 1.5, 0.560514, 2.403436, 1e-6);
    check(lakens.d_av, 1.125880, 0.420714, 1.803987, 2e-6);
    CHECK(*lakens.d_rm.estimate == close_to(1.111332, 1e-6));
  }

  TEST_CASE("SAS, Stata and five patients: exact limits of d_z") {
    check(effects({{120, 124, 130, 118, 140, 128, 140, 135, 126, 130, 126, 127},
                   {128, 131, 131, 127, 132, 125, 141, 137, 118, 132, 129, 135}})
              .d_z,
          0.314554, -0.272658, 0.888357, 2e-6);
    check(effects({{24, 25, 21, 22, 23, 18, 17, 28, 24, 27, 21, 23}, {20, 23, 21, 25, 18, 17, 18, 24, 20, 24, 23, 19}})
              .d_z,
          -0.647906, -1.261870, -0.010195, 4e-5);
    const PairedEffectSizes five = effects({{110, 122, 101, 120, 140}, {150, 160, 110, 140, 155}});
    check(five.d_z, 1.755, 0.2646, 3.1862, 2e-4);
    CHECK(*five.d_rm.estimate == close_to(1.325, 4e-4));
  }

  TEST_CASE("Cumming & Calin-Jageman, Thomason 1: both intervals of d_av") {
    check(effects(ecpr::testing::thomason()).d_av, 0.535427, 0.177638, 0.878800, 3e-6);
    check(effects(ecpr::testing::thomason(), 0.95, AverageInterval::bonett).d_av, 0.535427, 0.1806393, 0.8902152, 1e-6);
  }

  TEST_CASE("Bonett (2008) from summaries: two examples of statpsych ci.stdmean.ps") {
    const Published first{102.1, 110.4, 14.6, 15.3, 0.75, 25};  // post - pre: the papers' m1 - m2
    check(published_effects(first, AverageInterval::bonett).d_av, 0.5550319, 0.2394905, 0.8705732, 1e-6);
    const Published turned{110.4, 102.1, 15.3, 14.6, 0.75, 25};  // standardized by m1's SD
    check(published_effects(turned, AverageInterval::bonett).d_pre, -0.5424837, -0.8591158, -0.2258515, 1e-6);
    const Published second{705.6, 602.4, 51.08, 33.17, 0.769, 8};
    check(published_effects(second, AverageInterval::bonett).d_av, -2.3963, -3.6744, -1.1182, 3e-5);
    const Published second_turned{602.4, 705.6, 33.17, 51.08, 0.769, 8};
    check(published_effects(second_turned, AverageInterval::bonett).d_pre, 3.1112, 1.3206, 4.9019, 3e-5);
  }

  TEST_CASE("Algina & Keselman from summaries: means 72 and 76, SDs 16, r .2") {
    check(published_effects({76, 72, 16, 16, 0.2, 10}, AverageInterval::algina_keselman).d_av, -0.25, -1.0355, 0.5489,
          1e-4);
  }

  // Exact rational arithmetic, then mpmath with 50 digits.
  TEST_CASE("an offset of 1e9, small groups, far tails") {
    const PairedEffectSizes offset = effects(far_offset());
    check(offset.d_z, 1.3586354959881270928, 0.54697311345163665959, 2.1397840700685745481, 1e-11);
    CHECK(*offset.d_av.estimate == close_to(0.43796683278442111027, 1e-13));
    CHECK(*offset.d_pre.estimate == close_to(0.48536267169707548177, 1e-13));
    CHECK(*offset.d_rm.estimate == close_to(0.36029990434465259946, 1e-13));
    CHECK(*offset.g_z.estimate == close_to(1.2634764076754662645, 1e-13));

    const PairedEffectSizes four = effects({{1, 2, 4, 3}, {3, 3, 6, 3}});
    check(four.d_z, 1.3055824196677337863, -0.13102783077115872542, 2.6580982166480041319, 1e-11);
    CHECK(*four.d_av.estimate == close_to(0.89323700126312048947, 1e-13));
    CHECK(*four.d_pre.estimate == close_to(0.96824583655185422129, 1e-13));
    CHECK(*four.d_rm.estimate == close_to(0.87659594213506960858, 1e-13));
    CHECK(*four.g_z.estimate == close_to(0.94472107680079087266, 1e-13));

    const PairedEffectSizes three = effects({{1, 2, 3}, {2, 4, 3}});
    check(three.d_z, 1, -0.50887623423858690766, 2.3921699278190224172, 1e-11);
    CHECK(*three.g_z.estimate == close_to(0.56418958354775628695, 1e-13));

    std::vector<double> tail;
    for (int i = 0; i < 151; ++i) tail.push_back(19 + 37 * i % 43);
    const PairedEffectSizes far = effects(with_changes(tail));
    check(far.d_z, 3.1834024784485642222, 2.7886905398209940838, 3.575946418225240565, 1e-11);
    CHECK(*far.d_av.estimate == close_to(4.5020109595140839455, 1e-13));
    CHECK(*far.g_z.estimate == close_to(3.1674544501727339246, 1e-13));
  }

  TEST_CASE("NIST StRD numerical accuracy, and a million pairs") {
    const PairedEffectSizes first = effects(with_changes({10000001, 10000003, 10000002}));
    CHECK(*first.d_z.estimate == close_to(10000002, 1e-14));
    CHECK(*first.d_av.estimate == close_to(14142138.452158075234, 1e-14));
    CHECK(*first.g_z.estimate == close_to(5641896.963856729965, 1e-14));
    CHECK(first.d_z.interval->lower < 10000002);
    CHECK(first.d_z.interval->upper > 10000002);
    const PairedEffectSizes second = effects(with_changes(numerical_accuracy(1.2, 1.1, 1.3)));
    check(second.d_z, 12, 362.905298200323392 / std::sqrt(1001), 396.408357132869249 / std::sqrt(1001), 1e-11);
    CHECK(*second.g_z.estimate == close_to(11.99099737415659641, 1e-13));
    const PairedEffectSizes million = effects(near_normal(1000000));
    check(million.d_z, 0.15186060893541780165, 0.149889339777095626, 0.153831802983186976, 1e-11);
  }

  TEST_CASE("Hedges' correction: mpmath, 50 digits") {
    CHECK(hedges_correction(1) == 0);
    for (const auto& [df, expected] : {std::pair{2.0, 0.56418958354775628695},
                                       {3, 0.72360125455826765936},
                                       {4, 0.79788456080286535588},
                                       {5, 0.8407486824596893049},
                                       {9, 0.91387489179255226651},
                                       {10, 0.92274560805308710336},
                                       {15, 0.94900758714270261391},
                                       {28, 0.97293211505604162504},
                                       {51, 0.98520948974942969207},
                                       {71, 0.98939303026407551718},
                                       {150, 0.99499025700212352913},
                                       {494, 0.99848088440961801994},
                                       {2286, 0.9996718741449623452},
                                       {1e6, 0.99999924999978124993}})
      CHECK(hedges_correction(df) == close_to(expected, 1e-14));
  }

  TEST_CASE("exchanging the waves turns every sign but keeps d_pre to its own wave") {
    const PairedEffectSizes there = effects(student_sleep()), back = effects(swapped(student_sleep()));
    for (const auto size : {&PairedEffectSizes::d_z, &PairedEffectSizes::d_av, &PairedEffectSizes::d_rm,
                            &PairedEffectSizes::g_z, &PairedEffectSizes::g_av})
      check(back.*size, -*(there.*size).estimate, -(there.*size).interval->upper, -(there.*size).interval->lower,
            1e-14);
    CHECK(*back.d_pre.estimate == close_to(-1.58 / *paired_t_test(student_sleep(), 0.95).post_sd, 1e-14));
  }

  TEST_CASE("adding, rescaling, and what follows from the definitions") {
    const PairedEffectSizes usual = effects({{1, 5, 2, 8, 3}, {4, 4, 6, 9, 9}});
    const PairedEffectSizes changed = effects({{203, 215, 206, 224, 209}, {212, 212, 218, 227, 227}});  // 200 + 3 x
    for (const auto size : {&PairedEffectSizes::d_z, &PairedEffectSizes::d_av, &PairedEffectSizes::d_rm,
                            &PairedEffectSizes::d_pre, &PairedEffectSizes::g_z, &PairedEffectSizes::g_av})
      check(changed.*size, *(usual.*size).estimate, (usual.*size).interval->lower, (usual.*size).interval->upper,
            1e-12);
    const PairedTTest test = paired_t_test({{1, 5, 2, 8, 3}, {4, 4, 6, 9, 9}}, 0.95);
    CHECK(*usual.d_z.estimate == close_to(*test.t / std::sqrt(5), 1e-14));
    CHECK(usual.g_z.interval->lower == usual.d_z.interval->lower);
    CHECK(usual.g_av.interval->upper == usual.d_av.interval->upper);
  }

  TEST_CASE("with equal SDs d_rm equals d_av") {
    const PairedEffectSizes equal = effects({{1, 2, 3, 4, 7}, {3, 8, 2, 4, 5}});  // 1 2 3 4 7 and, plus 1, 2 7 1 3 4
    check(equal.d_rm, *equal.d_av.estimate, equal.d_av.interval->lower, equal.d_av.interval->upper, 1e-13);
  }

  TEST_CASE("the limits are those of the test: d_z excludes 0 when P is below 1 - confidence") {
    for (const double shift : {-1.0, -0.4, 0.3, 0.9, 1.4}) {
      const PairedSample sample = with_changes({shift, shift + 1, shift - 1, shift + 0.5, shift - 0.6});
      const PairedEffectSizes sizes = effects(sample, 0.9);
      const bool excludes = sizes.d_z.interval->lower > 0 || sizes.d_z.interval->upper < 0;
      CHECK(excludes == (*paired_t_test(sample, 0.9).p < 0.1));
    }
  }
}

TEST_SUITE("paired effect sizes: refusals") {
  TEST_CASE("none without a t") {
    for (const auto& [sample, reason] : {std::pair{PairedSample({}, {}), "no pairs"},
                                         {PairedSample({5}, {7}), "fewer than 2 pairs"},
                                         {PairedSample({1, 2, 3}, {3, 4, 5}), "all changes are equal"},
                                         {PairedSample({2.6, 3.2}, {2.7, 3.3}), "all changes are equal"}}) {
      const PairedEffectSizes none = effects(sample);
      for (const auto size : {&PairedEffectSizes::d_z, &PairedEffectSizes::d_av, &PairedEffectSizes::d_rm,
                              &PairedEffectSizes::d_pre, &PairedEffectSizes::g_z, &PairedEffectSizes::g_av})
        check_no(none.*size, reason);
    }
  }

  TEST_CASE("two pairs: no g, and d_z with the limits of mpmath") {
    const PairedEffectSizes two = effects({{3, 4}, {5, 7}});
    check(two.d_z, 5 / std::sqrt(2), -0.639627839187779417 / std::sqrt(2), 11.4289562458777098 / std::sqrt(2), 1e-11);
    check_no(two.g_z, "the small-sample correction is 0 with 2 pairs");
    check_no(two.g_av, "the small-sample correction is 0 with 2 pairs");
  }

  TEST_CASE("a correlation of 1 or none: no d_rm") {
    const PairedEffectSizes doubled = effects({{1, 2, 3, 4, 5}, {2, 4, 6, 8, 10}});
    check(doubled.d_z, 1.8973665961010275992, 0.33297356619389740477, 3.4070696124234915983, 1e-11);
    CHECK(*doubled.d_av.estimate == close_to(1.2, 1e-14));
    CHECK(*doubled.d_pre.estimate == close_to(1.8973665961010275992, 1e-14));
    CHECK(*doubled.g_z.estimate == close_to(1.5138795132120960289, 1e-14));
    check_no(doubled.d_rm, "the correlation between the waves is 1");
    check_no(effects({{3, 3, 3}, {1, 2, 5}}).d_rm, "the scores before are all equal");
    const PairedEffectSizes opposite = effects({{1, 2, 3}, {5, 4, 3}});
    CHECK(*opposite.d_rm.estimate == close_to(2 * *opposite.d_z.estimate, 1e-14));
  }

  TEST_CASE("d_rm close to a correlation of 1: exact fractions of the doubles, 60 digits") {
    const PairedEffectSizes close = effects({{1, 2, 3, 4, 5}, {2.00001, 2.99999, 4.00002, 5, 5.99998}});
    CHECK(*close.d_rm.estimate == close_to(0.54772529611624186, 1e-9));
  }

  TEST_CASE("nothing varied before: no d_pre, and Bonett's d_av without a correlation") {
    const PairedEffectSizes sizes = effects({{3, 3, 3}, {1, 2, 5}}, 0.95, AverageInterval::bonett);
    check_no(sizes.d_pre, "the scores before are all equal");
    CHECK(*sizes.d_av.estimate == close_to(*sizes.d_z.estimate * std::sqrt(2), 1e-14));
    // v1 = 0: SE^2 = d^2 4 / (8 * 2) + 2 / 2
    const double d = *sizes.d_av.estimate, standard_error = std::sqrt(d * d / 4 + 1);
    CHECK(sizes.d_av.interval->upper == close_to(d + 1.95996398454005423552 * standard_error, 1e-14));
  }
}
