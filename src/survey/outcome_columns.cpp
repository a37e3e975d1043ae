#include "outcome_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "ecpr/instruments/catalogue.hpp"
#include "ecpr/instruments/instrument.hpp"
#include "ecpr/study/outcome.hpp"
#include "incomplete_items.hpp"
#include "outcome_refusals.hpp"
#include "wave_spelling.hpp"

namespace ecpr::survey {

using instruments::Recognized;

namespace {

/// How the columns of one wave are looked up: plain names, or names spelt with their wave.
struct Wave {
  const Header* header;
  const WaveSpelling* spelling;  ///< null: plain names
  bool post;

  std::string spelt(const std::string& column) const {
    if (!spelling) return column;
    if (column.find("{wave}") != column.npos)
      return replaced(column, "{wave}", post ? spelling->names.post : spelling->names.pre);
    return spelling->spelt(column, post);
  }
};

/// Columns of the wave with their wave taken off, and where they stand in the header.
struct BaseColumns {
  std::vector<std::string> names;
  std::vector<std::size_t> places;
};

BaseColumns base_columns(const Wave& wave) {
  BaseColumns base;
  base.names = wave.spelling ? columns_of_both_waves(*wave.header, *wave.spelling) : wave.header->names();
  for (std::size_t i = 0; i < base.names.size(); ++i)
    base.places.push_back(wave.spelling ? wave.header->require(wave.spelt(base.names[i])) : i);
  return base;
}

std::vector<std::size_t> at_places(const instruments::ItemColumns& items, const BaseColumns& base) {
  std::vector<std::size_t> columns;
  for (const std::size_t place : items.columns) columns.push_back(base.places[place]);
  return columns;
}

void note_guess(const study::Outcome& outcome, const instruments::ItemColumns& items, const Header& header,
                std::vector<std::string>& notes) {
  if (items.others.empty()) return;
  notes.push_back(fmt::format("{}: taking {} for the items of {}, though {} would do as well; name them to be sure",
                              header.file(), items.pattern, outcome.name, listed(items.others)));
}

std::vector<std::size_t> usual_columns(const study::Outcome& outcome, const Wave& wave,
                                       std::vector<std::string>& notes) {
  const BaseColumns base = base_columns(wave);
  const auto found = instruments::find_items(*outcome.instrument, base.names);
  if (!found)
    throw InputError(fmt::format(
        "{}: the {} items of {} are not there under their usual names ({} and so on); name them: --instrument "
        "{}=PATTERN with {{item}} for the number, or items = \"PATTERN\" in the study file",
        wave.header->file(), outcome.instrument->items.size(), outcome.name,
        wave.spelt(item_column(outcome.instrument->id + "_{item}", 0)), outcome.instrument->id));
  note_guess(outcome, *found, *wave.header, notes);
  return at_places(*found, base);
}

void require_count(const study::Outcome& outcome, std::size_t columns) {
  if (!outcome.scored || columns == outcome.questionnaire.items.size()) return;
  throw InputError(fmt::format("outcome '{}' has {} items, but {} columns are named for it", outcome.name,
                               outcome.questionnaire.items.size(), columns));
}

std::vector<std::size_t> columns_of(const study::Outcome& outcome, const study::Columns& wanted, const Wave& wave,
                                    std::vector<std::string>& notes) {
  if (!wanted.pattern && wanted.names.empty()) return usual_columns(outcome, wave, notes);
  const auto names = wanted_names(outcome, wanted);
  require_count(outcome, names.size());
  std::vector<std::size_t> columns;
  for (const auto& name : names)
    columns.push_back(
        wave.header->require(outcome.separate_waves && name.find("{wave}") == name.npos ? name : wave.spelt(name)));
  return columns;
}

/// How many columns of the outcome stand in the header in this spelling, in both waves.
std::size_t columns_spelt(const study::Outcome& outcome, const Header& header, const WaveSpelling& spelling,
                          const std::vector<std::string>& base) {
  const auto names = wanted_names(outcome, outcome.pre);
  if (names.empty()) return instruments::find_items(*outcome.instrument, base) ? outcome.instrument->items.size() : 0;
  const Wave pre{&header, &spelling, false}, post{&header, &spelling, true};
  return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
    return header.has(pre.spelt(name)) && header.has(post.spelt(name));
  }));
}

