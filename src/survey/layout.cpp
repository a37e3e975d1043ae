#include "layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "ecpr/base/error.hpp"
#include "ecpr/base/text.hpp"
#include "id_choice.hpp"
#include "measures.hpp"
#include "outcome_columns.hpp"
#include "similar_columns.hpp"
#include "usual_columns.hpp"

namespace ecpr::survey {

namespace {

std::string quoted(const std::string& name) { return "'" + printable(name) + "'"; }

std::optional<std::size_t> find_group(const study::Study& study, const study::Source& source, const Header& header,
                                      bool post, std::vector<std::string>& notes) {
  if (source.group) return header.require(*source.group);
  const auto& grouping = study.grouping;
  if (grouping.column) {
    const std::string name = header.side_of(*grouping.column, post);
    // A group may stand in the first file alone.
    return post && study.input.two_files() ? header.find(name) : header.require(name);
  }
  if (!grouping.guess) return std::nullopt;
  const auto place = header.find_usual(usual_groups);
  if (place)
    notes.push_back(fmt::format("{}: taking column {} for the groups; --group COLUMN names another", header.file(),
                                quoted(header.names()[*place])));
  return place;
}

/// The wave column of a long file; empty for a wide one.
std::optional<std::size_t> find_wave(const study::Study& study, const Header& header, std::vector<std::string>& notes) {
  const auto& input = study.input;
  if (input.two_files() || input.column_pattern) return std::nullopt;
  if (input.wave_column) return header.require(*input.wave_column);
  const auto place = header.find_usual(usual_waves);
  if (!place || !has_plain_columns(study, header)) return std::nullopt;
  notes.push_back(fmt::format("{}: taking column {} for the waves; --wave COLUMN names another", header.file(),
                              quoted(header.names()[*place])));
  return place;
}

void find_people(const study::Study& study, const std::vector<Header>& headers, Layout& layout) {
  std::vector<std::string> of_waves;
  for (std::size_t file = 0; file < headers.size(); ++file)
    layout.files[file].wave = find_wave(study, headers[file], of_waves);
  const IdChoice ids = choose_ids(study, headers, layout.files[0].wave);
  const auto sources = study.input.sources();
  for (std::size_t file = 0; file < headers.size(); ++file) {
    layout.files[file].id = ids.places[file];
    layout.ids_named = layout.ids_named && ids.notes[file].empty();
    if (!ids.notes[file].empty()) layout.notes.push_back(ids.notes[file]);
    layout.files[file].group = find_group(study, sources[file], headers[file], file > 0, layout.notes);
  }
  layout.notes.insert(layout.notes.end(), of_waves.begin(), of_waves.end());
}

/// Where the texts of `column` go in the rows of every file that has it. Throws InputError when none has.
std::vector<std::optional<std::uint32_t>> find_texts(const std::string& column, const std::vector<Header>& headers,
                                                     Layout& layout) {
  std::vector<std::optional<std::uint32_t>> places(headers.size());
  bool found = false;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    if (const auto place = headers[file].find(column)) {
      places[file] = layout.files[file].add(*place, CellKind::text, 0);
      found = true;
    }
  }
  if (!found) headers[0].require(column);
  return places;
}

std::string both_names(const std::string& pre, const std::string& post) {
  return pre == post || post.empty() ? pre : pre + " and " + post;
}

void name_people_columns(const std::vector<Header>& headers, Layout& layout) {
  std::vector<std::string> ids, groups;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    const auto& plan = layout.files[file];
    ids.push_back(headers[file].names()[plan.id]);
    groups.push_back(plan.group ? headers[file].names()[*plan.group] : "");
  }
  layout.id_column = both_names(ids.front(), ids.back());
  layout.group_column = groups.front().empty() ? groups.back() : both_names(groups.front(), groups.back());
}

/// The outcomes' columns become cells of the plans, item by item.
void place_outcomes(const std::vector<OutcomeColumns>& found, Layout& layout) {
  layout.pre.file = 0;
  layout.post.file = layout.files.size() - 1;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const CellKind kind = is_coded(found[i].outcome) ? CellKind::answer : CellKind::number;
    const auto place = [&](WaveCells& wave, const std::vector<std::size_t>& columns) {
      auto& cells = wave.items.emplace_back();
      wave.columns.emplace_back(columns.begin(), columns.end());
      for (const std::size_t column : columns)
        cells.push_back(layout.files[wave.file].add(column, kind, i, &wave == &layout.post));
    };
    place(layout.pre, found[i].pre);
    place(layout.post, found[i].post);
    layout.outcomes.push_back(found[i].outcome);
  }
}

