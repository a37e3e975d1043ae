#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "instrument_tables.hpp"

namespace ecpr::instruments {

using definition::Reader;

namespace {

void read_identity(Reader& root, Instrument& instrument) {
  instrument.id = read_name(root, "id");
  instrument.title = root.required_text("title");
  instrument.label = root.text("label").value_or(instrument.title);
  instrument.citations = root.texts("citation").value_or(std::vector<std::string>{});
  instrument.doi = root.text("doi").value_or("");
  instrument.wording = root.text("wording").value_or("");
  instrument.notes = root.texts("notes").value_or(std::vector<std::string>{});
  const auto days = root.integer("recall_days");
  if (days && (*days < 1 || *days > 3660))
    root.fail("recall_days", "'recall_days' should be a number of days, 1 to 3660");
  if (days) instrument.recall_days = static_cast<int>(*days);
}

void read_items(Reader& root, Instrument& instrument) {
  const auto count = root.integer("items");
  if (!count) root.fail("items", "the instrument file needs 'items', the number of items");
  if (*count < 1 || *count > 1000) root.fail("items", "'items' should be the number of items, 1 to 1000");
  instrument.items.resize(static_cast<std::size_t>(*count));
  const auto cues = root.texts("cues");
  if (!cues) return;
  if (cues->size() != instrument.items.size())
    root.fail("cues", fmt::format("'cues' holds {} for {}", counted(cues->size(), "cue", "cues"),
                                  counted(instrument.items.size(), "item", "items")));
  for (std::size_t i = 0; i < cues->size(); ++i) instrument.items[i].cue = (*cues)[i];
}

/// The one placeholder of a column pattern: "item", "cue", or empty when there is none or more than one.
std::string placeholder(const std::string& alias) {
  const auto open = alias.find('{'), close = alias.find('}');
  if (open == alias.npos || close == alias.npos || open > close) return "";
  if (alias.find('{', open + 1) != alias.npos || alias.find('}', close + 1) != alias.npos) return "";
  const std::string word = alias.substr(open + 1, close - open - 1);
  return word == "item" || word == "cue" ? word : "";
}

void expect_distinct_cues(const Reader& root, const Instrument& instrument) {
  std::set<std::string> seen;
  for (const auto& item : instrument.items) {
    const std::string key = comparison_key(item.cue);
    if (key.empty()) root.fail("aliases", "a {cue} in 'aliases' needs 'cues', a cue word for every item");
    if (!seen.insert(key).second)
      root.fail("cues", fmt::format("two items have the cue '{}', so {{cue}} in 'aliases' cannot tell them apart",
                                    printable(item.cue)));
  }
}

void read_aliases(Reader& root, Instrument& instrument) {
  instrument.aliases = root.texts("aliases").value_or(std::vector<std::string>{});
  for (const auto& alias : instrument.aliases) {
    const std::string word = placeholder(alias);
    if (word.empty())
      root.fail("aliases", fmt::format("the alias '{}' should hold {{item}} or {{cue}} once", printable(alias)));
    if (word == "cue") expect_distinct_cues(root, instrument);
  }
  const std::string usual = instrument.id + "_{item}";
  const auto found = std::find(instrument.aliases.begin(), instrument.aliases.end(), usual);
  if (found != instrument.aliases.end()) instrument.aliases.erase(found);
  instrument.aliases.insert(instrument.aliases.begin(), usual);
}

}  // namespace

Instrument load_instrument(std::string_view text, const std::string& name) {
  const definition::Value file = definition::parse_definition(text, name);
  Reader root(file, name, "the instrument file");
  expect_keys(root, {"id",          "title",          "label",       "citation",
                     "doi",         "items",          "cues",        "range",
                     "whole",       "answers",        "aliases",     "counts",
                     "coding",      "default_coding", "order",       "default_order",
                     "scale",       "norm",           "reliability", "minimal_important_change",
                     "recall_days", "certainty",      "wording",     "notes"});
  Instrument instrument;
  read_identity(root, instrument);
  read_items(root, instrument);
  read_aliases(root, instrument);
  instrument.whole = root.boolean("whole").value_or(true);
  std::tie(instrument.lowest, instrument.highest) = read_range(root, instrument.whole);
  read_answers(root, instrument);
  read_counts(root, instrument);
  read_codings(root, instrument);
  read_orders(root, instrument);
  read_scales(root, instrument);
  read_publications(root, instrument);
  read_certainty(root, instrument);
  return instrument;
}

Instrument load_instrument_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path))
    throw InputError(fmt::format("{}: cannot read this instrument file: no such file", path));
  std::ostringstream text;
  text << file.rdbuf();
  Instrument instrument = load_instrument(text.str(), path);
  instrument.path = path;
  return instrument;
}

}  // namespace ecpr::instruments
