#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/number.hpp"
#include "ecpr/base/text.hpp"
#include "instrument_tables.hpp"

namespace ecpr::instruments {

using definition::Reader;
using definition::Value;

namespace {

/// The scale that `scale = "..."` names, the total when absent.
const Scale& read_scale_reference(Reader& table, const Instrument& instrument) {
  const std::string name = table.text("scale").value_or("");
  std::vector<std::string> names;
  for (const auto& scale : instrument.scales) {
    if (scale.name == name) return scale;
    if (!scale.name.empty()) names.push_back(scale.name);
  }
  if (name.empty()) table.fail("", fmt::format("there is no total: say scale = {}", listed(names, "or")));
  table.fail("scale", fmt::format("there is no scale '{}'{}", printable(name), did_you_mean(name, names)));
}

double required_number(Reader& table, std::string_view key) {
  if (const auto number = table.number(key)) return *number;
  table.fail(key, fmt::format("{} needs '{}'", table.where(), key));
}

Norm read_norm(Reader& table, const Instrument& instrument) {
  expect_keys(table, {"scale", "sample", "mean", "sd", "source"});
  const Scale& scale = read_scale_reference(table, instrument);
  Norm norm{scale.name, table.required_text("sample"), required_number(table, "mean"), required_number(table, "sd"),
            table.required_text("source")};
  if (norm.mean < scale.lowest || norm.mean > scale.highest)
    table.fail("mean", fmt::format("a mean of {} is impossible: scores go from {} to {}", shortest(norm.mean),
                                   shortest(scale.lowest), shortest(scale.highest)));
  if (!(norm.sd > 0)) table.fail("sd", "'sd' should be above 0");
  return norm;
}

PublishedReliability read_reliability(Reader& table, const Instrument& instrument) {
  expect_keys(table, {"scale", "alpha", "sample", "source"});
  PublishedReliability reliability;
  reliability.scale = read_scale_reference(table, instrument).name;
  const Value* alpha = table.any("alpha");
  if (alpha && alpha->kind == Value::Kind::array) {
    const auto limits = *table.numbers("alpha");
    if (limits.size() != 2 || !(limits[0] <= limits[1]))
      table.fail("alpha", "'alpha' should be a number or the range [lowest, highest] over samples");
    reliability.lowest = limits[0];
    reliability.highest = limits[1];
  } else {
    reliability.lowest = reliability.highest = required_number(table, "alpha");
  }
  if (!(reliability.lowest > 0 && reliability.highest <= 1)) table.fail("alpha", "'alpha' should lie between 0 and 1");
  reliability.sample = table.text("sample").value_or("");
  reliability.source = table.required_text("source");
  return reliability;
}

MinimalImportantChange read_minimal_change(Reader& table, const Instrument& instrument) {
  expect_keys(table, {"scale", "change", "source"});
  const Scale& scale = read_scale_reference(table, instrument);
  const double change = required_number(table, "change");
  if (!(change > 0 && change <= scale.highest - scale.lowest))
    table.fail("change", fmt::format("'change' should lie between 0 and {}, the width of the scores",
                                     shortest(scale.highest - scale.lowest)));
  return {scale.name, change, table.required_text("source")};
}

}  // namespace

void read_publications(Reader& root, Instrument& instrument) {
  for (auto& table : root.tables("norm")) instrument.norms.push_back(read_norm(table, instrument));
  for (auto& table : root.tables("reliability"))
    instrument.reliabilities.push_back(read_reliability(table, instrument));
  for (auto& table : root.tables("minimal_important_change"))
    instrument.minimal_important_changes.push_back(read_minimal_change(table, instrument));
}

void read_certainty(Reader& root, Instrument& instrument) {
  auto table = root.table("certainty");
  if (!table) return;
  expect_keys(*table, {"level", "source", "note"});
  using Level = Certainty::Level;
  constexpr std::pair<std::string_view, Level> levels[] = {{"primary", Level::primary},
                                                           {"secondary", Level::secondary},
                                                           {"derived", Level::derived},
                                                           {"unchecked", Level::unchecked}};
  const auto word = table->choice("level", {"primary", "secondary", "derived", "unchecked"});
  if (!word) table->fail("level", "[certainty] needs 'level': primary, secondary, derived or unchecked");
  for (const auto& [name, level] : levels) {
    if (name == *word) instrument.certainty.level = level;
  }
  instrument.certainty.source = table->text("source").value_or("");
  instrument.certainty.note = table->text("note").value_or("");
  if (instrument.certainty.level == Level::primary && instrument.certainty.source.empty())
    table->fail("source", "a key that was checked against a primary source needs 'source', which one");
}

}  // namespace ecpr::instruments
