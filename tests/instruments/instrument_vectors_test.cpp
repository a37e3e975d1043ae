#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "close_to.hpp"
#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"

namespace {

using namespace ecpr::instruments;
using ecpr::testing::close_to;

/// One answer sheet without gaps and the score that the published key gives it, worked out without this program.
struct Vector {
  std::string instrument, coding, order, pattern, scale;
  double expected;
};

std::vector<Vector> read_vectors() {
  std::ifstream file(ECPR_SOURCE_DIR "/tests/reference/instrument_vectors.csv");
  std::vector<Vector> vectors;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = ecpr::split(line, ',');
    vectors.push_back(
        {cells.at(0), cells.at(1), cells.at(2), cells.at(3), cells.at(4), *ecpr::parse_number(cells.at(5))});
  }
  return vectors;
}

/// The codes of a sheet: all lowest, all highest, or lowest, lowest + 1 ... and round again.
std::vector<double> sheet(const Questionnaire& form, const std::string& pattern) {
  std::vector<double> codes;
  double ramp = form.lowest;
  for (std::size_t i = 0; i < form.items.size(); ++i) {
    codes.push_back(pattern == "const_lo" ? form.lowest : pattern == "const_hi" ? form.highest : ramp);
    ramp = ramp == form.highest ? form.lowest : ramp + 1;
  }
  return codes;
}

/// The score of a complete sheet, item by item as a person would do it.
double scored_by_hand(const Questionnaire& form, const Scale& scale, const std::vector<double>& codes) {
  double sum = 0;
  for (const auto item : scale.items) {
    const auto& values = form.items.at(item).values;
    double value = codes.at(item);
    if (!values.empty()) value = values.at(static_cast<std::size_t>(value - form.lowest));
    if (std::count(scale.reversed.begin(), scale.reversed.end(), item) > 0)
      value = form.value_lowest + form.value_highest - value;
    sum += value;
  }
  return scale.multiplier * (scale.aggregate == Aggregate::mean ? sum / static_cast<double>(scale.items.size()) : sum);
}

TEST_CASE("the keys give the scores of the published forms") {
  const auto vectors = read_vectors();
  REQUIRE(vectors.size() == 198);
  for (const auto& row : vectors) {
    CAPTURE(row.instrument);
    CAPTURE(row.coding);
    CAPTURE(row.order);
    CAPTURE(row.pattern);
    CAPTURE(row.scale);
    const Questionnaire form = questionnaire(*find_instrument(row.instrument), row.coding, row.order);
    const auto scale =
        std::find_if(form.scales.begin(), form.scales.end(), [&](const Scale& one) { return one.name == row.scale; });
    REQUIRE(scale != form.scales.end());
    CHECK(scored_by_hand(form, *scale, sheet(form, row.pattern)) == close_to(row.expected, 1e-14));
    CHECK(row.expected >= scale->lowest);
    CHECK(row.expected <= scale->highest);
  }
}

TEST_CASE("every scale in every coding and order has its vectors") {
  std::set<std::string> wanted, there;
  for (const auto& row : read_vectors())
    there.insert(row.instrument + "/" + row.coding + "/" + row.order + "/" + row.scale + "/" + row.pattern);
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    std::vector<std::string> codings, orders;
    for (const auto& coding : instrument->codings) codings.push_back(coding.name);
    for (const auto& order : instrument->orders) orders.push_back(order.name);
    if (codings.empty()) codings.emplace_back();
    if (orders.empty()) orders.emplace_back();
    for (const auto& coding : codings) {
      for (const auto& order : orders) {
        for (const auto& scale : instrument->scales) {
          for (const char* pattern : {"const_lo", "const_hi", "ramp"})
            wanted.insert(id + "/" + coding + "/" + order + "/" + scale.name + "/" + pattern);
        }
      }
    }
  }
  CHECK(there == wanted);
}

TEST_CASE("the loneliness of somebody who answers more or less to everything is 6") {
  for (const char* order : {"M", "P"}) {
    for (const char* coding : {"no-first", "yes-first"}) {
      const Questionnaire form = questionnaire(*find_instrument("djg6"), coding, order);
      const std::vector<double> codes(6, 2.0);
      CHECK(scored_by_hand(form, form.scales[0], codes) == 6);
      CHECK(scored_by_hand(form, form.scales[1], codes) == 3);
      CHECK(scored_by_hand(form, form.scales[2], codes) == 3);
    }
  }
}

TEST_CASE("the item numbers of a form are those of the key table") {
  const auto numbers = [](const std::vector<std::size_t>& places) {
    std::vector<std::size_t> result;
    for (const auto place : places) result.push_back(place + 1);
    return result;
  };
  using Numbers = std::vector<std::size_t>;
  const Questionnaire a = questionnaire(*find_instrument("scsr20"), "", "A");
  const Questionnaire b = questionnaire(*find_instrument("scsr20"), "", "B");
  CHECK(numbers(a.scales[0].reversed) == Numbers{3, 6, 7, 9, 11, 13, 15, 17, 18, 20});
  CHECK(numbers(b.scales[0].reversed) == Numbers{1, 3, 4, 5, 10, 12, 13, 15, 16, 19});
  CHECK(b.items[0].cue == a.items[5].cue);
  const Questionnaire m = questionnaire(*find_instrument("djg6"), "", "M");
  const Questionnaire p = questionnaire(*find_instrument("djg6"), "", "P");
  CHECK(numbers(m.scales[1].items) == Numbers{1, 4, 6});
  CHECK(numbers(m.scales[2].items) == Numbers{2, 3, 5});
  CHECK(numbers(p.scales[1].items) == Numbers{1, 2, 3});
  CHECK(numbers(p.scales[2].items) == Numbers{4, 5, 6});
}

}  // namespace