/// How many of the wanted columns (or of the instruments' items) stand in the header in this spelling.
std::size_t columns_found(const study::Study& study, const Header& header, const WaveSpelling& spelling) {
  std::size_t found = 0;
  const auto base = columns_of_both_waves(header, spelling);
  for (const auto& outcome : study.outcomes) {
    if (!outcome.separate_waves) found += columns_spelt(outcome, header, spelling, base);
  }
  if (study.outcomes.empty() && base.size() > 1) {
    for (const auto& recognized : instruments::recognize(base)) found += recognized.items.columns.size();
  }
  return found;
}

/// Throws when the waves of `best` could be a second and a third one.
void refuse_later_waves(const study::Study& study, const Header& header, const WaveSpelling& best) {
  for (const auto& earlier : earlier_waves(best.names)) {
    if (columns_found(study, header, {best.pattern, {earlier, best.names.pre}}) == 0) continue;
    throw InputError(
        fmt::format("{}: which waves are pre and post? There are columns of '{}', '{}' and '{}'; name two: --pre-label "
                    "LABEL --post-label LABEL, or wave_names = {{ pre = \"...\", post = \"...\" }} under [input]",
                    header.file(), earlier, best.names.pre, best.names.post));
  }
}

/// The spelling in which most of the wanted columns are found; empty without any.
std::optional<WaveSpelling> best_spelling(const study::Study& study, const Header& header) {
  std::optional<WaveSpelling> best;
  std::size_t most = 0;
  for (const auto& spelling : wave_spellings(study.input)) {
    const std::size_t found = columns_found(study, header, spelling);
    if (found <= most) continue;
    most = found;
    best = spelling;
  }
  if (best && !study.input.wave_names) refuse_later_waves(study, header, *best);
  return best;
}

/// Both waves of the study's files. `spelling` must outlive them.
std::pair<Wave, Wave> waves_of(const std::vector<Header>& headers, const std::optional<WaveSpelling>& spelling) {
  const WaveSpelling* spelt = spelling ? &*spelling : nullptr;
  return {Wave{&headers.front(), spelt, false}, Wave{&headers.back(), spelt, true}};
}

/// Notes the instruments of `wave` that the other one has nothing of.
void note_single_wave(const Wave& wave, const Wave& other, const std::vector<IncompleteItems>& incomplete,
                      std::vector<std::string>& notes) {
  const auto others = instruments::recognize(base_columns(other).names);
  for (const Recognized& one : instruments::recognize(base_columns(wave).names)) {
    const auto& id = one.instrument->id;
    const bool both =
        std::any_of(others.begin(), others.end(), [&](const Recognized& two) { return two.instrument->id == id; }) ||
        std::any_of(incomplete.begin(), incomplete.end(), [&](const auto& two) { return two.instrument == id; });
    if (!both) notes.push_back(fmt::format("{} is in {} only and is left out", id, wave.header->file()));
  }
}

/// Takes out those whose columns belong to outcomes that were found.
void drop_used(const std::vector<OutcomeColumns>& outcomes, std::vector<IncompleteItems>& incomplete) {
  std::erase_if(incomplete, [&](const IncompleteItems& one) {
    return std::any_of(outcomes.begin(), outcomes.end(), [&](const OutcomeColumns& outcome) {
      return std::find_first_of(outcome.pre.begin(), outcome.pre.end(), one.columns.begin(), one.columns.end()) !=
             outcome.pre.end();
    });
  });
}

