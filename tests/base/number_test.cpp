#include "ecpr/base/number.hpp"

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>
#include <limits>
#include <string>

namespace {

using ecpr::parse_number;
using ecpr::rounded_decimals;
using ecpr::shortest;
using ecpr::with_thousands;

TEST_CASE("a number is the whole field") {
  CHECK(parse_number("3") == 3.0);
  CHECK(parse_number("+4") == 4.0);
  CHECK(parse_number("-4.25") == -4.25);
  CHECK(parse_number(" 7\t") == 7.0);
  CHECK(parse_number("5.") == 5.0);
  CHECK(parse_number(".5") == 0.5);
  CHECK(parse_number("1e3") == 1000.0);
  CHECK(parse_number("2.5E-1") == 0.25);
  CHECK(parse_number("007") == 7.0);
  CHECK(parse_number("0.1") == 0.1);
  CHECK(parse_number("9007199254740993") == 9007199254740992.0);
  CHECK(parse_number("1.7976931348623157e308") == std::numeric_limits<double>::max());
}

TEST_CASE("a number of 9 significant digits or more was rounded to its last decimal") {
  CHECK(rounded_decimals("17.3333333333333") == 13);
  CHECK(rounded_decimals("2.66666666666667") == 14);
  CHECK(rounded_decimals("-2.66666667") == 8);
  CHECK(rounded_decimals(" +2,818181818 ") == 9);
  CHECK(rounded_decimals(".333333333") == 9);
  CHECK(rounded_decimals("0.0333333333") == 10);
  CHECK(rounded_decimals("2.50000000") == 8);  // zeros that were typed
  CHECK(rounded_decimals("12345.6667") == 4);
}

TEST_CASE("an exponent moves the last decimal") {
  CHECK(rounded_decimals("1.33333333e-3") == 11);
  CHECK(rounded_decimals("1.333333333E+1") == 8);
  CHECK(rounded_decimals("1.333333333e1") == 8);
  CHECK(rounded_decimals("133333333e-8") == 8);
  CHECK(rounded_decimals("1.5e-3") == 0);
  CHECK(rounded_decimals("5.55111512312578e-17") == 31);
  CHECK(rounded_decimals("1.33333333e8") == 0);   // whole
  CHECK(rounded_decimals("1.33333333e12") == 0);  // whole
}

TEST_CASE("numbers of fewer digits, of few decimals, and whole numbers are exact") {
  for (const char* text : {"", "3", "2.666667", "2.6666667", "0.033333333", "000002.6666667", "0.00000000000",
                           "123456789", "-1000000000000001", "1e15", "1000000000e0", "10000000.2", "100000000.0",
                           "1234567.89", "-123456.667", "1.23456789012e8"}) {
    CAPTURE(text);
    CHECK(rounded_decimals(text) == 0);
  }
}

TEST_CASE("what is no number is never read in part") {
  for (const char* text : {"",
                           " ",
                           ".",
                           "-",
                           "+",
                           "e5",
                           "1e",
                           "1e+",
                           "1e1.5",
                           "3 - often",
                           "4/5",
                           "0x10",
                           "1_000",
                           "1,000",
                           "inf",
                           "-inf",
                           "nan",
                           "1 2",
                           "++1",
                           "+-1",
                           "--1",
                           "1.2.3",
                           "12a",
                           "\xC2\xA0"
                           "3",
                           "INF",
                           "NaN",
                           "1e5x",
                           "0b1",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "\xEF\xBC\x93",
                           "5,"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text));
  }
  CHECK_FALSE(parse_number(std::string("3\0", 2)));
}

TEST_CASE("a decimal comma is read where it is the mark, and the point is then none") {
  CHECK(parse_number("3,5", ',') == 3.5);
  CHECK(parse_number("-,5", ',') == -0.5);
  CHECK(parse_number("1,5e2", ',') == 150.0);
  CHECK(parse_number("4", ',') == 4.0);
  CHECK_FALSE(parse_number("3.5", ','));
  CHECK_FALSE(parse_number("1.234,5", ','));
  CHECK_FALSE(parse_number("1,2,3", ','));
  CHECK_FALSE(parse_number("3,5"));
}

TEST_CASE("the locale changes nothing") {
  for (const char* name : {"de_DE.UTF-8", "de_DE", "fr_FR.UTF-8", "C.UTF-8"}) std::setlocale(LC_ALL, name);
  CHECK(parse_number("3.5") == 3.5);
  CHECK_FALSE(parse_number("3,5"));
  CHECK(shortest(0.5) == "0.5");
  std::setlocale(LC_ALL, "C");
}

TEST_CASE("the shortest text reads back as the same number") {
  for (const double value : {0.1, 1.0 / 3, 1e22, 123456789.125, 5e-324, 1.7976931348623157e308, -2.5, 1e-7}) {
    CAPTURE(value);
    CHECK(parse_number(shortest(value)) == value);
  }
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(3) == "3");
  CHECK(shortest(-0.0) == "0");
  CHECK(shortest(1e300) == "1e+300");
}

TEST_CASE("thousands are separated from 10,000 up") {
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(9999) == "9999");
  CHECK(with_thousands(10000) == "10,000");
  CHECK(with_thousands(123456) == "123,456");
  CHECK(with_thousands(1234567) == "1,234,567");
  CHECK(with_thousands(18446744073709551615u) == "18,446,744,073,709,551,615");
}

}  // namespace
