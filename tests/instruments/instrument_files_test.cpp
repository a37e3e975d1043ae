#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "close_to.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/embedded.hpp"

namespace {

using namespace ecpr::instruments;
using ecpr::testing::close_to;

/// What the key table says of one scale.
struct KeyRow {
  const char* outcome;
  std::size_t items;
  double lowest, highest;
  Direction direction;
  std::size_t minimum_answered;
};

constexpr auto better = Direction::higher_is_better;
constexpr auto worse = Direction::lower_is_better;

const KeyRow key_table[] = {
    {"aels11", 11, 1, 7, better, 9},
    {"aels11.sensing", 4, 1, 7, better, 4},
    {"aels11.processing", 3, 1, 7, better, 3},
    {"aels11.responding", 4, 1, 7, better, 4},
    {"brs6", 6, 1, 5, better, 5},
    {"djg6", 6, 0, 6, worse, 5},
    {"djg6.emotional", 3, 0, 3, worse, 3},
    {"djg6.social", 3, 0, 3, worse, 3},
    {"es28", 28, 1, 4, better, 23},
    {"es28.self_esteem", 9, 1, 4, better, 8},
    {"es28.power", 8, 1, 4, better, 7},
    {"es28.activism", 6, 1, 4, better, 5},
    {"es28.optimism", 4, 1, 4, better, 4},
    {"es28.anger", 4, 1, 4, better, 4},
    {"flourish8", 8, 8, 56, better, 7},
    {"gad7", 7, 0, 21, worse, 6},
    {"hhi12", 12, 12, 48, better, 10},
    {"hhi12.temporality", 4, 4, 16, better, 4},
    {"hhi12.readiness", 4, 4, 16, better, 4},
    {"hhi12.interconnectedness", 4, 4, 16, better, 4},
    {"hhs30", 30, 0, 90, better, 24},
    {"ipanas10.positive", 5, 5, 25, better, 4},
    {"ipanas10.negative", 5, 5, 25, worse, 4},
    {"iri28.perspective_taking", 7, 0, 28, better, 6},
    {"iri28.fantasy", 7, 0, 28, Direction::neutral, 6},
    {"iri28.empathic_concern", 7, 0, 28, better, 6},
    {"iri28.personal_distress", 7, 0, 28, worse, 6},
    {"maas15", 15, 1, 6, better, 12},
    {"panas20.positive", 10, 10, 50, better, 8},
    {"panas20.negative", 10, 10, 50, worse, 8},
    {"phq9", 9, 0, 27, worse, 7},
    {"pss10", 10, 0, 40, worse, 8},
    {"scs8", 8, 8, 48, better, 7},
    {"scsr20", 20, 20, 120, better, 16},
    {"swls5", 5, 5, 35, better, 4},
    {"ucla20v3", 20, 20, 80, worse, 16},
    {"ucla3", 3, 3, 9, worse, 3},
    {"who5", 5, 0, 100, better, 5},
};

std::string outcome_name(const Instrument& instrument, const Scale& scale) {
  return instrument.id + (scale.name.empty() ? "" : "." + scale.name);
}

TEST_CASE("every built-in file loads under the id that is its name") {
  CHECK(embedded_files().size() == 20);
  std::vector<std::string> ids;
  for (const auto& file : embedded_files()) {
    const Instrument instrument = load_instrument(file.text, std::string(file.name));
    CHECK(file.name == instrument.id + ".toml");
    ids.push_back(instrument.id);
  }
  CHECK(ids == instrument_ids());
  CHECK(std::is_sorted(ids.begin(), ids.end()));
}

TEST_CASE("every scale has the items, range and direction of the key table") {
  std::vector<std::string> found;
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    for (const auto& scale : instrument->scales) found.push_back(outcome_name(*instrument, scale));
  }
  REQUIRE(found.size() == std::size(key_table));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const KeyRow& row = key_table[i];
    CAPTURE(row.outcome);
    REQUIRE(found[i] == row.outcome);
    const auto instrument = find_instrument(found[i].substr(0, found[i].find('.')));
    const auto scale = std::find_if(instrument->scales.begin(), instrument->scales.end(),
                                    [&](const Scale& one) { return outcome_name(*instrument, one) == row.outcome; });
    CHECK(scale->items.size() == row.items);
    CHECK(scale->lowest == row.lowest);
    CHECK(scale->highest == row.highest);
    CHECK(scale->direction == row.direction);
    CHECK(scale->minimum_answered == row.minimum_answered);
    CHECK(scale->prorated == (instrument->id != "djg6"));
  }
}

