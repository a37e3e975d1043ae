#include "ecpr/instruments/catalogue.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"

namespace {

using namespace ecpr::instruments;
using Texts = std::vector<std::string>;

Texts numbered(const std::string& pattern, std::size_t count) {
  Texts columns;
  for (std::size_t i = 1; i <= count; ++i) columns.push_back(ecpr::replaced(pattern, "#", std::to_string(i)));
  return columns;
}

Texts operator+(Texts a, const Texts& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Texts recognized(const Texts& columns) {
  Texts ids;
  for (const auto& found : recognize(columns)) ids.push_back(found.instrument->id);
  return ids;
}

const Texts long_panas = {"interested", "distressed",   "excited",   "upset",     "strong", "guilty",  "scared",
                          "hostile",    "enthusiastic", "proud",     "irritable", "alert",  "ashamed", "inspired",
                          "nervous",    "determined",   "attentive", "jittery",   "active", "afraid"};
const Texts short_panas = {"upset",   "hostile",    "alert",     "ashamed", "inspired",
                           "nervous", "determined", "attentive", "afraid",  "active"};

TEST_CASE("an instrument is parsed once and known by its id") {
  CHECK(find_instrument("ucla3") == find_instrument("ucla3"));
  CHECK(find_instrument("iri28")->title == "Interpersonal Reactivity Index");
  CHECK(instrument_ids().size() == 20);
  CHECK_THROWS_WITH_AS(find_instrument("ucla33"),
                       "unknown instrument 'ucla33'; did you mean 'ucla3'? ecpr instruments list shows all",
                       ecpr::UsageError);
  CHECK_THROWS_WITH_AS(find_instrument("beck"), "unknown instrument 'beck'; ecpr instruments list shows all",
                       ecpr::UsageError);
  CHECK_THROWS_AS(find_instrument(""), ecpr::UsageError);
  CHECK_THROWS_AS(find_instrument("../ucla3"), ecpr::UsageError);
}

TEST_CASE("every instrument is found under every one of its aliases, and told from all others") {
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    for (const auto& alias : instrument->aliases) {
      Texts columns = {"id", "age"};
      for (std::size_t i = 0; i < instrument->items.size(); ++i)
        columns.push_back(
            ecpr::replaced(ecpr::replaced(alias, "{item}", std::to_string(i + 1)), "{cue}", instrument->items[i].cue));
      CAPTURE(alias);
      const auto found = recognize(columns);
      REQUIRE(found.size() == 1);
      CHECK(found[0].instrument->id == id);
      REQUIRE(found[0].items.columns.size() == instrument->items.size());
      for (std::size_t i = 0; i < instrument->items.size(); ++i) CHECK(found[0].items.columns[i] == i + 2);
      CHECK(found[0].items.others.empty());
      if (alias.find("{item}") != alias.npos) CHECK(found[0].items.pattern == alias);
      if (alias.find("{cue}") != alias.npos) CHECK(found[0].items.pattern.empty());
    }
  }
}

TEST_CASE("the number of items tells instruments of one stem apart") {
  CHECK(recognized(numbered("scs_#", 8)) == Texts{"scs8"});
  CHECK(recognized(numbered("scs_#", 20)) == Texts{"scsr20"});
  CHECK(recognized(numbered("scs_#", 14)).empty());
  CHECK(recognized(numbered("scs_#", 7)).empty());
  CHECK(recognized(numbered("herth_#", 12)) == Texts{"hhi12"});
  CHECK(recognized(numbered("herth_#", 30)) == Texts{"hhs30"});
  CHECK(recognized(numbered("herth_#", 13)).empty());
  CHECK(recognized(numbered("ucla_#", 3)) == Texts{"ucla3"});
  CHECK(recognized(numbered("ucla_#", 20)) == Texts{"ucla20v3"});
  CHECK(recognized(numbered("panas_#", 20)) == Texts{"panas20"});
  CHECK(recognized(numbered("panas_#", 10)) == Texts{"ipanas10"});
  CHECK(recognized(numbered("lonely_#", 3)) == Texts{"ucla3"});
  CHECK(recognized(numbered("lonely_#", 6)) == Texts{"djg6"});
  CHECK(recognized(numbered("lonely_#", 4)).empty());
}

TEST_CASE("the adjectives of the PANAS carry its key, in any order") {
  CHECK(recognized(long_panas) == Texts{"panas20"});
  CHECK(recognized(short_panas) == Texts{"ipanas10"});
  Texts sorted = long_panas;
  std::sort(sorted.begin(), sorted.end());
  const auto found = recognize(sorted);
  REQUIRE(found.size() == 1);
  CHECK(found[0].instrument->id == "panas20");
  for (std::size_t i = 0; i < long_panas.size(); ++i) CHECK(sorted[found[0].items.columns[i]] == long_panas[i]);
  Texts without = long_panas;
  without.erase(without.begin());
  CHECK(recognized(without) == Texts{"ipanas10"});
}

TEST_CASE("a grid of a form is found by its rows") {
  Texts grid;
  for (const auto& word : long_panas) grid.push_back("In the past few days I felt [" + word + "]");
  CHECK(recognized(grid) == Texts{"panas20"});
}

TEST_CASE("spelling of columns") {
  for (const char* pattern : {"UCLA3_#", "ucla3.#", "Ucla3-#", "ucla3 #", "ucla3__#", "ucla3[#]", " ucla3_# ",
                              "ucla3_0#", "UCLA3_00#", "ucla_loneliness_#", "UCLA Loneliness (#)"}) {
    CAPTURE(pattern);
    CHECK(recognized(numbered(pattern, 3)) == Texts{"ucla3"});
  }
  CHECK(recognized({"ucla3_1", "UCLA3.2", "ucla3 03"}) == Texts{"ucla3"});
  CHECK(recognized(numbered("xucla3_#", 3)).empty());
  CHECK(recognized(numbered("ucla3_#_x", 3)).empty());
  CHECK(recognized({}).empty());
}

TEST_CASE("the pattern is given as the file spells it, where there is one") {
  const auto pattern = [](const Texts& columns) { return recognize(columns).at(0).items.pattern; };
  CHECK(pattern(numbered("UCLA3.#", 3)) == "UCLA3.{item}");
  CHECK(pattern(numbered("ucla1_x#", 3) + numbered("PSS10_#", 10)) == "PSS10_{item}");
  CHECK(pattern({"ucla3_01", "ucla3_02", "ucla3_03"}) == "ucla3_0{item}");
  CHECK(pattern({"pss_01", "pss_02", "pss_03", "pss_04", "pss_05", "pss_06", "pss_07", "pss_08", "pss_09", "pss_10"})
            .empty());
  CHECK(pattern({"ucla3_1", "UCLA3_2", "ucla3_3"}).empty());
}

TEST_CASE("columns that differ in spelling alone are nobody's") {
  CHECK(recognized(numbered("ucla3_#", 3) + Texts{"ucla3_01"}).empty());
  CHECK(recognized(numbered("ucla3_#", 3) + Texts{"UCLA3_4"}).empty());
}

TEST_CASE("a second set of columns under another alias is named") {
  const auto found = recognize(numbered("lonely_#", 3) + numbered("ucla3_#", 3));
  REQUIRE(found.size() == 1);
  CHECK(found[0].items.columns == std::vector<std::size_t>{3, 4, 5});
  CHECK(found[0].items.others == Texts{"lonely_{item}"});
}

TEST_CASE("instruments come in the order of their columns") {
  CHECK(recognized(numbered("phq9_#", 9) + Texts{"note"} + numbered("gad7_#", 7) + numbered("aels_#", 11)) ==
        Texts{"phq9", "gad7", "aels11"});
}

TEST_CASE("one instrument alone is looked for under its usual names") {
  const auto instrument = find_instrument("maas15");
  const auto found = find_items(*instrument, numbered("MAAS-#", 15));
  REQUIRE(found);
  CHECK(found->pattern == "MAAS-{item}");
  CHECK_FALSE(find_items(*instrument, numbered("MAAS-#", 14)));
  CHECK_FALSE(find_items(*instrument, numbered("MAAS-#", 16)));
}

}  // namespace
