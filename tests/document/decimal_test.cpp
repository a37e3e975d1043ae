#include "ecpr/document/decimal.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace ecpr::document;

TEST_CASE("halves are rounded away from zero, on the digits that the number is written with") {
  CHECK(fixed(0.125, 2) == "0.13");
  CHECK(fixed(-0.125, 2) == "-0.13");
  CHECK(fixed(2.675, 2) == "2.68");  // the double is 2.67499999999999982236431605997495353221893310546875
  CHECK(fixed(1.005, 2) == "1.01");
  CHECK(fixed(0.285, 0, 2) == "29");
  CHECK(fixed(0.285, 1, 2) == "28.5");
  CHECK(fixed(0.5, 0) == "1");
  CHECK(fixed(0.4999999999999999, 0) == "0");
  CHECK(fixed(2.5, 0) == "3");
}

TEST_CASE("carries run through all digits") {
  CHECK(fixed(9.995, 2) == "10.00");
  CHECK(fixed(0.995, 2) == "1.00");
  CHECK(fixed(99999.999, 2) == "100000.00");
  CHECK(fixed(0.05, 0) == "0");
  CHECK(fixed(0.96, 1) == "1.0");
}

TEST_CASE("zero has no sign") {
  CHECK(fixed(0.0, 2) == "0.00");
  CHECK(fixed(-0.0, 2) == "0.00");
  CHECK(fixed(-0.004, 2) == "0.00");
  CHECK(fixed(-0.005, 2) == "-0.01");
  CHECK(fixed(-1e-300, 2) == "0.00");
  CHECK(fixed(std::numeric_limits<double>::denorm_min(), 3) == "0.000");
}

TEST_CASE("missing decimals are filled up") {
  CHECK(fixed(12, 2) == "12.00");
  CHECK(fixed(1200, 0) == "1200");
  CHECK(fixed(1e15, 2) == "1000000000000000.00");
  CHECK(fixed(0.1, 6) == "0.100000");
}

TEST_CASE("the place of the first digit") {
  CHECK(first_place(0.5) == 1);
  CHECK(first_place(0.00042) == 4);
  CHECK(first_place(1) == 0);
  CHECK(first_place(12) == -1);
  CHECK(first_place(-0.01) == 2);
}

TEST_CASE("powers of ten") {
  CHECK(scientific(1e200, 2).mantissa == "1.00");
  CHECK(scientific(1e200, 2).exponent == 200);
  CHECK(scientific(-9.996e-9, 2).mantissa == "-1.00");
  CHECK(scientific(-9.996e-9, 2).exponent == -8);
  CHECK(scientific(123456, 2).mantissa == "1.23");
  CHECK(scientific(123456, 2).exponent == 5);
  CHECK(scientific(5, 0).mantissa == "5");
  CHECK(scientific(0, 2).mantissa == "0.00");
  CHECK(scientific(0, 2).exponent == 0);
}

TEST_CASE("a thousand numbers with three decimals are rounded as the decimal text says") {
  for (int thousandths = 0; thousandths < 10000; ++thousandths) {
    const double value = thousandths / 1000.0;
    const int hundredths = thousandths / 10 + (thousandths % 10 >= 5 ? 1 : 0);
    std::string expected = std::to_string(hundredths);
    while (expected.size() < 3) expected.insert(0, "0");
    expected.insert(expected.size() - 2, ".");
    CHECK(fixed(value, 2) == expected);
  }
}