TEST_CASE("whatever must be stated has no default, all else has one") {
  const std::map<std::string, std::string> defaults = {{"djg6", "no-first"}, {"es28", ""},
                                                       {"gad7", "from-0"},   {"hhs30", "from-0"},
                                                       {"iri28", "from-0"},  {"phq9", "from-0"},
                                                       {"pss10", "from-0"},  {"maas15", "almost-always-first"},
                                                       {"scs8", ""},         {"ucla3", "hardly-ever-first"},
                                                       {"who5", "from-0"}};
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    CAPTURE(id);
    CHECK(instrument->codings.empty() != defaults.contains(id));
    if (!instrument->codings.empty()) {
      const auto place = instrument->default_coding;
      CHECK((place ? instrument->codings[*place].name : "") == defaults.at(id));
    }
    CHECK(instrument->orders.empty() == (id != "djg6" && id != "scsr20"));
    CHECK_FALSE(instrument->default_order.has_value());
  }
}

TEST_CASE("windows and important changes are those that are published") {
  std::map<std::string, int> windows;
  std::map<std::string, double> changes;
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    if (instrument->recall_days) windows[id] = *instrument->recall_days;
    for (const auto& change : instrument->minimal_important_changes) changes[id] = change.change;
  }
  CHECK(windows == std::map<std::string, int>{{"gad7", 14}, {"phq9", 14}, {"pss10", 30}, {"who5", 14}});
  CHECK(changes == std::map<std::string, double>{{"phq9", 5}, {"who5", 10}});
}

TEST_CASE("cues are cues, and everything that a reader must judge is there") {
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    CAPTURE(id);
    for (const auto& item : instrument->items) {
      CAPTURE(item.cue);
      CHECK_FALSE(item.cue.empty());
      CHECK(ecpr::split(item.cue, ' ').size() <= 5);
    }
    CHECK_FALSE(instrument->citations.empty());
    CHECK_FALSE(instrument->wording.empty());
    CHECK(instrument->certainty.level != Certainty::Level::not_stated);
    CHECK_FALSE(instrument->labels.empty());
    for (const auto& scale : instrument->scales) CHECK_FALSE(scale.label.empty());
  }
}

TEST_CASE("no two instruments of one length share a column pattern") {
  std::set<std::string> seen;
  for (const auto& id : instrument_ids()) {
    const auto instrument = find_instrument(id);
    for (const auto& alias : instrument->aliases) {
      CAPTURE(alias);
      CHECK(seen.insert(std::to_string(instrument->items.size()) + " " + alias).second);
    }
  }
}

TEST_CASE("norms of Table 2 stand in the files") {
  const auto swls = find_instrument("swls5");
  REQUIRE(swls->norms.size() == 1);
  CHECK(swls->norms[0].mean == close_to(23.5));
  CHECK(swls->norms[0].sd == close_to(6.4));
  const auto panas = find_instrument("panas20");
  REQUIRE(panas->norms.size() == 2);
  CHECK(panas->norms[1].scale == "negative");
  CHECK(panas->norms[1].mean == close_to(17.4));
  REQUIRE(panas->reliabilities.size() == 2);
  CHECK(panas->reliabilities[0].lowest == close_to(0.86));
  CHECK(panas->reliabilities[0].highest == close_to(0.90));
}

std::string documentation() {
  std::ifstream file(ECPR_SOURCE_DIR "/docs/instruments.md");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST_CASE("the example of the documentation is a file that works") {
  const std::string page = documentation();
  const auto start = page.find("```toml\n") + 8;
  const Instrument example = load_instrument(page.substr(start, page.find("```", start) - start), "example.toml");
  CHECK(example.id == "calm4");
  CHECK(example.scales.size() == 2);
  CHECK(example.scales[0].minimum_answered == 3);
  CHECK(questionnaire(example, "from-0", "B").items[0].cue == "listening");
}

TEST_CASE("the documentation lists every instrument") {
  const std::string page = documentation();
  for (const auto& id : instrument_ids()) {
    CAPTURE(id);
    CHECK(page.find("| `" + id + "` | ") != page.npos);
  }
}

}  // namespace
