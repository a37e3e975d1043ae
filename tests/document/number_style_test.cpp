#include "ecpr/document/number_style.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "ecpr/base/number.hpp"

using namespace ecpr;
using namespace ecpr::document;

namespace {

std::string jmir_p(double p, double alpha = 0.05) { return p_value(jmir(alpha), {p}); }
std::string apa_p(double p, double alpha = 0.05) { return p_value(apa(alpha), {p}); }

}  // namespace

TEST_CASE("P in JMIR style") {
  CHECK(jmir_p(0.0004) == "<.001");
  CHECK(jmir_p(0.00099999) == "<.001");
  CHECK(jmir_p(0.001) == ".001");
  CHECK(jmir_p(0.0049) == ".005");
  CHECK(jmir_p(0.0094) == ".009");
  CHECK(jmir_p(0.0099) == ".01");
  CHECK(jmir_p(0.01) == ".01");
  CHECK(jmir_p(0.0351) == ".04");
  CHECK(jmir_p(0.5) == ".50");
  CHECK(jmir_p(0.99) == ".99");
  CHECK(jmir_p(0.9901) == ">.99");
  CHECK(jmir_p(0.999) == ">.99");
  CHECK(jmir_p(1) == ">.99");
  CHECK(jmir_p(0) == "<.001");
}

TEST_CASE("P near alpha keeps its side") {
  CHECK(jmir_p(0.0451) == ".045");
  CHECK(jmir_p(0.0463) == ".046");
  CHECK(jmir_p(0.0494) == ".049");
  CHECK(jmir_p(0.0499) == ".0499");
  CHECK(jmir_p(0.04999) == ".04999");
  CHECK(jmir_p(0.0499999999) == "<.05");
  CHECK(jmir_p(0.05) == ".05");
  CHECK(jmir_p(0.0501) == ".05");
  CHECK(jmir_p(0.0096, 0.01) == ".0096");
  CHECK(jmir_p(0.0094, 0.01) == ".009");
  CHECK(jmir_p(0.0101, 0.01) == ".01");
  CHECK(jmir_p(0.0451, 0.01) == ".05");
  CHECK(jmir_p(0.096, 0.1) == ".096");
  CHECK(jmir_p(0.0996, 0.1) == ".0996");
  CHECK(jmir_p(0.104, 0.1) == ".10");
  CHECK(jmir_p(0.0252, 0.025) == ".03");
  CHECK(jmir_p(0.0249, 0.025) == ".02");
  CHECK(jmir_p(0.0005, 0.0001) == ".0005");
  CHECK(jmir_p(0.00005, 0.0001) == "<.0001");
}

TEST_CASE("P as published") {
  // J Med Internet Res 2024;26:e53001, Table 3: t, df and P as printed; P here is 2 * pt(-t, df) of R 4.2.
  struct Published {
    double p;
    const char* printed;
  };
  const Published published[] = {{1.4313680e-03, ".001"},  {6.0813151e-04, "<.001"}, {2.3787468e-02, ".02"},
                                 {6.9336291e-03, ".007"},  {2.7909792e-02, ".03"},   {5.0124736e-01, ".50"},
                                 {2.5816236e-07, "<.001"}, {1.4965598e-01, ".15"},   {3.0238991e-01, ".30"},
                                 {9.1690708e-03, ".009"},  {1.9502887e-01, ".20"},   {4.1665900e-02, ".04"}};
  for (const Published& each : published) CHECK(jmir_p(each.p) == each.printed);
}

TEST_CASE("P in APA style has three digits") {
  CHECK(apa_p(0.0004) == "< .001");
  CHECK(apa_p(0.001) == ".001");
  CHECK(apa_p(0.0351) == ".035");
  CHECK(apa_p(0.5) == ".500");
  CHECK(apa_p(0.0499) == ".0499");
  CHECK(apa_p(0.0494) == ".049");
  CHECK(apa_p(0.9994) == "> .999");
  CHECK(apa_p(0.999) == ".999");
}

