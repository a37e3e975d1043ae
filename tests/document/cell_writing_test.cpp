#include "ecpr/document/cell_writing.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace ecpr;
using namespace ecpr::document;

namespace {

struct Written {
  std::string text;
  std::vector<std::string> reasons;
};

Written cell(const Quantity& quantity, const NumberStyle& style = jmir()) {
  Written written;
  written.text = cell_text(style, quantity, written.reasons);
  return written;
}

const Undefined too_few{"fewer than 2 pairs"};

}  // namespace

TEST_CASE("cells in JMIR style") {
  CHECK(cell(Count{10000}).text == "10,000");
  CHECK(cell(Share{34, 151}).text == "34 (22.5)");
  CHECK(cell(Percentage{.count = 18, .of = 25, .interval = Interval{0.5242, 0.8572}}).text == "72 (52 to 86)");
  CHECK(cell(Number{.value = 1.5}).text == "1.50");
  CHECK(cell(MeanSd{5.208, 1.744}).text == "5.21 (1.74)");
  CHECK(cell(MedianRange{4.0, 2.0, 5.0}).text == "4 (2 to 5)");
  CHECK(cell(Estimate{-0.131, Interval{-0.359, 0.1}}).text == "−0.13 (−0.36 to 0.10)");
  CHECK(cell(Limits{Interval{-0.359, 0.1}}).text == "−0.36 to 0.10");
  CHECK(cell(TestStatistic{.value = 4.0621, .degrees_of_freedom = 9.0}).text == "4.06 (9)");
  CHECK(cell(TestStatistic{"F", 3.1, 2.0, 148.0}).text == "3.10 (2, 148)");
  CHECK(cell(PValue{0.0028}).text == ".003");
}

TEST_CASE("cells in APA style") {
  CHECK(cell(Estimate{1.58, Interval{0.7, 2.46}}, apa()).text == "1.58 [0.70, 2.46]");
  CHECK(cell(Limits{Interval{0.7, 2.46}}, apa()).text == "[0.70, 2.46]");
  CHECK(cell(Number{.value = 0.53, .digits = Digits::coefficient}, apa()).text == ".53");
  CHECK(cell(Percentage{.count = 18, .of = 25, .interval = Interval{0.5242, 0.8572}}, apa()).text == "72 [52, 86]");
  CHECK(cell(PValue{0.0001}, apa()).text == "< .001");
}

TEST_CASE("missing parts are em dashes with their reasons") {
  CHECK(cell(MeanSd{3.0, too_few}).text == "3.00 (—)");
  CHECK(cell(MeanSd{3.0, too_few}).reasons == std::vector<std::string>{"fewer than 2 pairs"});
  CHECK(cell(MeanSd{Undefined{"no pairs"}, too_few}).text == "—");
  CHECK(cell(MeanSd{Undefined{"no pairs"}, too_few}).reasons == std::vector<std::string>{"no pairs"});
  CHECK(cell(Estimate{1.0, too_few}).text == "1.00 (—)");
  CHECK(cell(Estimate{1.0, too_few}, apa()).text == "1.00 [—]");
  CHECK(cell(Estimate{too_few, too_few}).text == "—");
  CHECK(cell(Estimate{too_few, too_few}).reasons == std::vector<std::string>{"fewer than 2 pairs"});
  CHECK(cell(Estimate{too_few, Interval{0.1, 0.2}}).text == "— (0.10 to 0.20)");
  CHECK(cell(TestStatistic{.value = too_few, .degrees_of_freedom = too_few}).text == "—");
  CHECK(cell(PValue{too_few, too_few}).text == "—");
  CHECK(cell(PValue{too_few, too_few}).reasons == std::vector<std::string>{"fewer than 2 pairs"});
  CHECK(cell(Number{too_few}).reasons == std::vector<std::string>{"fewer than 2 pairs"});
  CHECK(cell(Share{0, 0}).text == "0 (—)");
  CHECK(cell(Share{0, 0}).reasons == std::vector<std::string>{"no observations"});
  CHECK(cell(Percentage{}).text == "—");
}

TEST_CASE("parts that were never asked for leave nothing behind") {
  CHECK(cell(Estimate{1.0, {}}).text == "1.00");
  CHECK(cell(MeanSd{3.0, {}}).text == "3.00");
  CHECK(cell(Number{}).text == "—");
  CHECK(cell(Number{}).reasons.empty());
  CHECK(cell(PValue{}).reasons.empty());
}