/// Throws UsageError for choices of instruments that the study does not have: they would be passed over in silence.
void refuse_unused(const std::map<std::string, std::string>& choices, const char* option, const Layout& layout) {
  std::vector<std::string> known;
  for (const auto& outcome : layout.outcomes) {
    if (outcome.instrument) known.push_back(outcome.questionnaire.id);
  }
  for (const auto& [id, name] : choices) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    throw UsageError(
        fmt::format("{} {}={}: {} is not among the outcomes{}", option, printable(id), printable(name), printable(id),
                    known.empty() ? "" : "; there " + std::string(known.size() == 1 ? "is " : "are ") + listed(known)));
  }
}

/// Throws UsageError for a name that no outcome has.
void set_same_form(const std::vector<std::string>& names, Layout& layout) {
  for (const auto& name : names) {
    std::vector<std::string> known;
    bool found = false;
    for (auto& outcome : layout.outcomes) {
      known.push_back(outcome.name);
      if (outcome.name == name) outcome.same_form = found = true;
    }
    if (found) continue;
    const std::string hint = did_you_mean(name, known);
    throw UsageError(fmt::format(
        "--same-form {}: no outcome has that name{}", printable(name),
        hint.empty() ? "; there " + std::string(known.size() == 1 ? "is " : "are ") + listed(known) : hint));
  }
}

/// Throws UsageError where a row must say in which wave it stands before it is read, and cannot.
void refuse_unknown_waves(const study::Input& input, const Layout& layout) {
  if (!layout.long_file || input.wave_names) return;
  for (const auto& outcome : layout.outcomes) {
    if (outcome.recode_pre.empty() && outcome.recode_post.empty()) continue;
    throw UsageError(
        fmt::format("'recode' of outcome '{}' needs the names of the waves: wave = {{ column = \"...\", pre = \"...\", "
                    "post = \"...\" }} under [input], or --pre-label and --post-label",
                    printable(outcome.name)));
  }
}

}  // namespace

std::uint32_t FilePlan::add(std::size_t column, CellKind kind, std::size_t outcome, bool post) {
  for (const auto& cell : cells) {
    if (cell.column == column && cell.kind == kind && cell.outcome == outcome) return cell.place;
  }
  std::size_t& count = kind == CellKind::answer ? answers : kind == CellKind::number ? numbers : texts;
  const auto place = static_cast<std::uint32_t>(count++);
  cells.push_back({static_cast<std::uint32_t>(column), place, static_cast<std::uint16_t>(outcome), kind, post});
  return place;
}

bool is_coded(const study::Outcome& outcome) {
  return outcome.scored && std::all_of(outcome.questionnaire.items.begin(), outcome.questionnaire.items.end(),
                                       [](const auto& item) { return !item.values.empty(); });
}

Layout find_layout(const study::Study& study, const std::vector<Header>& headers) {
  Layout layout;
  layout.files.resize(headers.size());
  find_people(study, headers, layout);
  layout.long_file = layout.files[0].wave.has_value();
  auto found = find_outcome_columns(study, headers, layout.long_file, layout.notes);
  place_outcomes(found.outcomes, layout);
  layout.incomplete = std::move(found.incomplete);
  set_same_form(study.same_form, layout);
  refuse_unknown_waves(study.input, layout);
  refuse_unused(study.codings, "--coding", layout);
  refuse_unused(study.orders, "--order", layout);
  for (const auto& characteristic : study.characteristics)
    layout.characteristics.push_back(find_texts(characteristic.column, headers, layout));
  if (study.input.cluster) layout.clusters = find_texts(*study.input.cluster, headers, layout);
  place_measures(study, headers, layout);
  for (auto& plan : layout.files) {
    std::sort(plan.cells.begin(), plan.cells.end(),
              [](const CellUse& a, const CellUse& b) { return a.column < b.column; });
  }
  name_people_columns(headers, layout);
  for (auto& note : similar_columns(headers, layout)) layout.notes.push_back(std::move(note));
  return layout;
}

}  // namespace ecpr::survey