TEST_CASE("P too small for a double has its logarithm") {
  CHECK(p_value(jmir(), {.p = Undefined{"below 1e-307"}, .log10_p = -8000.0}) == "<.001");
  CHECK(p_value(apa(), {.p = Undefined{"below 1e-307"}, .log10_p = -8000.0}) == "< .001");
  CHECK(p_value(jmir(), {.p = {}, .log10_p = std::log10(0.04)}) == ".04");
  CHECK(p_value(jmir(), {.p = Undefined{"fewer than 2 pairs"}}) == "—");
}

TEST_CASE("no printed P is on the wrong side of alpha, .000, or without its digits") {
  for (const double alpha : {0.05, 0.01, 0.1, 0.001, 0.005, 0.025, 0.2}) {
    for (int i = 1; i < 20000; ++i) {
      const double p = i / 20000.0;
      for (const std::string& text : {jmir_p(p, alpha), apa_p(p, alpha)}) {
        if (text.front() != '.') continue;
        const double shown = parse_number(text).value();
        REQUIRE((shown < alpha) == (p < alpha));
        REQUIRE(shown > 0);
        REQUIRE(text.size() >= 3);
        REQUIRE(std::abs(shown - p) <= 0.5000001 * std::pow(10, 1 - static_cast<double>(text.size())));
      }
    }
  }
}

TEST_CASE("numbers") {
  const NumberStyle style = jmir();
  CHECK(number(style, 1.575) == "1.58");
  CHECK(number(style, -0.13) == "\u22120.13");
  CHECK(number(style, -0.001) == "0.00");
  CHECK(number(style, 3.1, Digits::brief, true) == "+3.1");
  CHECK(number(style, -3.1, Digits::brief, true) == "\u22123.1");
  CHECK(number(style, 0.04, Digits::brief, true) == "0.0");
  CHECK(number(style, 9999) == "9999.00");
  CHECK(number(style, 12345.678) == "12,345.68");
  CHECK(number(style, -1234567.891) == "\u22121,234,567.89");
  CHECK(number(style, 1e200) == "1.00\u00d710\u00b2\u2070\u2070");
  CHECK(number(style, -2.5e9) == "\u22122.50\u00d710\u2079");
  CHECK(number(style, 1e-9) == "0.00");
  CHECK(number(style, 4, Digits::observed) == "4");
  CHECK(number(style, 3.5, Digits::observed) == "3.5");
  CHECK(number(style, 100, Digits::observed) == "100");
  CHECK(number(style, 3.333333, Digits::observed) == "3.33");
}

TEST_CASE("ratios lose their decimals as they grow") {
  const NumberStyle style = jmir();
  CHECK(number(style, 2.154, Digits::ratio) == "2.15");
  CHECK(number(style, 17.2589, Digits::ratio) == "17.3");
  CHECK(number(style, 2374.62, Digits::ratio) == "2375");
  CHECK(number(style, 41310.27, Digits::ratio) == "41,310");
  CHECK(number(style, 105198102.23, Digits::ratio) == "1.05\u00d710\u2078");
}

TEST_CASE("coefficients lose their zero in APA style alone") {
  CHECK(number(jmir(), 0.87, Digits::coefficient) == "0.87");
  CHECK(number(apa(), 0.87, Digits::coefficient) == ".87");
  CHECK(number(apa(), -0.05, Digits::coefficient) == "\u2212.05");
  CHECK(number(apa(), 1, Digits::coefficient) == "1.00");
  CHECK(number(apa(), 0.87) == "0.87");
}

TEST_CASE("counts and shares") {
  CHECK(count(9999) == "9999");
  CHECK(count(10000) == "10,000");
  CHECK(percent(1, 3) == "33");
  CHECK(percent(1, 8) == "13");
  CHECK(percent(0, 99) == "0");
  CHECK(percent(34, 151) == "22.5");
  CHECK(percent(0, 151) == "0.0");
  CHECK(percent(999, 999) == "100.0");
  CHECK(percent(1, 100) == "1.0");
  CHECK(percent(1, 1000) == "0.10");
  CHECK(percent(1, 999) == "0.1");
  CHECK(percent(12345, 100000) == "12.35");
  CHECK(percent(1000000, 1000000) == "100.00");
  CHECK(percent(0, 0) == "\u2014");
  CHECK(percent_of(0.285, 99) == "29");
  CHECK(percent_of(0.285, 100) == "28.5");
  CHECK(percent_of(1, 2000) == "100.00");
}