/// The built-in instruments whose items are found in both waves.
std::vector<OutcomeColumns> recognized_outcomes(const study::Study& study, const std::vector<Header>& headers,
                                                const std::optional<WaveSpelling>& spelling,
                                                std::vector<std::string>& notes) {
  const auto [pre, post] = waves_of(headers, spelling);
  const BaseColumns before = base_columns(pre), after = base_columns(post);
  const auto found_before = instruments::recognize(before.names), found_after = instruments::recognize(after.names);
  std::vector<OutcomeColumns> outcomes;
  for (const Recognized& first : found_before) {
    const auto second = std::find_if(found_after.begin(), found_after.end(), [&](const Recognized& other) {
      return other.instrument->id == first.instrument->id;
    });
    if (second == found_after.end()) continue;
    study::Outcome outcome;
    outcome.name = first.instrument->id;
    outcome.instrument = first.instrument;
    outcome.scored = outcome.automatic = true;
    note_guess(outcome, first.items, *pre.header, notes);
    outcomes.push_back({std::move(outcome), at_places(first.items, before), at_places(second->items, after)});
  }
  std::vector<study::Outcome> sources;
  for (const auto& one : outcomes) sources.push_back(one.outcome);
  study::require_choices(sources, study);
  for (auto& one : outcomes) study::complete(one.outcome, study);
  return outcomes;
}

}  // namespace

std::string item_column(const std::string& pattern, std::size_t item) {
  return replaced(pattern, "{item}", std::to_string(item + 1));
}

std::vector<std::string> wanted_names(const study::Outcome& outcome, const study::Columns& columns) {
  if (!columns.pattern) return columns.names;
  std::vector<std::string> names;
  const std::size_t items = outcome.instrument ? outcome.instrument->items.size() : outcome.questionnaire.items.size();
  for (std::size_t i = 0; i < items; ++i) names.push_back(item_column(*columns.pattern, i));
  return names;
}

bool has_plain_columns(const study::Study& study, const Header& header) {
  if (study.outcomes.empty()) return !instruments::recognize(header.names()).empty();
  return std::all_of(study.outcomes.begin(), study.outcomes.end(), [&](const study::Outcome& outcome) {
    if (outcome.separate_waves) return false;
    const auto names = wanted_names(outcome, outcome.pre);
    if (names.empty()) return instruments::find_items(*outcome.instrument, header.names()).has_value();
    return header.has(names[0]);
  });
}

FoundOutcomes find_outcome_columns(const study::Study& study, const std::vector<Header>& headers, bool long_file,
                                   std::vector<std::string>& notes) {
  if (study.outcomes.empty() && !study.find_instruments) fail_without_live_outcome();
  std::optional<WaveSpelling> spelling;
  const bool wide = headers.size() == 1 && !long_file;
  if (wide) spelling = best_spelling(study, headers[0]);
  const bool needs_spelling = std::any_of(study.outcomes.begin(), study.outcomes.end(),
                                          [](const study::Outcome& outcome) { return !outcome.separate_waves; });
  if (wide && !spelling && has_plain_columns(study, headers[0])) fail_with_one_wave(study, headers[0]);
  const WaveFiles files{&headers, long_file, spelling ? &*spelling : nullptr};
  const auto [pre, post] = waves_of(headers, spelling);
  FoundOutcomes result;
  auto& found = result.outcomes;
  if (study.outcomes.empty() && (!wide || spelling)) found = recognized_outcomes(study, headers, spelling, notes);
  if (found.empty()) refuse_incomplete(study, files);
  if (wide && needs_spelling && !spelling) fail_without_spelling(study, headers[0]);
  if (study.outcomes.empty() && !found.empty()) {
    result.incomplete = incomplete_items(study.input, files);
    drop_used(found, result.incomplete);
    note_single_wave(pre, post, result.incomplete, notes);
    note_single_wave(post, pre, result.incomplete, notes);
  }
  if (found.empty() && study.outcomes.empty()) fail_without_outcome(headers);
  for (const auto& outcome : study.outcomes) {
    if (headers.size() > 1) refuse_other_spelling(outcome, headers[0], headers[1]);
    found.push_back(
        {outcome, columns_of(outcome, outcome.pre, pre, notes), columns_of(outcome, outcome.post, post, notes)});
  }
  return result;
}

}  // namespace ecpr::survey
