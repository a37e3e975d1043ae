#include "ecpr/document/sentence_writing.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace ecpr;
using namespace ecpr::document;

namespace {

std::string sentence(const Text& text, const NumberStyle& style = jmir()) { return plain(set_text(style, text)); }

const Undefined too_few{"fewer than 2 pairs"};

Text finding() {
  return Text("mean change ") + Estimate{1.58, Interval{0.7001, 2.4599}} + "; " +
         TestStatistic{.value = 4.0621, .degrees_of_freedom = 9.0} + "; " + PValue{0.0028} + "; " +
         Equation{{italic("d"), subscript("z")}, Number{1.2845}};
}

}  // namespace

TEST_CASE("a finding in JMIR style") {
  CHECK(sentence(finding()) == "mean change 1.58, 95% CI 0.70 to 2.46; t(9)=4.06; P=.003; dz=1.28");
}

TEST_CASE("a finding in APA style") {
  CHECK(sentence(finding(), apa()) == "mean change 1.58, 95% CI [0.70, 2.46]; t(9) = 4.06; p = .003; dz = 1.28");
}

TEST_CASE("symbols are in italics, numbers are not") {
  CHECK(set_text(jmir(), PValue{0.0001}) == Runs{italic("P"), Run{"<.001"}});
  CHECK(set_text(apa(), PValue{0.0001}) == Runs{italic("p"), Run{" < .001"}});
  CHECK(set_text(jmir(), PValue{0.999}) == Runs{italic("P"), Run{">.99"}});
  CHECK(set_text(apa(), MeanSd{5.208, 1.744}) ==
        Runs{italic("M"), Run{" = 5.21"}, Run{", "}, italic("SD"), Run{" = 1.74"}});
}

TEST_CASE("every kind of quantity in a sentence") {
  CHECK(sentence(Count{12345}) == "12,345");
  CHECK(sentence(Share{34, 151}) == "34 (22.5%)");
  CHECK(sentence(Percentage{.count = 18, .of = 25, .interval = Interval{0.5242, 0.8572}}) == "72%, 95% CI 52% to 86%");
  CHECK(sentence(Percentage{.count = 18, .of = 25, .interval = Interval{0.5242, 0.8572}}, apa()) ==
        "72%, 95% CI [52%, 86%]");
  CHECK(sentence(MeanSd{5.208, 1.744}) == "mean 5.21, SD 1.74");
  CHECK(sentence(MedianRange{4.0, 2.0, 5.5}) == "median 4 (range 2 to 5.5)");
  CHECK(sentence(Limits{.interval = Interval{0.7, 2.46}, .confidence = 0.9}) == "90% CI 0.70 to 2.46");
  CHECK(sentence(TestStatistic{"F", 3.1, 2.0, 148.0}) == "F(2, 148)=3.10");
  CHECK(sentence(Equation{{{"CI width"}}, Number{.value = 0.5, .plus = true}}) == "CI width=+0.50");
}

TEST_CASE("missing numbers say so") {
  CHECK(sentence(PValue{too_few, too_few}) == "P not defined (fewer than 2 pairs)");
  CHECK(sentence(TestStatistic{.value = too_few}) == "t not defined (fewer than 2 pairs)");
  CHECK(sentence(Equation{{italic("d")}, Number{too_few}}) == "d not defined (fewer than 2 pairs)");
  CHECK(sentence(Text("mean change ") + Estimate{too_few, too_few}) == "mean change not defined (fewer than 2 pairs)");
  CHECK(sentence(Text("mean change ") + Estimate{1.0, too_few}) ==
        "mean change 1.00, 95% CI not defined (fewer than 2 pairs)");
  CHECK(sentence(Estimate{1.0, {}}) == "1.00");
  CHECK(sentence(MeanSd{3.0, too_few}) == "mean 3.00");
  CHECK(sentence(Number{}) == "not defined");
}

TEST_CASE("texts are joined in order, empty pieces left out") {
  const Text text = Text("a") + "" + Text(Runs{italic("b"), Run{"c"}}) + std::string("d");
  CHECK(set_text(jmir(), text) == Runs{Run{"a"}, italic("b"), Run{"c"}, Run{"d"}});
  CHECK(Text("").empty());
}