TEST_CASE("confidence levels") {
  CHECK(confidence_level(0.95) == "95%");
  CHECK(confidence_level(0.975) == "97.5%");
  CHECK(confidence_level(0.9) == "90%");
  CHECK(confidence_level(0.9999) == "99.99%");
}

TEST_CASE("an SD never shows as 0.00 unless it is 0") {
  const auto text = [](double mean, double sd) {
    const MeanAndSd both = mean_and_sd(jmir(), mean, sd);
    return both.mean + " (" + both.sd + ")";
  };
  CHECK(text(5.208, 1.744) == "5.21 (1.74)");
  CHECK(text(3, 0) == "3.00 (0.00)");
  CHECK(text(0.00312, 0.00214) == "0.0031 (0.0021)");
  CHECK(text(1e-9, 2e-9) == "1.00\u00d710\u207b\u2079 (2.00\u00d710\u207b\u2079)");
  CHECK(text(123.4, 2e-9) == "123.40 (2.00\u00d710\u207b\u2079)");
}

TEST_CASE("estimates with intervals") {
  const NumberStyle style = jmir();
  CHECK(estimate(style, -0.131, {-0.359, 0.1}) == "\u22120.13 (\u22120.36 to 0.10)");
  CHECK(estimate(apa(), 1.58, {0.7, 2.46}) == "1.58 [0.70, 2.46]");
  CHECK(estimate(apa(), 0.87, {0.8, 0.91}, Digits::coefficient) == ".87 [.80, .91]");
  CHECK(estimate(style, 3.1, {1.4, 4.8}, Digits::brief, true) == "+3.1 (1.4 to 4.8)");
  CHECK(interval(style, {-0.5, 0.25}) == "\u22120.50 to 0.25");
  CHECK(interval(apa(), {-0.5, 0.25}) == "[\u22120.50, 0.25]");
}

TEST_CASE("an interval that excludes zero does not show zero") {
  const NumberStyle style = jmir();
  CHECK(estimate(style, 1.58, {0.001, 3.16}) == "1.58 (0.001 to 3.16)");
  CHECK(estimate(style, -1.58, {-3.16, -0.0004}) == "\u22121.58 (\u22123.16 to \u22120.0004)");
  CHECK(estimate(style, 0.004, {0.0012, 0.0072}) == "0.004 (0.001 to 0.01)");
  CHECK(estimate(style, 1.58, {1e-9, 3.16}) == "1.58 (1.00\u00d710\u207b\u2079 to 3.16)");
  CHECK(estimate(style, 1.58, {0, 3.16}) == "1.58 (0.00 to 3.16)");
  CHECK(estimate(style, 0.3, {5.55e-17, 0.6}) == "0.30 (0.00 to 0.60)");  // a zero with rounding errors
  CHECK(estimate(style, 0.3, {-0.6, -5.55e-17}) == "0.30 (\u22120.60 to 0.00)");
  CHECK(estimate(style, 1.58, {-0.001, 3.16}) == "1.58 (0.00 to 3.16)");
}

TEST_CASE("tiny and huge estimates stay readable") {
  const NumberStyle style = jmir();
  CHECK(estimate(style, 0.0011, {-0.0012, 0.0034}) == "0.0011 (\u22120.0012 to 0.0034)");
  CHECK(estimate(style, 0, {-0.01, 0.01}, Digits::brief) == "0.00 (\u22120.01 to 0.01)");
  CHECK(estimate(style, 1e-9, {-1e-9, 3e-9}) ==
        "1.00\u00d710\u207b\u2079 (\u22121.00\u00d710\u207b\u2079 to 3.00\u00d710\u207b\u2079)");
  CHECK(estimate(style, 1e200, {-1e200, 3e200}) ==
        "1.00\u00d710\u00b2\u2070\u2070 (\u22121.00\u00d710\u00b2\u2070\u2070 to 3.00\u00d710\u00b2\u2070\u2070)");
  CHECK(estimate(style, 0, {0, 0}) == "0.00 (0.00 to 0.00)");
}

TEST_CASE("degrees of freedom") {
  CHECK(degrees_of_freedom(33) == "33");
  CHECK(degrees_of_freedom(27.4321) == "27.43");
  CHECK(degrees_of_freedom(12345) == "12,345");
}
