#include "text_comparison.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ecpr::testing {
namespace {

std::string exactly(std::string_view expected, std::string_view actual) {
  return difference(expected, actual, Comparison::exact).value_or("");
}

std::string numerically(std::string_view expected, std::string_view actual) {
  return difference(expected, actual, Comparison::numeric).value_or("");
}

TEST_CASE("equal texts do not differ") {
  CHECK_FALSE(difference("", "", Comparison::exact));
  CHECK_FALSE(difference("a\nb\n", "a\nb\n", Comparison::exact));
  CHECK_FALSE(difference("t,1.5\n", "t,1.5\n", Comparison::numeric));
}

TEST_CASE("lines that differ stand in pairs") {
  CHECK(exactly("a\nb\nc\nd\n", "a\nB\nc\nD\n") == "  line 2\n    - b\n    + B\n  line 4\n    - d\n    + D\n");
  CHECK(exactly("a\nb\n", "a\n") == "  line 2\n    - b\n");
  CHECK(exactly("a\nc\n", "a\nb\nc\n") == "  line 2\n    + b\n");
}

TEST_CASE("what cannot be seen is made visible") {
  CHECK(exactly("a\n", "a") == "  line 1\n    - a\n    + a (no newline at the end)\n");
  CHECK(exactly("a\n", "a  \n") == "  line 1\n    - a\n    + a\u00b7\u00b7\n");
  CHECK(exactly("a\n", "a\r\n") == "  line 1\n    - a\n    + a\\x0d\n");
  CHECK(exactly("\x1b[1ma\n", "a\n") == "  line 1\n    - \\x1b[1ma\n    + a\n");
}

TEST_CASE("a long line is cut to the part that differs") {
  const std::string start(1000, 'x'), middle(40, 'x'), end(119, 'y');
  CHECK(exactly(start + "a" + end + end + "\n", start + "b" + end + end + "\n") ==
        "  line 1\n    - ..." + middle + "a" + end + "...\n    + ..." + middle + "b" + end + "...\n");
}

TEST_CASE("at most 20 pairs are shown") {
  std::string expected, actual;
  for (int i = 0; i < 21; ++i) expected += "a\n", actual += "b\n";
  const std::string text = exactly(expected, actual);
  CHECK(text.ends_with("  line 20\n    - a\n    + b\n  ...\n"));
}

TEST_CASE("numbers agree within 1e-12 of the larger one") {
  CHECK(numerically("[0.1,2e-300]", "[0.10000000000000001,2.0000000000000001e-300]").empty());
  CHECK(numerically("-1.00000000000000\n", "-1.00000000000099\n").empty());
  CHECK(numerically("x,1.5\n", "x,1.5000001\n") == "  line 1\n    - x,1.5\n    + x,1.5000001\n");
  CHECK_FALSE(numerically("0", "1e-300").empty());
  CHECK_FALSE(numerically("1", "-1").empty());
  CHECK_FALSE(numerically("5", "5.").empty());
  CHECK_FALSE(numerically("1,2", "1").empty());
}

TEST_CASE("digits in words are text") {
  CHECK_FALSE(numerically("ucla3", "ucla3.0").empty());
  CHECK_FALSE(numerically("0.1.10", "0.1.1000").empty());
  CHECK_FALSE(numerically("1e5f", "100000f").empty());
  CHECK(numerically("1.0", "1.00").empty());
}

TEST_CASE("numbers beyond the range of double are compared as text") {
  CHECK(numerically("1e999", "1e999").empty());
  CHECK_FALSE(numerically("1e999", "2e999").empty());
}

TEST_CASE("JSON and CSV hold numbers") {
  CHECK(holds_numbers("results.json"));
  CHECK(holds_numbers("scores.csv"));
  CHECK_FALSE(holds_numbers("report.html"));
}

}  // namespace
}  // namespace ecpr::testing
